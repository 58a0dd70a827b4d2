#include "suggest/tokens.h"

#include "herold/ascii.h"
#include "suggest/stop_words.h"
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

bool is_abbreviation(std::string_view word) {
  return word.size() == 2 && kind_of(static_cast<unsigned char>(word[0])) == Letter::capital &&
         kind_of(static_cast<unsigned char>(word[1])) == Letter::capital;
}

void append(std::string_view text, text::ByteRange part, std::vector<text::ByteRange>& out) {
  const std::uint32_t size = part.end - part.start;
  if (size >= min_word_bytes || (size == 2 && is_abbreviation(part.of(text)))) out.push_back(part);
}

// Marks fall away, and so does the `e` that stands for an umlaut's dots, however it was written.
std::string without_accents(std::string word) {
  std::size_t kept = 0;
  for (std::size_t at = 0; at < word.size();) {
    const auto byte = static_cast<unsigned char>(word[at]);
    if (byte >= text::blank) {
      ++at;
      continue;
    }
    if (byte < 0x80) {
      const char before = kept == 0 ? ' ' : word[kept - 1];
      const bool written_out_umlaut = byte == 'e' && (before == 'a' || before == 'o' || before == 'u');
      if (!written_out_umlaut) word[kept++] = word[at];
      ++at;
      continue;
    }
    const text::CodePoint c = text::decode(word, at);
    const bool falls_away = text::is_mark(c.value);
    for (std::size_t end = at + c.size; at < end; ++at)
      if (!falls_away) word[kept++] = word[at];
  }
  word.resize(kept);
  return word;
}

std::string folded(std::string_view word) {
  if (ascii::is_ascii(word)) return ascii::to_lower(word);
  return std::string(text::FoldedText(word, text::Case::fold).bytes());
}

// Of what the stemmer left: it composes letters.
std::string bare(std::string_view stem) {
  return without_accents(ascii::is_ascii(stem)
                             ? std::string(stem)
                             : std::string(text::FoldedText(stem, text::Case::fold).bytes()));
}

}  // namespace

std::vector<text::ByteRange> tokens(std::string_view text) {
  std::vector<text::ByteRange> out;
  tokens(text, out);
  return out;
}

void tokens(std::string_view text, std::vector<text::ByteRange>& out) {
  out.clear();
  text::ByteRange part{0, 0};
  Letter before = Letter::none;
  for (std::uint32_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    const Letter kind = kind_of(c.value);
    const bool begins = before == Letter::none || (before == Letter::small && kind == Letter::capital);
    if (kind == Letter::none || begins) {
      if (!part.empty()) append(text, part, out);
      part.start = at;
    }
    at += c.size;
    before = kind;
    // Most of a text: small letters part nothing.
    while (before != Letter::none && at < text.size() && ascii::is_lower(text[at])) {
      before = Letter::small;
      ++at;
    }
    part.end = before == Letter::none ? part.start : at;
  }
  append(text, part, out);
}

std::string WordKeys::key(std::string_view word, Language language) {
  if (word.size() > max_word_bytes) return {};
  const std::string letters = folded(word);
  std::string whole = without_accents(letters);
  if (is_abbreviation(word)) return whole;
  if (is_stop_word(whole)) return {};
  auto& stemmer = stemmers_[static_cast<std::size_t>(language)];
  if (!stemmer) stemmer.emplace(language);
  std::string key = bare(stemmer->stem(letters));
  return key.empty() ? whole : key;
}

Language language_of(std::string_view tag) { return text::stem_language(tag).value_or(Language::english); }

}  // namespace herold::suggest
