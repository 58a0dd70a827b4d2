// Word boundaries after UAX #29.

#include <cstddef>

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

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool is_newline(Word w) { return w == Word::cr || w == Word::lf || w == Word::newline; }
bool is_ignored(Word w) { return w == Word::extend || w == Word::format || w == Word::zwj; }

// Of the text from `at` to `end`, into `units`, which is kept from one stretch to the next.
void read_units(std::string_view text, std::uint32_t at, std::uint32_t end, std::vector<Unit>& units) {
  units.clear();
  while (at < end) {
    const bool letter = is_ascii_letter(text[at]);
    if (letter || is_ascii_digit(text[at])) {
      units.push_back({at, letter ? Word::a_letter : Word::numeric, false, false, false});
      while (at < end && (letter ? is_ascii_letter(text[at]) : is_ascii_digit(text[at]))) ++at;
      continue;
    }
    const CodePoint point = decode(text, at);
    const tables::Properties& properties = tables::properties(point.value);
    const auto word = static_cast<Word>(properties.word);
    if (is_ignored(word) && !units.empty() && !is_newline(units.back().word)) {
      units.back().extended = true;
      units.back().ends_with_zwj = word == Word::zwj;
    } else {
      units.push_back({at, word, (properties.flags & tables::pictographic) != 0, false, word == Word::zwj});
    }
    at += point.size;
  }
}

bool is_letter_unit(Word w) { return w == Word::a_letter || w == Word::hebrew_letter; }
bool is_mid_letter(Word w) {
  return w == Word::mid_letter || w == Word::mid_num_let || w == Word::single_quote;
}
bool is_mid_number(Word w) { return w == Word::mid_num || w == Word::mid_num_let || w == Word::single_quote; }

class WordRules {
 public:
  explicit WordRules(const std::vector<Unit>& units) : units_(units) {}

  // Whether the text is parted before unit `i`, which is not the first. Called with rising `i`.
  bool parts(std::size_t i) {
    odd_indicators_ = at(i - 1) == Word::regional_indicator && !odd_indicators_;
    return !joins(i);
  }

 private:
  Word at(std::size_t i) const { return i < units_.size() ? units_[i].word : Word::other; }
  Word before(std::size_t i) const { return i >= 2 ? units_[i - 2].word : Word::other; }

  bool joins(std::size_t i) const {
    const Word a = at(i - 1), b = at(i);
    if (a == Word::a_letter && b == Word::a_letter) return true;                           // WB5
    if (a == Word::cr && b == Word::lf) return true;                                       // WB3
    if (is_newline(a) || is_newline(b)) return false;                                      // WB3a, WB3b
    if (units_[i - 1].ends_with_zwj && units_[i].pictographic) return true;                // WB3c
    if (a == Word::w_seg_space && b == Word::w_seg_space) return !units_[i - 1].extended;  // WB3d
    return joins_letters(i, a, b) || joins_numbers(i, a, b) || joins_others(a, b);
  }

  bool joins_letters(std::size_t i, Word a, Word b) const {
    if (is_letter_unit(a) && is_letter_unit(b)) return true;                                           // WB5
    if (is_letter_unit(a) && is_mid_letter(b) && is_letter_unit(at(i + 1))) return true;               // WB6
    if (is_letter_unit(before(i)) && is_mid_letter(a) && is_letter_unit(b)) return true;               // WB7
    if (a == Word::hebrew_letter && b == Word::single_quote) return true;                              // WB7a
    if (a == Word::hebrew_letter && b == Word::double_quote) return at(i + 1) == Word::hebrew_letter;  // WB7b
    return before(i) == Word::hebrew_letter && a == Word::double_quote && b == Word::hebrew_letter;    // WB7c
  }

  bool joins_numbers(std::size_t i, Word a, Word b) const {
    if (b == Word::numeric && (a == Word::numeric || is_letter_unit(a))) return true;       // WB8, WB9
    if (a == Word::numeric && is_letter_unit(b)) return true;                               // WB10
    if (before(i) == Word::numeric && is_mid_number(a) && b == Word::numeric) return true;  // WB11
    return a == Word::numeric && is_mid_number(b) && at(i + 1) == Word::numeric;            // WB12
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

  const std::vector<Unit>& units_;
  bool odd_indicators_ = false;
};

bool holds_letter_or_number(std::string_view word) {
  if (is_ascii_letter(word.front()) || is_ascii_digit(word.front())) return true;
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
void each_boundary(std::string_view text, ByteRange stretch, std::vector<Unit>& units, Visit&& visit) {
  read_units(text, stretch.start, stretch.end, units);
  WordRules rules(units);
  for (std::size_t i = 1; i < units.size(); ++i)
    if (rules.parts(i)) visit(units[i].start);
  visit(stretch.end);
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// The end of the ASCII letters from `at` on when they are a word, whatever comes behind; else `at`.
std::uint32_t plain_word_end(std::string_view text, std::uint32_t at) {
  std::uint32_t end = at;
  while (end < text.size() && is_ascii_letter(text[end])) ++end;
  if (end == text.size()) return end;
  const char next = text[end];
  const bool may_go_on = !is_ascii(next) || next == '_' || is_ascii_digit(next);
  const bool is_mid = next == '\'' || next == '.' || next == ':';
  const bool letter_may_follow =
      is_mid && end + 1 < text.size() && (!is_ascii(text[end + 1]) || is_ascii_letter(text[end + 1]));
  return may_go_on || letter_may_follow ? at : end;
}

// The next place at or after `at`, which is above 0, where a letter follows a space or a line break: no rule
// joins them, or looks across.
std::uint32_t next_fresh_start(std::string_view text, std::uint32_t at) {
  for (; at < text.size(); ++at)
    if (is_ascii_letter(text[at]) && (text[at - 1] == ' ' || text[at - 1] == '\n')) break;
  return at;
}

}  // namespace

std::vector<std::uint32_t> word_boundaries(std::string_view text) {
  if (text.empty()) return {};
  std::vector<std::uint32_t> boundaries = {0};
  std::vector<Unit> units;
  each_boundary(text, {0, static_cast<std::uint32_t>(text.size())}, units,
                [&](std::uint32_t boundary) { boundaries.push_back(boundary); });
  return boundaries;
}

std::vector<ByteRange> words(std::string_view text) {
  std::vector<ByteRange> found;
  found.reserve(text.size() / 2 + 1);  // growing would touch as much memory again
  std::vector<Unit> units;
  for (std::uint32_t at = 0; at < text.size();) {
    // Most of most drafts: words of ASCII letters, with a space between.
    const std::uint32_t end = plain_word_end(text, at);
    if (end > at) {
      found.push_back({at, end});
      at = end;
      if (at + 1 < text.size() && text[at] == ' ' && is_ascii_letter(text[at + 1])) ++at;
      continue;
    }
    const std::uint32_t fresh = next_fresh_start(text, at + 1);
    each_boundary(text, {at, fresh}, units, [&](std::uint32_t boundary) {
      const ByteRange range{at, boundary};
      if (holds_letter_or_number(range.of(text))) found.push_back(range);
      at = boundary;
    });
  }
  return found;
}

}  // namespace herold::text
