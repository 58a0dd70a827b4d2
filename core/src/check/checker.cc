#include <algorithm>
#include <numeric>
#include <utility>

#include "check/compiled_pack.h"
#include "check/conditions.h"
#include "check/findings.h"
#include "check/languages.h"
#include "check/messages.h"
#include "herold/check.h"
#include "herold/utf8.h"
#include "text/fold.h"
#include "text/sort_runs.h"

namespace herold {

using check::Found;

struct FlatReport::Workspace {
  std::vector<std::uint8_t> active;  // by guideline: its conditions hold and it is not ignored
  check::Hits hits;
  std::vector<Found> found;
  check::Texts texts;
  std::vector<std::uint32_t> order;  // of the findings: places in `found`
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

void mark_active(const CompiledPack& pack, const CheckOptions& options, const text::Languages& languages,
                 std::vector<std::uint8_t>& active) {
  active.assign(pack.guidelines.size(), 1);
  for (const std::uint32_t i : pack.conditional)
    active[i] = check::holds(pack.guidelines[i].applies, options, languages) ? 1 : 0;
  for (const Ignored& ignored : options.ignore) {
    if (ignored.match) continue;
    for (std::size_t i = 0; i < active.size(); ++i)
      if (pack.guidelines[i].id == ignored.guideline) active[i] = 0;
  }
}

/// Rules that need a hit are asked where they have one, the others always. A link or hashtag may end at a
/// letter that has marks or joiners behind it; what is found holds them.
void run_rules(const CompiledPack& pack, const std::vector<std::uint8_t>& active,
               check::Inspection& inspection, std::vector<Found>& found) {
  const auto run = [&](std::uint32_t guideline) {
    const std::size_t before = found.size();
    pack.rules[guideline]->find(inspection, found);
    for (std::size_t i = before; i < found.size(); ++i) {
      found[i].guideline = guideline;
      found[i].range = inspection.draft.whole_clusters(found[i].range);
    }
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

/// In a draft of several languages a guideline for one of them speaks where that one is written. Figures of a
/// whole draft go by its main language.
void drop_other_languages(const CompiledPack& pack, const text::Languages& languages,
                          std::vector<Found>& found) {
  if (languages.others.empty()) return;
  const auto is_elsewhere = [&](const Found& finding) {
    const Guideline& guideline = pack.guidelines[finding.guideline];
    const bool is_figure = guideline.kind() == Kind::metric || guideline.kind() == Kind::occurrence ||
                           guideline.kind() == Kind::similarity;
    const std::string_view language = is_figure ? languages.main : languages.at(finding.range.start);
    return !check::speaks(guideline.applies, language);
  };
  found.erase(std::remove_if(found.begin(), found.end(), is_elsewhere), found.end());
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

void sort_findings(const CompiledPack& pack, const std::vector<Found>& found,
                   std::vector<std::uint32_t>& order) {
  order.resize(found.size());
  std::iota(order.begin(), order.end(), 0u);
  text::sort_runs(order, [&](std::uint32_t first, std::uint32_t second) {
    const Found &a = found[first], &b = found[second];
    if (a.range.start != b.range.start) return a.range.start < b.range.start;
    if (a.guideline != b.guideline) return pack.rank[a.guideline] < pack.rank[b.guideline];
    return a.range.end < b.range.end;
  });
}

}  // namespace

namespace check {

void drop_untold(const CompiledPack& pack, std::string_view draft, const CheckOptions& options,
                 const text::Languages& languages, std::vector<Found>& found) {
  drop_other_languages(pack, languages, found);
  drop_ignored_matches(pack, draft, options, found);
}

}  // namespace check

std::optional<std::string> draft_error(std::string_view draft) {
  if (draft.size() > max_draft_bytes) return "is longer than 1 MiB";
  if (const auto offset = first_invalid_utf8(draft)) {
    return "is not valid UTF-8 at byte " + std::to_string(*offset);
  }
  return std::nullopt;
}

void Checker::find(std::string_view text, const CheckOptions& options, FlatReport& out) const {
  FlatReport::Workspace& work = *out.workspace_;
  match::Draft draft(text);
  const text::Languages languages = check::languages_of(draft, options, compiled_->default_language);
  out.language_ = languages.main;
  draft.set_language(out.language_);
  mark_active(*compiled_, options, languages, work.active);

  compiled_->matchers.scan(draft, languages, work.active, work.hits);
  work.found.clear();
  work.texts.clear();
  // Rules that need no hit may find as much again.
  work.found.reserve(2 * work.hits.all.size() + compiled_->guidelines.size());
  check::Inspection inspection{draft,     out.language_,    check::network_rules(options.network),
                               work.hits, options.captions, work.texts};
  run_rules(*compiled_, work.active, inspection, work.found);
  check::drop_untold(*compiled_, text, options, languages, work.found);
  sort_findings(*compiled_, work.found, work.order);

  out.findings_.clear();
  out.findings_.reserve(work.found.size());
  const text::Utf16Map& utf16 = draft.utf16();
  for (const std::uint32_t place : work.order) {
    const Found& found = work.found[place];
    const Severity severity = compiled_->guidelines[found.guideline].severity;
    out.findings_.push_back({found.guideline, static_cast<std::uint32_t>(severity),
                             utf16.units(found.range.start), utf16.units(found.range.end)});
  }
}

Report Checker::describe(std::string_view text, const CheckOptions& options, const FlatReport& flat) const {
  match::Draft draft(text);
  draft.set_language(flat.language_);
  const check::Reading reading{draft, flat.language_, options.reader, compiled_->default_language,
                               flat.workspace_->texts};
  Report report{flat.language_, {}};
  for (const std::uint32_t place : flat.workspace_->order) {
    const Found& found = flat.workspace_->found[place];
    report.findings.push_back(check::describe(compiled_->guidelines[found.guideline],
                                              *compiled_->rules[found.guideline], found, reading));
  }
  return report;
}

std::size_t FlatReport::pending() const { return workspace_->hits.unsealed.pending(); }

bool Checker::unseal_next(FlatReport& flat) const {
  return compiled_->matchers.try_secret(flat.workspace_->hits);
}

Report Checker::check(std::string_view draft, const CheckOptions& options) const {
  FlatReport flat;
  find(draft, options, flat);
  bool recognised = false;
  while (flat.pending() > 0) recognised = unseal_next(flat) || recognised;
  if (recognised) find(draft, options, flat);
  return describe(draft, options, flat);
}

}  // namespace herold
