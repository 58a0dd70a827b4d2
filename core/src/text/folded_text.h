// A text as the literal automaton reads it: folded, with the way back to the source.
//
// Beside the folding of fold.h, which both sides undergo, letters that differ only under conditions get byte
// values that no UTF-8 text holds (see Symbol), so that one automaton pass finds candidates and a comparison
// of bytes decides.
//   "Fußgänger–Zone"  →  "fussg" "a" umlaut_e "nger" dash "zone"
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/bits.h"
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

/// Byte `i` of folded bytes, which is below their size.
inline unsigned char byte_at(std::string_view folded, std::size_t i) {
  return static_cast<unsigned char>(folded[i]);
}

/// Whether it parts words.
inline bool is_separator(unsigned char byte) { return byte == blank || byte == dash || byte == underscore; }

// Where a cluster begins, in both texts. Those up to the next anchor are as far from it in the one as in the
// other.
struct Anchor {
  std::uint32_t folded, source;
  // How far the source is ahead, modulo 2^32.
  std::uint32_t shift() const { return source - folded; }
};

struct Folding {
  std::string bytes;
  Bits wordlike;  // by byte
  Bits starts;    // by byte: whether a grapheme cluster of the source begins with it
  // By place. Few, since most letters fold to as many bytes as they have.
  std::vector<Anchor> anchors;
};

class FoldedText {
 public:
  // `source` is valid UTF-8 and outlives this.
  FoldedText(std::string_view source, Case letter_case);

  std::string_view source() const { return source_; }
  std::string_view bytes() const { return folding_.bytes; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(folding_.bytes.size()); }

  // Source offset where the grapheme cluster begins that folded byte `at` comes from.
  std::uint32_t cluster(std::uint32_t at) const {
    const std::uint32_t start = folding_.starts.last_set(at);
    return start + folding_.anchors[last_anchor(anchors_of_blocks_[start / 64], start)].shift();
  }
  // Whether a grapheme cluster of the source begins at folded offset `at` (0 and size() count).
  bool boundary(std::uint32_t at) const { return at == size() || folding_.starts[at]; }
  // Whether folded byte `at` comes from a letter, mark or number that is not part of an emoji.
  bool wordlike(std::uint32_t at) const { return folding_.wordlike[at]; }
  // The end of the longest stretch from `at` on of which the same holds.
  std::uint32_t wordlike_run_end(std::uint32_t at) const { return folding_.wordlike.run_end(at); }
  // Whether a match from `start` to `end` has no letter, mark or number beside it.
  bool stands_alone(std::uint32_t start, std::uint32_t end) const {
    return (start == 0 || !wordlike(start - 1)) && (end == size() || !wordlike(end));
  }
  // Calls `visit(start, end)` for each longest stretch of wordlike bytes.
  template <typename Visit>
  void each_word(Visit&& visit) const;
  // Calls `visit(start)` for each folded offset but blanks with no letter, mark or number in front: where a
  // match that stands alone may begin.
  template <typename Visit>
  void each_fresh_start(Visit&& visit) const;
  // The first folded offset whose cluster begins at or after `source_offset`.
  std::uint32_t find_cluster(std::uint32_t source_offset) const;
  // What the clusters that begin in `source` fold to.
  std::string_view bytes_of(ByteRange source) const {
    const std::uint32_t start = find_cluster(source.start);
    return bytes().substr(start, find_cluster(source.end) - start);
  }

 private:
  // Which of 64 folded bytes are blanks, that at `start` the lowest.
  std::uint64_t blanks_from(std::uint32_t start) const;

  // The number of the last anchor up to `start`, where a cluster begins, counting on from `anchor`.
  std::uint32_t last_anchor(std::uint32_t anchor, std::uint32_t start) const {
    while (anchor + 1 < folding_.anchors.size() && folding_.anchors[anchor + 1].folded <= start) ++anchor;
    return anchor;
  }

  std::string_view source_;
  Folding folding_;
  std::vector<std::uint32_t> anchors_of_blocks_;  // by 64 folded bytes, the last up to the first of them
};

template <typename Visit>
void FoldedText::each_fresh_start(Visit&& visit) const {
  const std::span<const std::uint64_t> wordlike = folding_.wordlike.words();
  std::uint64_t before = 0;  // the bit in front of the word at hand
  for (std::uint32_t i = 0; i < wordlike.size(); ++i) {
    std::uint64_t fresh = ~(wordlike[i] << 1 | before);
    before = wordlike[i] >> 63;
    if (size() - i * 64 < 64) fresh &= (std::uint64_t{1} << (size() - i * 64)) - 1;
    fresh &= ~blanks_from(i * 64);
    for (; fresh != 0; fresh &= fresh - 1) visit(i * 64 + static_cast<std::uint32_t>(__builtin_ctzll(fresh)));
  }
}

template <typename Visit>
void FoldedText::each_word(Visit&& visit) const {
  const std::span<const std::uint64_t> wordlike = folding_.wordlike.words();
  std::uint64_t before = 0;
  std::uint32_t start = 0;
  for (std::uint32_t i = 0; i < wordlike.size(); ++i) {
    const std::uint64_t word = wordlike[i];
    // Where a stretch begins or ends, by turns.
    for (std::uint64_t turns = word ^ (word << 1 | before); turns != 0; turns &= turns - 1) {
      const auto bit = static_cast<std::uint32_t>(__builtin_ctzll(turns));
      if ((word >> bit & 1) != 0)
        start = i * 64 + bit;
      else
        visit(start, i * 64 + bit);
    }
    before = word >> 63;
  }
  if (before != 0 && size() % 64 == 0) visit(start, size());
}

// A term in the same form: what an automaton looks for in folded texts. Empty when folding leaves nothing.
// White space at its ends is dropped.
std::string folded_term(std::string_view term, Case letter_case);

}  // namespace herold::text
