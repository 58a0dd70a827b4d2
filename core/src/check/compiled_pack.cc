#include "check/compiled_pack.h"

#include <numeric>
#include <utility>

#include "text/sort_numbers.h"

namespace herold::check {

PackCompiler::PackCompiler(std::string default_language, std::size_t guidelines)
    : pack_(std::make_unique<CompiledPack>()) {
  pack_->guidelines.reserve(guidelines);
  pack_->rules.reserve(guidelines);
  pack_->default_language = std::move(default_language);
}

std::vector<Flaw> PackCompiler::add(Guideline&& guideline) {
  std::vector<Flaw> flaws;
  const auto number = static_cast<std::uint32_t>(pack_->guidelines.size());
  const Slot first_slot = pack_->matchers.slots();
  const std::vector<std::string>& languages = guideline.applies.languages.only;
  const std::string& stem_language = languages.empty() ? pack_->default_language : languages.front();
  RuleCompiler compiler(pack_->matchers, number, stem_language, flaws);
  auto rule = std::visit([&](const auto& of_kind) { return compile(of_kind, compiler); }, guideline.rule);
  if (!flaws.empty()) {
    pack_->matchers.abandon_from(first_slot);
    return flaws;
  }
  if (!guideline.applies.empty()) pack_->conditional.push_back(number);
  if (!rule->needs_hit()) pack_->without_hits.push_back(number);
  pack_->guidelines.push_back(std::move(guideline));
  pack_->rules.push_back(std::move(rule));
  return flaws;
}

std::unique_ptr<const CompiledPack> PackCompiler::finish() {
  pack_->matchers.compile();
  std::vector<std::uint32_t> ranked(pack_->guidelines.size());
  std::iota(ranked.begin(), ranked.end(), 0U);
  text::sort_numbers(ranked, [&](std::uint32_t first, std::uint32_t second) {
    const Guideline &a = pack_->guidelines[first], &b = pack_->guidelines[second];
    return a.severity != b.severity ? a.severity > b.severity : a.id < b.id;
  });
  pack_->rank.resize(ranked.size());
  for (std::uint32_t i = 0; i < ranked.size(); ++i) pack_->rank[ranked[i]] = i;
  return std::move(pack_);
}

std::vector<Found> inspect(const CompiledPack& pack, std::uint32_t guideline, std::string_view text,
                           const CheckOptions& options) {
  match::Draft draft(text);
  draft.set_language(options.language);
  std::vector<std::uint8_t> active(pack.guidelines.size());
  active[guideline] = 1;
  Hits hits;
  pack.matchers.scan(draft, {options.language, {}}, active, hits);
  Texts texts;
  Inspection inspection{draft, options.language, network_rules(options.network),
                        hits,  options.captions, texts};
  std::vector<Found> found;
  pack.rules[guideline]->find(inspection, found);
  return found;
}

}  // namespace herold::check
