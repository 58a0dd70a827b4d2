#include <algorithm>
#include <tuple>
#include <utility>

#include "check/compiled_pack.h"
#include "check/conditions.h"
#include "check/messages.h"
#include "herold/check.h"
#include "text/fold.h"
#include "text/language.h"
#include "text/utf8.h"

namespace herold {

using check::Found;

struct FlatReport::Workspace {
  std::vector<std::uint8_t> active;  // by guideline: its conditions hold and it is not ignored
  check::Hits hits;
  std::vector<Found> found;  // in the order of the findings
};

FlatReport::FlatReport() : workspace_(std::make_unique<Workspace>()) {}
FlatReport::~FlatReport() = default;
FlatReport::FlatReport(FlatReport&&) noexcept = default;
FlatReport& FlatReport::operator=(FlatReport&&) noexcept = default;

Checker::Checker(std::unique_ptr<const CompiledPack> compiled) : compiled_(std::move(compiled)) {}
Checker::~Checker() = default;
Checker::Checker(Checker&&) noexcept = default;
Checker& Checker::operator=(Checker&&) noexcept = default;

namespace {

std::string language_of(std::string_view draft, const CheckOptions& options,
                        const std::string& default_language) {
  if (options.language != "auto") return options.language;
  const std::string_view detected = text::detect_language(draft);
  return detected.empty() ? default_language : std::string(detected);
}

bool is_ignored(const std::string& id, const CheckOptions& options) {
  return std::any_of(options.ignore.begin(), options.ignore.end(),
                     [&](const Ignored& ignored) { return !ignored.match && ignored.guideline == id; });
}

void mark_active(const CompiledPack& pack, const CheckOptions& options, std::string_view language,
                 std::vector<std::uint8_t>& active) {
  active.resize(pack.guidelines.size());
  for (std::size_t i = 0; i < active.size(); ++i) {
    const Guideline& guideline = pack.guidelines[i];
    active[i] =
        check::holds(guideline.applies, options, language) && !is_ignored(guideline.id, options) ? 1 : 0;
  }
}

/// Rules that need a hit are asked where they have one, the others always.
void run_rules(const CompiledPack& pack, const std::vector<std::uint8_t>& active,
               check::Inspection& inspection, std::vector<Found>& found) {
  const auto run = [&](std::uint32_t guideline) {
    const std::size_t before = found.size();
    pack.rules[guideline]->find(inspection, found);
    for (std::size_t i = before; i < found.size(); ++i) found[i].guideline = guideline;
  };
  for (const std::uint32_t guideline : pack.without_hits) {
    if (active[guideline] != 0) run(guideline);
  }
  std::uint32_t last = check::none;
  for (const check::Hit& hit : inspection.hits.all) {
    const std::uint32_t guideline = pack.matchers.guideline_of(hit.slot);
    if (guideline != std::exchange(last, guideline) && pack.rules[guideline]->needs_hit()) run(guideline);
  }
}

void drop_ignored_matches(const CompiledPack& pack, std::string_view draft, const CheckOptions& options,
                          std::vector<Found>& found) {
  for (const Ignored& ignored : options.ignore) {
    if (!ignored.match) continue;
    const std::string key = text::fold(*ignored.match, text::Case::fold);
    const auto is_meant = [&](const Found& finding) {
      return pack.guidelines[finding.guideline].id == ignored.guideline &&
             text::fold(finding.range.of(draft), text::Case::fold) == key;
    };
    found.erase(std::remove_if(found.begin(), found.end(), is_meant), found.end());
  }
}

void sort_findings(const CompiledPack& pack, std::vector<Found>& found) {
  const auto rank = [&](const Found& finding) {
    const Severity severity = pack.guidelines[finding.guideline].severity;
    return std::tuple(finding.range.start, -static_cast<int>(severity), pack.id_order[finding.guideline],
                      finding.range.end);
  };
  std::stable_sort(found.begin(), found.end(),
                   [&](const Found& a, const Found& b) { return rank(a) < rank(b); });
}

}  // namespace

std::optional<std::string> draft_error(std::string_view draft) {
  if (draft.size() > max_draft_bytes) return "is longer than 1 MiB";
  if (const auto offset = text::first_invalid_utf8(draft)) {
    return "is not valid UTF-8 at byte " + std::to_string(*offset);
  }
  return std::nullopt;
}

void Checker::find(std::string_view text, const CheckOptions& options, FlatReport& out) const {
  FlatReport::Workspace& work = *out.workspace_;
  out.language_ = language_of(text, options, compiled_->default_language);
  mark_active(*compiled_, options, out.language_, work.active);

  match::Draft draft(text);
  compiled_->matchers.scan(draft, out.language_, work.active, work.hits);
  work.found.clear();
  check::Inspection inspection{draft, out.language_, check::network_rules(options.network), work.hits,
                               options.captions};
  run_rules(*compiled_, work.active, inspection, work.found);
  drop_ignored_matches(*compiled_, text, options, work.found);
  sort_findings(*compiled_, work.found);

  out.findings_.clear();
  for (const Found& found : work.found) {
    const Severity severity = compiled_->guidelines[found.guideline].severity;
    out.findings_.push_back({found.guideline, static_cast<std::uint32_t>(severity),
                             draft.utf16().units(found.range.start), draft.utf16().units(found.range.end)});
  }
}

Report Checker::describe(std::string_view text, const CheckOptions& options, const FlatReport& flat) const {
  match::Draft draft(text);
  const check::Reading reading{draft, flat.language_, options.reader, compiled_->default_language};
  Report report{flat.language_, {}};
  for (const Found& found : flat.workspace_->found) {
    report.findings.push_back(check::describe(compiled_->guidelines[found.guideline],
                                              *compiled_->rules[found.guideline], found, reading));
  }
  return report;
}

Report Checker::check(std::string_view draft, const CheckOptions& options) const {
  FlatReport flat;
  find(draft, options, flat);
  return describe(draft, options, flat);
}

}  // namespace herold
