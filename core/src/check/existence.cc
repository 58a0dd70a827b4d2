// existence: each match of the matcher.
#include "check/fixes.h"
#include "check/rule.h"

namespace herold::check {
namespace {

class ExistenceRule : public CompiledRule {
 public:
  ExistenceRule(const Existence& rule, RuleCompiler& compiler)
      : matcher_(compiler.compile(rule.matcher, {})),
        terms_(rule.matcher.terms),
        replacements_(rule.replacements),
        remove_(rule.remove) {}

  void find(Inspection& inspection, std::vector<Found>& out) const override {
    for (const Hit& hit : matches(inspection.hits, matcher_)) {
      out.push_back({.range = hit.range, .item = hit.pattern_hit == none ? hit.item : none});
    }
  }

  Explanation explain(const Found& found, const Reading& reading) const override {
    Explanation explanation;
    const std::string_view term = found.item == none ? std::string_view{} : terms_[found.item];
    for (const std::string& replacement : replacements_) {
      std::string fixed = keep_capitals(replacement, reading.text(found.range), term);
      if (explanation.fixes.empty()) explanation.replacement = fixed;
      explanation.fixes.push_back(replace_with(reading, found.range, std::move(fixed)));
    }
    if (remove_) explanation.fixes.push_back(remove(reading, found.range));
    return explanation;
  }

 private:
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
