// substitution: each match of a swap whose text is not already a replacement.
#include <algorithm>

#include "check/fixes.h"
#include "check/rule.h"

namespace herold::check {
namespace {

/// Whether the range lies inside the text, in exact case, where the draft holds it.
bool stands_in(std::string_view draft, text::ByteRange range, std::string_view text) {
  if (text.size() < range.size()) return false;
  const std::size_t slack = text.size() - range.size();
  const std::size_t first = range.start < slack ? 0 : range.start - slack;
  for (std::size_t at = first; at <= range.start && at + text.size() <= draft.size(); ++at) {
    if (draft.substr(at, text.size()) == text) return true;
  }
  return false;
}

class SubstitutionRule : public CompiledRule {
 public:
  SubstitutionRule(const Substitution& rule, RuleCompiler& compiler)
      : matcher_(compiler.compile(rule)), swaps_(rule.terms), terms_(rule.terms.size()) {
    swaps_.insert(swaps_.end(), rule.patterns.begin(), rule.patterns.end());
  }

  void find(Inspection& inspection, std::vector<Found>& out) const override {
    each_match(inspection.hits, matcher_, [&](const Hit& hit) {
      const Found found = found_at(hit, inspection);
      if (!is_replaced(found, inspection)) out.push_back(found);
    });
  }

  Explanation explain(const Found& found, const Reading& reading) const override {
    Explanation explanation;
    const std::string_view match = reading.text(found.range);
    // Capitals around a pattern are its author's business.
    const bool is_pattern = found.item % first_form() >= terms_;
    const std::string_view term = is_pattern ? match : std::string_view(swap_of(found).from);
    for (const std::string& text : replacements(found, reading.texts)) {
      std::string fixed = in_place_of(match, text, term);
      if (explanation.replacement.empty()) explanation.replacement = fixed;
      // Another form of the term would need another form of the replacement: a hint, but no fix.
      if (found.item < first_form())
        explanation.fixes.push_back(replace_with(reading, found.range, std::move(fixed)));
    }
    return explanation;
  }

  std::vector<Part> parts() const override { return {{{}, matcher_}}; }

  Reasons why_spared(Inspection& inspection) const override {
    return [this, &inspection](const Part&, const Hit& hit) -> std::string {
      return is_replaced(found_at(hit, inspection), inspection) ? "is part of its replacement already" : "";
    };
  }

 private:
  Found found_at(const Hit& hit, Inspection& inspection) const {
    const bool is_form = hit.origin == Origin::form;
    Found found{.range = hit.range, .item = is_form ? hit.item + first_form() : hit.item};
    if (hit.origin == Origin::pattern && names_groups(swaps_[hit.item]))
      found.texts = inspection.keep(expand(inspection.hits.groups_of(hit), swaps_[hit.item]));
    return found;
  }

  bool is_replaced(const Found& found, const Inspection& inspection) const {
    const std::vector<std::string>& texts = replacements(found, inspection.texts);
    return std::any_of(texts.begin(), texts.end(), [&](const std::string& text) {
      return stands_in(inspection.draft.text(), found.range, text);
    });
  }

  static std::vector<std::string> expand(std::span<const std::string_view> groups, const Swap& swap) {
    std::vector<std::string> expanded;
    for (const std::string& text : swap.to) expanded.push_back(match::expand_groups(text, groups));
    return expanded;
  }

  /// Of a pattern that has some those with its groups filled in.
  const std::vector<std::string>& replacements(const Found& found, const Texts& texts) const {
    return found.texts != none ? texts[found.texts] : swap_of(found).to;
  }

  /// Found::item counts forms on behind the terms and patterns.
  std::uint32_t first_form() const { return static_cast<std::uint32_t>(swaps_.size()); }
  const Swap& swap_of(const Found& found) const { return swaps_[found.item % first_form()]; }

  CompiledMatcher matcher_;
  std::vector<Swap> swaps_;  // terms, then patterns
  std::size_t terms_;        // how many of them are terms
};

}  // namespace

std::unique_ptr<CompiledRule> compile(const Substitution& rule, RuleCompiler& compiler) {
  return std::make_unique<SubstitutionRule>(rule, compiler);
}

}  // namespace herold::check
