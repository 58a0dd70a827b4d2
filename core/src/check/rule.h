// What each kind of guideline is once compiled: it finds, quickly and without texts, and explains later what
// it found.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/matchers.h"
#include "check/model.h"
#include "check/network_rules.h"
#include "check/path.h"
#include "herold/check.h"
#include "match/draft.h"

namespace herold::check {

/// A finding in the making; a draft may yield a million, so it is kept small. What `item` and `texts` hold is
/// known to the rule that made it.
struct Found {
  std::uint32_t guideline = 0;
  text::ByteRange range{};
  std::uint32_t item = none;
  std::uint32_t texts = none;  // the place in Texts, of the few that need any
};
static_assert(sizeof(Found) == 20);

/// What findings say that numbers do not.
using Texts = std::vector<std::vector<std::string>>;

/// The draft under check, as rules see it.
struct Inspection {
  match::Draft& draft;
  std::string_view language;
  NetworkRules network;
  const Hits& hits;
  const std::vector<std::string>& captions;
  Texts& texts;

  /// For Found::texts.
  std::uint32_t keep(std::vector<std::string> own) {
    texts.push_back(std::move(own));
    return static_cast<std::uint32_t>(texts.size() - 1);
  }
};

/// For whom and about what a finding is explained.
struct Reading {
  match::Draft& draft;
  std::string_view language;          // of the draft
  std::string_view reader;            // of the person
  std::string_view default_language;  // of the pack
  const Texts& texts;

  Range range(text::ByteRange bytes) const;
  std::string_view text(text::ByteRange bytes) const { return bytes.of(draft.text()); }
};

/// What placeholders stand for, and the ways out.
struct Explanation {
  std::string replacement{}, count{}, limit{};
  std::vector<Fix> fixes{};
};

/// A matcher of a rule under its key in the pack; an empty key where the rule has but one.
struct Part {
  std::string_view key;
  CompiledMatcher matcher;
};

/// Why a hit of the part is none of what is found, in words that follow it; empty where it may be.
using Reasons = std::function<std::string(const Part&, const Hit&)>;

class CompiledRule {
 public:
  virtual ~CompiledRule() = default;

  /// Whether it can only find something where one of its slots has a hit.
  virtual bool needs_hit() const { return true; }
  /// Appends what it finds; Found::guideline is set by the caller.
  virtual void find(Inspection& inspection, std::vector<Found>& out) const = 0;
  virtual Explanation explain(const Found& found, const Reading& reading) const = 0;

  /// What it looks for, in the order of the model's matchers.
  virtual std::vector<Part> parts() const { return {}; }
  /// Tells of each hit why it is none of what is found. The inspection outlives what it gives.
  virtual Reasons why_spared(Inspection&) const {
    return [](const Part&, const Hit&) { return std::string(); };
  }
  /// What it measures, against which bounds, in words.
  virtual std::string figures(Inspection&) const { return {}; }
};

/// What is wrong with a rule, and the JSON Pointer from the guideline to the value at fault.
struct Flaw {
  std::string pointer;
  std::string message;
};

/// Takes the matchers of one guideline into the set and collects what is wrong with them.
class RuleCompiler {
 public:
  RuleCompiler(MatcherSet& matchers, std::uint32_t guideline, std::string_view stem_language,
               std::vector<Flaw>& flaws)
      : matchers_(matchers), guideline_(guideline), stem_language_(stem_language), flaws_(flaws) {}

  /// Paths lead from the guideline to what is compiled.
  CompiledMatcher compile(const Matcher& matcher, const Path& path,
                          match::Groups groups = match::Groups::ignored);
  CompiledMatcher compile(const Substitution& substitution);
  CompiledMatcher compile(const Existence& existence);
  /// Two spellings of one word, as items 0 and 1 of one slot.
  Slot compile_variants(const std::string& one, const std::string& other);
  Slot compile_terms(const std::vector<std::string>& terms, const MatchStyle& style, const Path& path);
  /// Patterns see of the draft what those of the matcher do.
  Slot compile_exceptions(const Exceptions& exceptions, const MatchStyle& style, match::Extent extent,
                          const Path& path);

 private:
  void add_term(Slot slot, std::uint32_t item, const std::string& term, const MatchStyle& style,
                const Path& path);
  void add_patterns(Slot slot, const std::vector<std::string>& patterns, const match::PatternOptions& options,
                    const Path& path);
  void add_pattern(Slot slot, std::uint32_t item, const std::string& pattern,
                   const match::PatternOptions& options, const Path& path);

  MatcherSet& matchers_;
  std::uint32_t guideline_;
  std::string_view stem_language_;  // for drafts whose own has no stemmer
  std::vector<Flaw>& flaws_;
};

/// Whether a replacement has something of the match to fill in.
bool names_groups(const Swap& swap);

// One file each.
std::unique_ptr<CompiledRule> compile(const Existence& rule, RuleCompiler& compiler);
std::unique_ptr<CompiledRule> compile(const Substitution& rule, RuleCompiler& compiler);
std::unique_ptr<CompiledRule> compile(const Capitalization& rule, RuleCompiler& compiler);
std::unique_ptr<CompiledRule> compile(const Occurrence& rule, RuleCompiler& compiler);
std::unique_ptr<CompiledRule> compile(const Repetition& rule, RuleCompiler& compiler);
std::unique_ptr<CompiledRule> compile(const Consistency& rule, RuleCompiler& compiler);
std::unique_ptr<CompiledRule> compile(const Conditional& rule, RuleCompiler& compiler);
std::unique_ptr<CompiledRule> compile(const Sequence& rule, RuleCompiler& compiler);
std::unique_ptr<CompiledRule> compile(const Metric& rule, RuleCompiler& compiler);
std::unique_ptr<CompiledRule> compile(const LinkRules& rule, RuleCompiler& compiler);
std::unique_ptr<CompiledRule> compile(const Similarity& rule, RuleCompiler& compiler);

}  // namespace herold::check
