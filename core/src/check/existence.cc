// existence: each match of the matcher.
#include "check/fixes.h"
#include "check/rule.h"

namespace herold::check {
namespace {

class ExistenceRule : public CompiledRule {
 public:
  ExistenceRule(const Existence& rule, RuleCompiler& compiler)
      : matcher_(compiler.compile(rule)),
        terms_(rule.matcher.terms),
        replacements_(rule.replacements),
        remove_(rule.remove) {}

  void find(Inspection& inspection, std::vector<Found>& out) const override {
    each_match(inspection.hits, matcher_, [&](const Hit& hit) {
      Found found{.range = hit.range, .item = hit.origin < Origin::pattern ? hit.item : none};
      if (hit.origin == Origin::secret)
        found.texts = inspection.keep({std::string(inspection.hits.unsealed.term(hit.source))});
      out.push_back(found);
    });
  }

  Explanation explain(const Found& found, const Reading& reading) const override {
    Explanation explanation;
    const std::string_view term = term_of(found, reading.texts);
    for (const std::string& replacement : replacements_) {
      std::string fixed = in_place_of(reading.text(found.range), replacement, term);
      if (explanation.fixes.empty()) explanation.replacement = fixed;
      explanation.fixes.push_back(replace_with(reading, found.range, std::move(fixed)));
    }
    if (remove_) explanation.fixes.push_back(remove(reading, found.range));
    return explanation;
  }

  std::vector<Part> parts() const override { return {{{}, matcher_}}; }

 private:
  /// Empty for patterns and detectors.
  std::string_view term_of(const Found& found, const Texts& texts) const {
    if (found.item == none) return {};
    return found.texts != none ? texts[found.texts].front() : terms_[found.item];
  }

  CompiledMatcher matcher_;
  std::vector<std::string> terms_;
  std::vector<std::string> replacements_;
  bool remove_;
};

}  // namespace

std::unique_ptr<CompiledRule> compile(const Existence& rule, RuleCompiler& compiler) {
  return std::make_unique<ExistenceRule>(rule, compiler);
}

}  // namespace herold::check
