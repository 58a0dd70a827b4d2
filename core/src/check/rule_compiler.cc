#include <algorithm>

#include "check/rule.h"
#include "match/pattern_syntax.h"
#include "text/folded_text.h"

namespace herold::check {
namespace {

// Whether terms match the same texts: a hyphen matches what a blank does.
bool are_one_term(std::string_view one, std::string_view other) {
  const auto key = [](std::string_view term) {
    std::string folded = text::folded_term(term, text::Case::fold);
    std::replace(folded.begin(), folded.end(), static_cast<char>(text::dash), static_cast<char>(text::blank));
    return folded;
  };
  const std::string letters = key(one);
  return !letters.empty() && letters == key(other);
}

match::PatternOptions pattern_options(const MatchStyle& style, match::Extent extent, match::Groups groups) {
  return {style.exact_case ? text::Case::exact : text::Case::fold, extent, groups};
}

// Whether a replacement names a group that the pattern has not.
bool names_missing_group(const Swap& swap) {
  for (const std::string& text : swap.to)
    for (std::size_t at = text.find('$'); at < text.size(); at = text.find('$', at + 2)) {
      const std::size_t group = static_cast<unsigned char>(text.c_str()[at + 1]) - std::size_t{'0'};
      if (group < 10 && group >= match::runnable_pattern(swap.from).groups.size()) return true;
    }
  return false;
}

}  // namespace

bool names_groups(const Swap& swap) {
  return std::any_of(swap.to.begin(), swap.to.end(),
                     [](const std::string& text) { return text.find('$') != std::string::npos; });
}

CompiledMatcher RuleCompiler::compile(const Matcher& matcher, const Path& path, match::Groups groups) {
  CompiledMatcher compiled;
  compiled.found = compile_terms(matcher.terms, matcher.style, Path(path, "terms"));
  add_patterns(compiled.found, matcher.patterns, pattern_options(matcher.style, matcher.extent, groups),
               Path(path, "patterns"));
  for (const match::Detector detector : matcher.detectors) matchers_.add_detector(compiled.found, detector);
  compiled.exceptions = compile_exceptions(matcher.exceptions, matcher.style, matcher.extent, path);
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
  const Path guideline, swaps(guideline, "swap"), patterns(guideline, "swapPatterns");
  for (const Swap& swap : substitution.terms)
    add_term(compiled.found, item++, swap.from, substitution.style, Path(swaps, swap.from));
  for (const Swap& swap : substitution.patterns) {
    const match::Groups groups = names_groups(swap) ? match::Groups::kept : match::Groups::ignored;
    const Path path(patterns, swap.from);
    add_pattern(compiled.found, item++, swap.from,
                pattern_options(substitution.style, substitution.extent, groups), path);
    if (names_missing_group(swap))
      flaws_.push_back({path.pointer(), "a replacement names a group that the pattern has not"});
  }
  compiled.exceptions =
      compile_exceptions(substitution.exceptions, substitution.style, substitution.extent, guideline);
  return compiled;
}

Slot RuleCompiler::compile_variants(const std::string& one, const std::string& other) {
  const Path guideline, either(guideline, "either"), path(either, one);
  if (are_one_term(one, other))
    flaws_.push_back({path.pointer(), "“" + one + "” and “" + other + "” match the same texts"});
  const Slot slot = matchers_.open_slot(guideline_);
  add_term(slot, 0, one, {}, path);
  add_term(slot, 1, other, {}, path);
  return slot;
}

Slot RuleCompiler::compile_terms(const std::vector<std::string>& terms, const MatchStyle& style,
                                 const Path& path) {
  const Slot slot = matchers_.open_slot(guideline_);
  for (std::uint32_t i = 0; i < terms.size(); ++i) add_term(slot, i, terms[i], style, Path(path, i));
  return slot;
}

Slot RuleCompiler::compile_exceptions(const Exceptions& exceptions, const MatchStyle& style,
                                      match::Extent extent, const Path& path) {
  if (exceptions.terms.empty() && exceptions.patterns.empty()) return none;
  const Slot slot = compile_terms(exceptions.terms, {.exact_case = style.exact_case}, Path(path, "except"));
  add_patterns(slot, exceptions.patterns, pattern_options(style, extent, match::Groups::ignored),
               Path(path, "exceptPatterns"));
  return slot;
}

void RuleCompiler::add_term(Slot slot, std::uint32_t item, const std::string& term, const MatchStyle& style,
                            const Path& path) {
  if (matchers_.add_term(slot, item, term, style, stem_language_)) return;
  flaws_.push_back({path.pointer(), "“" + term + "” holds nothing to look for"});
}

void RuleCompiler::add_patterns(Slot slot, const std::vector<std::string>& patterns,
                                const match::PatternOptions& options, const Path& path) {
  for (std::uint32_t i = 0; i < patterns.size(); ++i)
    add_pattern(slot, i, patterns[i], options, Path(path, i));
}

void RuleCompiler::add_pattern(Slot slot, std::uint32_t item, const std::string& pattern,
                               const match::PatternOptions& options, const Path& path) {
  if (pattern.empty()) return flaws_.push_back({path.pointer(), "holds nothing to look for"});
  if (auto error = matchers_.add_pattern(slot, item, pattern, options)) {
    flaws_.push_back({path.pointer(), "is not a pattern that RE2 takes: " + *error});
  }
}

}  // namespace herold::check
