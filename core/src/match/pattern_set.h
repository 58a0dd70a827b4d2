// Regular expressions (RE2 syntax) over drafts as given: add, then compile, then scan any number of drafts.
//
// `\w`, `\d` and their negations are Unicode's; a `\b` at either end of a pattern, or of one of its outermost
// alternatives, asks for the boundary that literal terms have. A group named `match` is the match; what the
// pattern has around it is only looked at. Thread-safe after compile.
// An automaton of the letters a pattern cannot do without decides which patterns run at all; one that never
// does is never compiled.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "match/draft.h"

namespace herold::match {

struct PatternHit {
  std::uint32_t pattern;                   // as `add` returned it
  text::ByteRange range;                   // whole grapheme clusters, never empty
  std::uint32_t first_group, group_count;  // in PatternHits::groups; none where they are not kept
};

// A draft may yield half a million hits: their groups lie one behind the other.
struct PatternHits {
  std::vector<PatternHit> all;
  std::vector<std::string_view> groups;

  // The texts of the groups, 0 being the match as the pattern has it; empty when a group took no part.
  std::span<const std::string_view> groups_of(const PatternHit& hit) const {
    return {groups.data() + hit.first_group, hit.group_count};
  }
};

// What a pattern sees as its text: `^`, `$` and boundaries stand at the ends of it, and no match leaves it.
enum class Extent : std::uint8_t { draft, sentence, paragraph };

// Whether anybody asks what the groups of a pattern matched. To find a match without them takes half the
// time.
enum class Groups : std::uint8_t { ignored, kept };

struct PatternOptions {
  text::Case letter_case = text::Case::fold;
  Extent extent = Extent::draft;
  Groups groups = Groups::ignored;
};

class PatternSet {
 public:
  PatternSet();
  ~PatternSet();
  PatternSet(PatternSet&&) noexcept;
  PatternSet& operator=(PatternSet&&) noexcept;

  struct Added {
    std::optional<std::uint32_t> pattern;  // its number, or
    std::string error;                     // what RE2 refuses, with the place
  };
  Added add(std::string_view pattern, const PatternOptions& options);
  void compile();

  // The matches of each pattern, not overlapping among themselves, by start, then longer first, then by
  // pattern.
  PatternHits scan(Draft& draft) const;
  // The ranges of all of them in the same order.
  std::vector<text::ByteRange> ranges(Draft& draft) const;

  std::uint32_t size() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Of overlapping ranges the earlier, then the longer, as they come from a set.
std::vector<text::ByteRange> leftmost_longest(std::vector<text::ByteRange> ranges);

// `text` with `$1` to `$9` replaced by groups and `$$` by a dollar sign. A group that took no part is empty.
std::string expand_groups(std::string_view text, std::span<const std::string_view> groups);

}  // namespace herold::match
