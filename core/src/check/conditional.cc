// conditional: the first match of `if`, when `then` is missing where it must be; with `same-text` each match
// of `if` whose text no `then` says.
#include <algorithm>

#include "check/fixes.h"
#include "check/rule.h"
#include "check/scopes.h"
#include "text/sort_numbers.h"

namespace herold::check {
namespace {

using text::ByteRange;

/// The sentence that the range begins in.
ByteRange sentence_of(match::Draft& draft, ByteRange range) {
  const auto& sentences = draft.sentences();
  const auto sentence = std::partition_point(
      sentences.begin(), sentences.end(), [&](ByteRange candidate) { return candidate.end <= range.start; });
  return sentence == sentences.end() ? ByteRange{range.start, draft.size()} : *sentence;
}

class ConditionalRule : public CompiledRule {
 public:
  ConditionalRule(const Conditional& rule, RuleCompiler& compiler)
      : condition_(compiler.compile(rule.condition, Path(Path(), "if"))),
        consequence_(compiler.compile(
            rule.consequence, Path(Path(), "then"),
            rule.where == Conditional::Where::same_text ? match::Groups::kept : match::Groups::ignored)),
        where_(rule.where),
        insertion_(rule.insertion) {}

  void find(Inspection& inspection, std::vector<Found>& out) const override {
    const std::vector<Hit> conditions = matches(inspection.hits, condition_);
    if (conditions.empty()) return;
    if (where_ == Conditional::Where::same_text) return find_unsaid(inspection, conditions, out);
    const ByteRange condition = conditions.front().range;
    if (!is_met(inspection, condition)) out.push_back({.range = condition});
  }

  Explanation explain(const Found&, const Reading& reading) const override {
    return {.fixes = insert(reading, insertion_)};
  }

  std::vector<Part> parts() const override { return {{"if", condition_}, {"then", consequence_}}; }

  Reasons why_spared(Inspection& inspection) const override {
    if (where_ == Conditional::Where::same_text)
      return [](const Part& part, const Hit&) { return part.key == "if" ? "is what “then” says too" : ""; };
    const std::vector<Hit> conditions = matches(inspection.hits, condition_);
    if (conditions.empty()) return CompiledRule::why_spared(inspection);
    const ByteRange first = conditions.front().range, place = where_must_it_be(inspection, first);
    const char* of_condition = is_met(inspection, first) ? "has “then” where it must be"
                                                         : "is not the first, which alone is told of";
    return [this, place, of_condition](const Part& part, const Hit& hit) -> std::string {
      if (part.key == "if") return of_condition;
      return is_in(place, hit.range) ? "" : "stands where it does not count";
    };
  }

 private:
  bool is_met(Inspection& inspection, ByteRange condition) const {
    const ByteRange place = where_must_it_be(inspection, condition);
    const std::vector<Hit> consequences = candidates(inspection.hits, consequence_);
    return std::any_of(consequences.begin(), consequences.end(),
                       [&](const Hit& hit) { return is_in(place, hit.range); });
  }

  /// As an abbreviation is said by its explanation, which holds it as the first group of its pattern.
  void find_unsaid(Inspection& inspection, const std::vector<Hit>& conditions,
                   std::vector<Found>& out) const {
    const std::string_view text = inspection.draft.text();
    std::vector<std::string_view> said;
    for (const Hit& hit : candidates(inspection.hits, consequence_)) {
      const std::span<const std::string_view> groups = inspection.hits.groups_of(hit);
      said.push_back(groups.size() > 1 ? groups[1] : hit.range.of(text));
    }
    text::sort_unique(said);
    for (const Hit& condition : conditions) {
      if (!std::binary_search(said.begin(), said.end(), condition.range.of(text)))
        out.push_back({.range = condition.range});
    }
  }

  ByteRange where_must_it_be(Inspection& inspection, ByteRange condition) const {
    switch (where_) {
      case Conditional::Where::before:
        return {0, condition.start};
      case Conditional::Where::after:
        return {condition.end, inspection.draft.size()};
      case Conditional::Where::opening:
        return opening(inspection);
      case Conditional::Where::same_sentence:
        return sentence_of(inspection.draft, condition);
      case Conditional::Where::same_text:
      case Conditional::Where::anywhere:
        break;
    }
    return {0, inspection.draft.size()};
  }

  /// What counts in a sentence is where it begins; elsewhere it must stand there whole.
  bool is_in(ByteRange place, ByteRange range) const {
    if (where_ != Conditional::Where::same_sentence) return place.contains(range);
    return place.start <= range.start && range.start < place.end;
  }

  CompiledMatcher condition_, consequence_;
  Conditional::Where where_;
  std::optional<Insertion> insertion_;
};

}  // namespace

std::unique_ptr<CompiledRule> compile(const Conditional& rule, RuleCompiler& compiler) {
  return std::make_unique<ConditionalRule>(rule, compiler);
}

}  // namespace herold::check
