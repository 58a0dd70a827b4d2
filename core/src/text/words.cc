// Word boundaries after UAX #29.

#include <cstddef>

#include "herold/ascii.h"
#include "text/segments.h"
#include "text/unicode.h"
#include "text/unicode_tables.h"
#include "text/utf8.h"

namespace herold::text {
namespace {

using Word = tables::Word;

// A code point with the Extend, Format and ZWJ characters that follow it, which rule WB4 makes one. A run of
// ASCII letters or digits is one unit as well: WB5 and WB8 never part it, and to every other rule it is as
// good as one.
struct Unit {
  std::uint32_t start;
  Word word;
  bool pictographic;
  bool extended;  // something follows inside the unit
  bool ends_with_zwj;
};

bool is_newline(Word w) { return w == Word::cr || w == Word::lf || w == Word::newline; }
bool is_ignored(Word w) { return w == Word::extend || w == Word::format || w == Word::zwj; }

// The units of a stretch of text, one after the other.
class Units {
 public:
  Units(std::string_view text, ByteRange stretch) : text_(text), at_(stretch.start), end_(stretch.end) {}

  // Behind the last one an empty unit that no rule names.
  Unit next() {
    Unit unit{at_, Word::other, false, false, false};
    if (at_ == end_) return unit;
    if (ascii::is_letter(text_[at_])) {
      unit.word = Word::a_letter;
      while (at_ < end_ && ascii::is_letter(text_[at_])) ++at_;
    } else if (ascii::is_digit(text_[at_])) {
      unit.word = Word::numeric;
      while (at_ < end_ && ascii::is_digit(text_[at_])) ++at_;
    } else {
      const CodePoint point = decode(text_, at_);
      const tables::Properties& properties = tables::properties(point.value);
      unit.word = static_cast<Word>(properties.word);
      unit.pictographic = (properties.flags & tables::pictographic) != 0;
      unit.ends_with_zwj = unit.word == Word::zwj;
      at_ += point.size;
    }
    if (!is_newline(unit.word)) read_ignored(unit);
    return unit;
  }

 private:
  void read_ignored(Unit& unit) {
    while (at_ < end_ && !ascii::is_ascii(text_[at_])) {
      const CodePoint point = decode(text_, at_);
      const auto word = static_cast<Word>(tables::properties(point.value).word);
      if (!is_ignored(word)) return;
      unit.extended = true;
      unit.ends_with_zwj = word == Word::zwj;
      at_ += point.size;
    }
  }

  std::string_view text_;
  std::uint32_t at_, end_;
};

bool is_letter_unit(Word w) { return w == Word::a_letter || w == Word::hebrew_letter; }
bool is_mid_letter(Word w) {
  return w == Word::mid_letter || w == Word::mid_num_let || w == Word::single_quote;
}
bool is_mid_number(Word w) { return w == Word::mid_num || w == Word::mid_num_let || w == Word::single_quote; }

// Stands between two units and sees one more on either side, which is as far as any rule looks.
class WordRules {
 public:
  WordRules(std::string_view text, ByteRange stretch)
      : units_(text, stretch), end_(stretch.end), right_(units_.next()), after_(units_.next()) {}

  // Goes on between the next two units; false where there are none.
  bool advance() {
    before_ = left_.word;
    left_ = right_;
    right_ = after_;
    after_ = units_.next();
    odd_indicators_ = left_.word == Word::regional_indicator && !odd_indicators_;
    return right_.start < end_;
  }

  std::uint32_t place() const { return right_.start; }

  bool joins() const {
    const Word a = left_.word, b = right_.word;
    if (a == Word::a_letter && b == Word::a_letter) return true;                   // WB5
    if (a == Word::cr && b == Word::lf) return true;                               // WB3
    if (is_newline(a) || is_newline(b)) return false;                              // WB3a, WB3b
    if (left_.ends_with_zwj && right_.pictographic) return true;                   // WB3c
    if (a == Word::w_seg_space && b == Word::w_seg_space) return !left_.extended;  // WB3d
    return joins_letters(a, b) || joins_numbers(a, b) || joins_others(a, b);
  }

 private:
  bool joins_letters(Word a, Word b) const {
    if (is_letter_unit(a) && is_letter_unit(b)) return true;                                // WB5
    if (is_letter_unit(a) && is_mid_letter(b) && is_letter_unit(after_.word)) return true;  // WB6
    if (is_letter_unit(before_) && is_mid_letter(a) && is_letter_unit(b)) return true;      // WB7
    if (a == Word::hebrew_letter && b == Word::single_quote) return true;                   // WB7a
    if (a == Word::hebrew_letter && b == Word::double_quote)
      return after_.word == Word::hebrew_letter;                                                   // WB7b
    return before_ == Word::hebrew_letter && a == Word::double_quote && b == Word::hebrew_letter;  // WB7c
  }

  bool joins_numbers(Word a, Word b) const {
    if (b == Word::numeric && (a == Word::numeric || is_letter_unit(a))) return true;     // WB8, WB9
    if (a == Word::numeric && is_letter_unit(b)) return true;                             // WB10
    if (before_ == Word::numeric && is_mid_number(a) && b == Word::numeric) return true;  // WB11
    return a == Word::numeric && is_mid_number(b) && after_.word == Word::numeric;        // WB12
  }

  bool joins_others(Word a, Word b) const {
    const auto takes_connector = [](Word w) {
      return is_letter_unit(w) || w == Word::numeric || w == Word::katakana;
    };
    if (a == Word::katakana && b == Word::katakana) return true;                               // WB13
    if (b == Word::extend_num_let) return takes_connector(a) || a == Word::extend_num_let;     // WB13a
    if (a == Word::extend_num_let) return takes_connector(b);                                  // WB13b
    return a == Word::regional_indicator && b == Word::regional_indicator && odd_indicators_;  // WB15, WB16
  }

  Units units_;
  std::uint32_t end_;
  Word before_ = Word::other;
  Unit left_{}, right_, after_;
  bool odd_indicators_ = false;
};

bool holds_letter_or_number(std::string_view word) {
  if (ascii::is_letter(word.front()) || ascii::is_digit(word.front())) return true;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode(word, at);
    if (is_letter(point.value) || is_number(point.value)) return true;
    at += point.size;
  }
  return false;
}

// Calls `visit` with each boundary of the stretch from `start` to `end` but the first. Nothing outside of the
// stretch may have a say.
template <typename Visit>
void each_boundary(std::string_view text, ByteRange stretch, Visit&& visit) {
  WordRules rules(text, stretch);
  while (rules.advance())
    if (!rules.joins()) visit(rules.place());
  visit(stretch.end);
}

// The end of the ASCII letters from `at` on when they are a word, whatever comes behind; else `at`.
std::uint32_t plain_word_end(std::string_view text, std::uint32_t at) {
  std::uint32_t end = at;
  while (end < text.size() && ascii::is_letter(text[end])) ++end;
  if (end == text.size()) return end;
  const char next = text[end];
  const bool may_go_on = !ascii::is_ascii(next) || next == '_' || ascii::is_digit(next);
  const bool is_mid = next == '\'' || next == '.' || next == ':';
  const bool letter_may_follow =
      is_mid && end + 1 < text.size() && (!ascii::is_ascii(text[end + 1]) || ascii::is_letter(text[end + 1]));
  return may_go_on || letter_may_follow ? at : end;
}

// The next place at or after `at`, which is above 0, where a letter follows a space or a line break: no rule
// joins them, or looks across.
std::uint32_t next_fresh_start(std::string_view text, std::uint32_t at) {
  for (; at < text.size(); ++at)
    if (ascii::is_letter(text[at]) && (text[at - 1] == ' ' || text[at - 1] == '\n')) break;
  return at;
}

}  // namespace

std::vector<std::uint32_t> word_boundaries(std::string_view text) {
  if (text.empty()) return {};
  std::vector<std::uint32_t> boundaries = {0};
  each_boundary(text, {0, static_cast<std::uint32_t>(text.size())},
                [&](std::uint32_t boundary) { boundaries.push_back(boundary); });
  return boundaries;
}

std::vector<ByteRange> words(std::string_view text) {
  std::vector<ByteRange> found;
  found.reserve(text.size() / 2 + 1);  // growing would touch as much memory again
  for (std::uint32_t at = 0; at < text.size();) {
    // Most of most drafts: words of ASCII letters, with a space between.
    const std::uint32_t end = plain_word_end(text, at);
    if (end > at) {
      found.push_back({at, end});
      at = end;
      if (at + 1 < text.size() && text[at] == ' ' && ascii::is_letter(text[at + 1])) ++at;
      continue;
    }
    const std::uint32_t fresh = next_fresh_start(text, at + 1);
    each_boundary(text, {at, fresh}, [&](std::uint32_t boundary) {
      const ByteRange range{at, boundary};
      if (holds_letter_or_number(range.of(text))) found.push_back(range);
      at = boundary;
    });
  }
  return found;
}

}  // namespace herold::text
