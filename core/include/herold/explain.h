// Why a guideline speaks about a draft, or does not: for authors who wonder about their own rules.
//
// Slower than a check by far, and never on the keystroke path.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "herold/check.h"

namespace herold {

/// One condition of `applies`.
struct ConditionState {
  std::string condition;  // its key: `languages`, `notRoles`, `from` …
  std::string wanted;     // its values in words
  std::string given;      // what the options hold; empty when they say nothing
  bool holds = false;
};

/// What became of a place that something of the guideline matches.
enum class Fate : std::uint8_t {
  counts,       // the guideline goes by it
  excepted,     // an exception overlaps it
  overlapped,   // an earlier or longer match has taken its place
  inside_word,  // the letters are there, as part of a longer word
  other_case,   // and here in other capitals
  spared,       // it is as the guideline wants it: MatchState::reason
  ignored,      // the options put its text aside
};

struct MatchState {
  std::string part;  // `if`, `then`, `first` or `second`; empty where a guideline has one matcher
  std::string by;    // the term or pattern as the pack has it; the detector's name
  Range range;
  std::string match;
  bool is_form = false;  // inflected, or part of a longer word
  bool joined = false;   // its words joined in a hashtag
  Fate fate = Fate::counts;
  std::string reason{};  // of what is spared, in words: “is written as it should be”
};

struct GuidelineExplanation {
  std::string guideline;
  Kind kind = Kind::existence;
  bool applies = false;  // all conditions hold
  bool ignored = false;  // the options leave the guideline out
  std::vector<ConditionState> conditions;
  std::vector<MatchState> matches;  // by start; looked for even where the guideline does not apply
  std::string figures;              // what was measured against which bounds, in words; empty for other kinds
  std::vector<Finding> findings;    // as a check gives them
  std::string verdict;              // one sentence
};

std::string_view name(Fate);

}  // namespace herold
