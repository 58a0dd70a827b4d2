// A text as the literal automaton reads it: folded, with the way back to the source.
//
// Beside the folding of fold.h, which both sides undergo, letters that differ only under conditions get byte
// values that no UTF-8 text holds (see Symbol), so that one automaton pass finds candidates and a comparison
// of bytes decides.
//   "Fußgänger–Zone"  →  "fussg" "a" umlaut_e "nger" dash "zone"
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/fold.h"
#include "text/range.h"

namespace herold::text {

// Bytes of a folded text that stand for something else than UTF-8.
enum Symbol : unsigned char {
  blank = 0xF8,       // a white space run without a blank line
  dash = 0xF9,        // a hyphen or dash
  underscore = 0xFA,  // `_`
  umlaut_e = 0xFB,    // the e of ä, ö, ü, each written as two letters
  parting = 0xFC,     // a white space run that holds a blank line
};

class FoldedText {
 public:
  // `source` is valid UTF-8 and outlives this.
  FoldedText(std::string_view source, Case letter_case);

  std::string_view source() const { return source_; }
  std::string_view bytes() const { return bytes_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(bytes_.size()); }

  // Source offset where the grapheme cluster begins that folded byte `at` comes from.
  std::uint32_t cluster(std::uint32_t at) const { return origin_[at] & ~wordlike_bit; }
  // Whether a grapheme cluster of the source begins at folded offset `at` (0 and size() count).
  bool boundary(std::uint32_t at) const { return at == 0 || at == size() || cluster(at - 1) != cluster(at); }
  // Whether folded byte `at` comes from a letter, mark or number that is not part of an emoji.
  bool wordlike(std::uint32_t at) const { return (origin_[at] & wordlike_bit) != 0; }
  // Whether a match from `start` to `end` has no letter, mark or number beside it.
  bool stands_alone(std::uint32_t start, std::uint32_t end) const {
    return (start == 0 || !wordlike(start - 1)) && (end == size() || !wordlike(end));
  }
  // The first folded offset whose cluster begins at or after `source_offset`.
  std::uint32_t find_cluster(std::uint32_t source_offset) const;
  // What the clusters that begin in `source` fold to.
  std::string_view bytes_of(ByteRange source) const {
    const std::uint32_t start = find_cluster(source.start);
    return bytes().substr(start, find_cluster(source.end) - start);
  }

 private:
  friend class Folder;
  static constexpr std::uint32_t wordlike_bit = 0x80000000u;

  std::string_view source_;
  std::string bytes_;
  std::vector<std::uint32_t> origin_;  // cluster's source offset, with wordlike_bit
};

// A term in the same form: what an automaton looks for in folded texts. Empty when folding leaves nothing.
// White space at its ends is dropped.
std::string folded_term(std::string_view term, Case letter_case);

}  // namespace herold::text
