// substitution: each match of a swap whose text is not already a replacement.
#include <algorithm>

#include "check/fixes.h"
#include "check/rule.h"
#include "text/letter_case.h"

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

/// A pattern without its escapes and what opens a group: whether it is itself written in capitals.
std::string letters_of(std::string_view pattern) {
  std::string letters;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] == '\\') {
      ++at;
    } else if (pattern.substr(at, 2) == "(?") {
      at = std::min(pattern.find_first_of(":>)", at), pattern.size());
    } else {
      letters += pattern[at];
    }
  }
  return letters;
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
    const std::string term = term_of(found);
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
    const std::string_view draft = inspection.draft.text();
    return std::any_of(texts.begin(), texts.end(), [&](const std::string& text) {
      return stands_in(draft, found.range, text) || is_capitalized(found, found.range.of(draft), text);
    });
  }

  /// Whether it is a replacement in small letters that begins a sentence or is shouted, unless capitals are
  /// all that the swap is about.
  bool is_capitalized(const Found& found, std::string_view match, const std::string& text) const {
    if (text.size() != match.size() || has_capitals(text)) return false;
    const std::string term = term_of(found);
    return keep_capitals(text, match, term) == match && text::to_lower(term) != text;
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

  std::string term_of(const Found& found) const {
    const std::string& from = swap_of(found).from;
    return found.item % first_form() < terms_ ? from : letters_of(from);
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
