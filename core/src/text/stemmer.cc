#include "text/stemmer.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <new>

#include "text/folded_text.h"
#include "text/utf8.h"

extern "C" {
#include "runtime/api.h"
#include "src_c/stem_UTF_8_english.h"
#include "src_c/stem_UTF_8_french.h"
#include "src_c/stem_UTF_8_german.h"
#include "src_c/stem_UTF_8_italian.h"
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
  std::string_view tag;
  SN_env* (*create)();
  void (*close)(SN_env*);
  int (*stem)(SN_env*);
};

// In the order of StemLanguage.
constexpr std::array<Algorithm, stem_language_count> algorithms{{
    {"de", german_UTF_8_create_env, german_UTF_8_close_env, german_UTF_8_stem},
    {"en", english_UTF_8_create_env, english_UTF_8_close_env, english_UTF_8_stem},
    {"fr", french_UTF_8_create_env, french_UTF_8_close_env, french_UTF_8_stem},
    {"it", italian_UTF_8_create_env, italian_UTF_8_close_env, italian_UTF_8_stem},
}};

const Algorithm& algorithm(StemLanguage language) { return algorithms[static_cast<std::size_t>(language)]; }

// Snowball expects composed letters; folding leaves them decomposed. Those of the four languages and their
// neighbours: letter, mark, composed letter.
struct Composition {
  char letter;
  char32_t mark;
  char32_t composed;
};

constexpr char32_t grave = 0x300, acute = 0x301, circumflex = 0x302, tilde = 0x303, diaeresis = 0x308,
                   ring = 0x30A, cedilla = 0x327;

constexpr Composition compositions[] = {
    {'a', grave, U'à'},      {'a', acute, U'á'},      {'a', circumflex, U'â'}, {'a', tilde, U'ã'},
    {'a', ring, U'å'},       {'c', cedilla, U'ç'},    {'e', grave, U'è'},      {'e', acute, U'é'},
    {'e', circumflex, U'ê'}, {'e', diaeresis, U'ë'},  {'i', grave, U'ì'},      {'i', acute, U'í'},
    {'i', circumflex, U'î'}, {'i', diaeresis, U'ï'},  {'n', tilde, U'ñ'},      {'o', grave, U'ò'},
    {'o', acute, U'ó'},      {'o', circumflex, U'ô'}, {'o', tilde, U'õ'},      {'u', grave, U'ù'},
    {'u', acute, U'ú'},      {'u', circumflex, U'û'}, {'y', diaeresis, U'ÿ'},
};

char32_t umlaut_of(char letter) { return letter == 'a' ? U'ä' : letter == 'o' ? U'ö' : U'ü'; }

// Replaces the last letter by the letter and the mark as one; nothing is changed where there is no such
// letter.
bool compose(std::string& word, char32_t mark) {
  if (word.empty()) return false;
  for (const Composition& composition : compositions) {
    if (composition.letter != word.back() || composition.mark != mark) continue;
    word.pop_back();
    append_utf8(word, composition.composed);
    return true;
  }
  return false;
}

std::string composed(std::string_view folded_word) {
  const auto is_ascii = [](char byte) { return static_cast<unsigned char>(byte) < 0x80; };
  if (std::all_of(folded_word.begin(), folded_word.end(), is_ascii)) return std::string(folded_word);
  std::string word;
  for (std::size_t at = 0; at < folded_word.size();) {
    const auto byte = static_cast<unsigned char>(folded_word[at]);
    if (byte == umlaut_e && !word.empty()) {
      const char letter = word.back();
      word.pop_back();
      append_utf8(word, umlaut_of(letter));
      ++at;
    } else if (byte >= blank) {
      ++at;  // other symbols are no part of words
    } else {
      const CodePoint c = decode(folded_word, at);
      if (!compose(word, c.value)) append_utf8(word, c.value);
      at += c.size;
    }
  }
  return word;
}

}  // namespace

std::optional<StemLanguage> stem_language(std::string_view tag) {
  if (tag.size() < 2 || (tag.size() > 2 && tag[2] != '-')) return std::nullopt;
  const auto small = [](char c) { return static_cast<char>(c | 0x20); };
  for (std::size_t i = 0; i < algorithms.size(); ++i) {
    if (algorithms[i].tag[0] == small(tag[0]) && algorithms[i].tag[1] == small(tag[1]))
      return static_cast<StemLanguage>(i);
  }
  return std::nullopt;
}

Stemmer::Stemmer(StemLanguage language)
    : language_(language), environment_(algorithm(language).create(), algorithm(language).close) {
  if (!environment_) out_of_memory();
}

std::string Stemmer::stem(std::string_view folded_word) {
  constexpr std::size_t longest_word = 256;
  if (folded_word.size() > longest_word) return std::string(folded_word);
  const std::string word = composed(folded_word);
  SN_env* environment = environment_.get();
  const auto* bytes = reinterpret_cast<const symbol*>(word.data());
  if (SN_set_current(environment, static_cast<int>(word.size()), bytes) != 0) out_of_memory();
  if (algorithm(language_).stem(environment) < 0) out_of_memory();
  return {reinterpret_cast<const char*>(environment->p), static_cast<std::size_t>(environment->l)};
}

}  // namespace herold::text
