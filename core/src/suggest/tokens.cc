#include "suggest/tokens.h"

#include <algorithm>

#include "herold/ascii.h"
#include "suggest/stop_words.h"
#include "text/eight_bytes.h"
#include "text/folded_text.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace herold::suggest {

namespace {

constexpr std::size_t min_word_bytes = 3;

enum class Letter : std::uint8_t { none, small, capital, other };

constexpr std::array<Letter, 0x80> ascii_kinds = [] {
  std::array<Letter, 0x80> kinds{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) kinds[c] = Letter::small;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) kinds[c] = Letter::capital;
  for (std::size_t c = '0'; c <= '9'; ++c) kinds[c] = Letter::other;
  return kinds;
}();

Letter kind_of(char32_t c) {
  if (c < ascii_kinds.size()) return ascii_kinds[c];
  if (text::is_default_ignorable(c)) return Letter::other;
  if (!text::is_wordlike(c)) return Letter::none;
  if (text::is_lower(c)) return Letter::small;
  return text::is_upper(c) ? Letter::capital : Letter::other;
}

// Of the character at `at`, which is behind then.
Letter take(std::string_view text, std::uint32_t& at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < ascii_kinds.size()) {
    ++at;
    return ascii_kinds[byte];
  }
  const text::CodePoint c = text::decode(text, at);
  at += c.size;
  return kind_of(c.value);
}

// The end of the small letters of ASCII from `at` on.
std::uint32_t small_letters_end(std::string_view text, std::uint32_t at) {
  for (; at + 8 <= text.size(); at += 8) {
    const std::uint64_t eight = text::load_eight(text.data() + at);
    const std::uint64_t others = ~text::between(eight & ~text::top_bits, 'a', 'z') | eight;
    if ((others & text::top_bits) != 0)
      return at + static_cast<std::uint32_t>(__builtin_ctzll(others & text::top_bits)) / 8;
  }
  while (at < text.size() && ascii::is_lower(text[at])) ++at;
  return at;
}

bool is_abbreviation(std::string_view word) {
  return word.size() == 2 && ascii::is_upper(word[0]) && ascii::is_upper(word[1]);
}

// Marks fall away, and so does the `e` that stands for an umlaut's dots, however it was written.
void drop_accents(std::string& word) {
  const char* const begin = word.data();
  const char* const end = begin + word.size();
  char* kept = word.data();
  char before = ' ';
  for (const char* at = begin; at < end;) {
    const auto byte = static_cast<unsigned char>(*at);
    if (byte < 0x80) {
      const bool written_out_umlaut = byte == 'e' && (before == 'a' || before == 'o' || before == 'u');
      if (!written_out_umlaut) *kept++ = before = *at;
      ++at;
      continue;
    }
    if (byte >= text::blank) {
      ++at;
      continue;
    }
    const text::CodePoint c = text::decode(word, static_cast<std::size_t>(at - begin));
    if (!text::is_mark(c.value)) {
      kept = std::copy_n(at, c.size, kept);
      before = kept[-1];
    }
    at += c.size;
  }
  word.resize(static_cast<std::size_t>(kept - begin));
}

void fold(std::string_view word, std::string& out) {
  if (!ascii::is_ascii(word)) {
    out = text::FoldedText(word, text::Case::fold).bytes();
    return;
  }
  out = word;
  for (char& letter : out) letter = ascii::to_lower(letter);
}

}  // namespace

std::vector<text::ByteRange> tokens(std::string_view text) {
  std::vector<text::ByteRange> out;
  tokens(text, out);
  return out;
}

void tokens(std::string_view text, std::vector<text::ByteRange>& out) {
  out.clear();
  const auto size = static_cast<std::uint32_t>(text.size());
  Letter before = Letter::none;
  for (std::uint32_t at = 0, start = 0;;) {
    const std::uint32_t end = at;
    const Letter kind = end < size ? take(text, at) : Letter::none;
    if (kind == Letter::none || (before == Letter::small && kind == Letter::capital)) {
      const text::ByteRange word{start, end};
      if (word.size() >= min_word_bytes || is_abbreviation(word.of(text))) out.push_back(word);
      if (end == size) return;
      start = kind == Letter::none ? at : end;
    }
    before = kind;
    if (kind == Letter::none) continue;
    // Most of a text: small letters part nothing.
    const std::uint32_t small_end = small_letters_end(text, at);
    if (small_end > at) before = Letter::small;
    at = small_end;
  }
}

std::string WordKeys::key(std::string_view word, Language language) {
  if (word.size() > max_word_bytes) return {};
  fold(word, letters_);
  whole_ = letters_;
  drop_accents(whole_);
  if (is_abbreviation(word)) return whole_;
  if (is_stop_word(whole_)) return {};
  auto& stemmer = stemmers_[static_cast<std::size_t>(language)];
  if (!stemmer) stemmer.emplace(language);
  std::string key = stemmer->stem(letters_);
  // The stemmer composes letters.
  if (!ascii::is_ascii(key)) key = text::FoldedText(key, text::Case::fold).bytes();
  drop_accents(key);
  return key.empty() ? whole_ : key;
}

Language language_of(std::string_view tag) { return text::stem_language(tag).value_or(Language::english); }

}  // namespace herold::suggest
