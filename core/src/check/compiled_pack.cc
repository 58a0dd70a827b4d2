#include "check/compiled_pack.h"

#include <algorithm>
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
  std::vector<std::uint32_t> by_id(pack_->guidelines.size());
  std::iota(by_id.begin(), by_id.end(), 0U);
  text::sort_numbers(by_id, [&](std::uint32_t a, std::uint32_t b) {
    return pack_->guidelines[a].id < pack_->guidelines[b].id;
  });
  pack_->id_order.resize(by_id.size());
  for (std::uint32_t i = 0; i < by_id.size(); ++i) pack_->id_order[by_id[i]] = i;
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
  Inspection inspection{draft, options.language, network_rules(options.network), hits, options.captions};
  std::vector<Found> found;
  pack.rules[guideline]->find(inspection, found);
  return found;
}

}  // namespace herold::check
