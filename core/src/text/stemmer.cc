#include "text/stemmer.h"

#include <array>
#include <cstdlib>
#include <new>

#include "herold/ascii.h"
#include "text/folded_text.h"
#include "text/utf8.h"

extern "C" {
#include "runtime/api.h"
#include "src_c/stem_ISO_8859_1_english.h"
#include "src_c/stem_ISO_8859_1_french.h"
#include "src_c/stem_ISO_8859_1_german.h"
#include "src_c/stem_ISO_8859_1_italian.h"
}

namespace herold::text {
namespace {

// A build without exceptions ends in a trap, as operator new does there.
[[noreturn]] void out_of_memory() {
#if __cpp_exceptions
  throw std::bad_alloc();
#else
  std::abort();
#endif
}

struct Algorithm {
  SN_env* (*create)();
  void (*close)(SN_env*);
  int (*stem)(SN_env*);
};

// In the order of Language.
constexpr std::array<Algorithm, language_count> algorithms{{
    {german_ISO_8859_1_create_env, german_ISO_8859_1_close_env, german_ISO_8859_1_stem},
    {english_ISO_8859_1_create_env, english_ISO_8859_1_close_env, english_ISO_8859_1_stem},
    {french_ISO_8859_1_create_env, french_ISO_8859_1_close_env, french_ISO_8859_1_stem},
    {italian_ISO_8859_1_create_env, italian_ISO_8859_1_close_env, italian_ISO_8859_1_stem},
}};

const Algorithm& algorithm(Language language) { return algorithms[static_cast<std::size_t>(language)]; }

// Snowball expects composed letters; folding leaves them decomposed. Those of the four languages and their
// neighbours, in Latin-1: letter, mark, composed letter.
struct Composition {
  char letter;
  char32_t mark;
  unsigned char composed;
};

constexpr char32_t grave = 0x300, acute = 0x301, circumflex = 0x302, tilde = 0x303, diaeresis = 0x308,
                   ring = 0x30A, cedilla = 0x327;

constexpr Composition compositions[] = {
    {'a', grave, 0xE0},      {'a', acute, 0xE1},      {'a', circumflex, 0xE2}, {'a', tilde, 0xE3},
    {'a', ring, 0xE5},       {'c', cedilla, 0xE7},    {'e', grave, 0xE8},      {'e', acute, 0xE9},
    {'e', circumflex, 0xEA}, {'e', diaeresis, 0xEB},  {'i', grave, 0xEC},      {'i', acute, 0xED},
    {'i', circumflex, 0xEE}, {'i', diaeresis, 0xEF},  {'n', tilde, 0xF1},      {'o', grave, 0xF2},
    {'o', acute, 0xF3},      {'o', circumflex, 0xF4}, {'o', tilde, 0xF5},      {'u', grave, 0xF9},
    {'u', acute, 0xFA},      {'u', circumflex, 0xFB}, {'y', diaeresis, 0xFF},
};

char umlaut_of(char letter) { return static_cast<char>(letter == 'a' ? 0xE4 : letter == 'o' ? 0xF6 : 0xFC); }

// A word in Latin-1, whose stemmers are twice as fast as those of UTF-8. What Latin-1 has not is no letter
// that a stemmer changes: it stands aside, and in the word stands `other` for it.
struct Latin1 {
  static constexpr char other = 0x7F;

  // How many letters in front are the same in UTF-8 as here.
  static std::size_t plain_letters(std::string_view text) {
    std::size_t size = 0;
    while (size < text.size() && text[size] >= 0 && text[size] < other) ++size;
    return size;
  }

  explicit Latin1(std::string_view folded_word) {
    for (std::size_t at = 0; at < folded_word.size();) {
      const std::size_t plain = plain_letters(folded_word.substr(at));
      bytes += folded_word.substr(at, plain);
      at += plain;
      if (at == folded_word.size()) break;
      const auto byte = static_cast<unsigned char>(folded_word[at]);
      if (byte >= blank) {
        ++at;
        if (byte == umlaut_e && !bytes.empty()) bytes.back() = umlaut_of(bytes.back());
        continue;  // other symbols are no part of words
      }
      const CodePoint c = decode(folded_word, at);
      at += c.size;
      if (!compose(c.value)) append(c.value);
    }
  }

  // Replaces the last letter by the letter and the mark as one; nothing is changed where there is no such
  // letter.
  bool compose(char32_t mark) {
    if (mark < grave || bytes.empty()) return false;
    for (const Composition& composition : compositions) {
      if (composition.letter != bytes.back() || composition.mark != mark) continue;
      bytes.back() = static_cast<char>(composition.composed);
      return true;
    }
    return false;
  }

  void append(char32_t c) {
    const bool is_other = c > 0xFF || c == other;
    bytes += is_other ? other : static_cast<char>(c);
    if (is_other) others += c;
  }

  std::string bytes;
  std::u32string others;
};

}  // namespace

std::optional<Language> stem_language(std::string_view tag) {
  if (tag.size() < 2 || (tag.size() > 2 && tag[2] != '-')) return std::nullopt;
  for (std::size_t i = 0; i < language_count; ++i) {
    if (language_tags[i][0] == ascii::to_lower(tag[0]) && language_tags[i][1] == ascii::to_lower(tag[1]))
      return static_cast<Language>(i);
  }
  return std::nullopt;
}

Stemmer::Stemmer(Language language)
    : language_(language), environment_(algorithm(language).create(), algorithm(language).close) {
  if (!environment_) out_of_memory();
}

std::string_view Stemmer::stem_latin1(std::string_view word) {
  SN_env* environment = environment_.get();
  const auto* bytes = reinterpret_cast<const symbol*>(word.data());
  if (SN_set_current(environment, static_cast<int>(word.size()), bytes) != 0) out_of_memory();
  if (algorithm(language_).stem(environment) < 0) out_of_memory();
  return {reinterpret_cast<const char*>(environment->p), static_cast<std::size_t>(environment->l)};
}

std::string Stemmer::stem(std::string_view folded_word) {
  constexpr std::size_t longest_word = 256;
  if (folded_word.size() > longest_word) return std::string(folded_word);
  std::optional<Latin1> word;
  if (Latin1::plain_letters(folded_word) < folded_word.size()) word.emplace(folded_word);
  const std::string_view stemmed = stem_latin1(word ? word->bytes : folded_word);
  std::string stem(stemmed.substr(0, Latin1::plain_letters(stemmed)));
  std::size_t others = 0;
  for (std::size_t i = stem.size(); i < stemmed.size(); ++i) {
    const bool is_other = word && stemmed[i] == Latin1::other;
    append_utf8(stem, is_other ? word->others[others++] : static_cast<unsigned char>(stemmed[i]));
  }
  return stem;
}

}  // namespace herold::text
