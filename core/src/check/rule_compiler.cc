#include "check/rule.h"

namespace herold::check {
namespace {

std::vector<std::string> with(std::vector<std::string> steps, std::string step) {
  steps.push_back(std::move(step));
  return steps;
}

}  // namespace

CompiledMatcher RuleCompiler::compile(const Matcher& matcher, const std::vector<std::string>& steps) {
  CompiledMatcher compiled;
  compiled.found = compile_terms(matcher.terms, matcher.style, with(steps, "terms"));
  for (std::uint32_t i = 0; i < matcher.patterns.size(); ++i) {
    add_pattern(compiled.found, i, matcher.patterns[i], matcher.style.exact_case, matcher.extent,
                with(with(steps, "patterns"), std::to_string(i)));
  }
  for (const match::Detector detector : matcher.detectors) matchers_.add_detector(compiled.found, detector);
  compiled.exceptions = compile_exceptions(matcher.exceptions, matcher.style, with(steps, "except"));
  return compiled;
}

CompiledMatcher RuleCompiler::compile(const Existence& existence) {
  const CompiledMatcher compiled = compile(existence.matcher, {});
  matchers_.add_secrets(compiled.found, existence.sealed, existence.matcher.style);
  return compiled;
}

CompiledMatcher RuleCompiler::compile(const Substitution& substitution) {
  CompiledMatcher compiled{.found = matchers_.open_slot(guideline_)};
  std::uint32_t item = 0;
  for (const Swap& swap : substitution.terms) {
    add_term(compiled.found, item++, swap.from, substitution.style, {"swap", swap.from});
  }
  for (const Swap& swap : substitution.patterns) {
    add_pattern(compiled.found, item++, swap.from, substitution.style.exact_case, substitution.extent,
                {"swapPatterns", swap.from});
  }
  compiled.exceptions = compile_exceptions(substitution.exceptions, substitution.style, {"except"});
  return compiled;
}

Slot RuleCompiler::compile_variants(const std::string& one, const std::string& other) {
  const Slot slot = matchers_.open_slot(guideline_);
  add_term(slot, 0, one, {}, {"either", one});
  add_term(slot, 1, other, {}, {"either", one});
  return slot;
}

Slot RuleCompiler::compile_terms(const std::vector<std::string>& terms, const MatchStyle& style,
                                 const std::vector<std::string>& steps) {
  const Slot slot = matchers_.open_slot(guideline_);
  for (std::uint32_t i = 0; i < terms.size(); ++i)
    add_term(slot, i, terms[i], style, with(steps, std::to_string(i)));
  return slot;
}

Slot RuleCompiler::compile_exceptions(const std::vector<std::string>& exceptions, const MatchStyle& style,
                                      const std::vector<std::string>& steps) {
  if (exceptions.empty()) return none;
  return compile_terms(exceptions, {.exact_case = style.exact_case}, steps);
}

void RuleCompiler::add_term(Slot slot, std::uint32_t item, const std::string& term, const MatchStyle& style,
                            std::vector<std::string> steps) {
  if (matchers_.add_term(slot, item, term, style, stem_language_)) return;
  flaws_.push_back({std::move(steps), "“" + term + "” holds nothing to look for"});
}

void RuleCompiler::add_pattern(Slot slot, std::uint32_t item, const std::string& pattern, bool exact_case,
                               match::Extent extent, std::vector<std::string> steps) {
  if (pattern.empty()) return flaws_.push_back({std::move(steps), "holds nothing to look for"});
  if (auto error = matchers_.add_pattern(slot, item, pattern, exact_case, extent)) {
    flaws_.push_back({std::move(steps), "is not a pattern that RE2 takes: " + *error});
  }
}

}  // namespace herold::check
