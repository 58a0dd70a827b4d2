#include "text/language.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "text/fold.h"
#include "text/folded_text.h"
#include "text/segments.h"

namespace herold::text {
namespace {

enum Language { german, english, french, italian };
constexpr std::array<std::string_view, 4> names = {"de", "en", "fr", "it"};
constexpr int languages = static_cast<int>(names.size());

struct Clue {
  std::string_view text;
  std::array<std::uint8_t, languages> weight;  // de, en, fr, it
};

// The frequent words that tell the four apart, without accents and umlauts, sorted byte by byte. A word of
// two languages weighs less.
constexpr Clue function_words[] = {
#include "text/language_words.inc"
};

// Letters that words of one language are full of and the others lack.
constexpr Clue fragments[] = {
    {"sch", {2, 0, 0, 0}},    {"ung", {2, 0, 0, 0}}, {"lich", {2, 0, 0, 0}}, {"keit", {2, 0, 0, 0}},
    {"heit", {2, 0, 0, 0}},   {"cht", {2, 0, 0, 0}}, {"tz", {1, 0, 0, 0}},   {"th", {0, 1, 0, 0}},
    {"ght", {0, 2, 0, 0}},    {"wh", {0, 2, 0, 0}},  {"ould", {0, 2, 0, 0}}, {"eaux", {0, 0, 2, 0}},
    {"ements", {0, 0, 1, 0}}, {"eur", {0, 0, 1, 0}}, {"euse", {0, 0, 2, 0}}, {"aient", {0, 0, 2, 0}},
    {"zion", {0, 0, 0, 2}},   {"gli", {0, 0, 0, 2}}, {"cch", {0, 0, 0, 2}},  {"ggi", {0, 0, 0, 2}},
    {"zz", {0, 0, 0, 1}},     {"amo", {0, 0, 0, 1}},
};

using Score = std::array<std::uint32_t, languages>;

// Folded, with the marks left out: "für" becomes "fur".
std::string bare_letters(std::string_view word) {
  std::string bare;
  for (const char byte : fold(word, Case::fold))
    if ((byte >= 'a' && byte <= 'z') || byte == '\'') bare.push_back(byte);
  return bare;
}

void add(Score& score, const std::array<std::uint8_t, languages>& weight, std::uint32_t factor) {
  for (std::size_t i = 0; i < score.size(); ++i) score[i] += weight[i] * factor;
}

void weigh_function_word(std::string_view word, Score& score) {
  const auto* found =
      std::lower_bound(std::begin(function_words), std::end(function_words), word,
                       [](const Clue& clue, std::string_view value) { return clue.text < value; });
  if (found != std::end(function_words) && found->text == word) add(score, found->weight, 3);
}

void weigh(std::string_view word, Score& score) {
  weigh_function_word(word, score);
  const std::size_t apostrophe = word.find('\'');
  if (apostrophe != std::string_view::npos) {
    // "l'" and "n't" tell more than what they are tied to.
    weigh_function_word(word.substr(0, apostrophe + 1), score);
    weigh_function_word(word.substr(apostrophe), score);
    weigh_function_word(word.substr(apostrophe + 1), score);
  }
  for (const Clue& fragment : fragments)
    if (word.find(fragment.text) != std::string_view::npos) add(score, fragment.weight, 1);
}

// Letters of two bytes, the first of which they share.
void weigh_letters(std::string_view text, Score& score) {
  struct Letter {
    char second;
    Language language;
  };
  constexpr Letter letters[] = {
      {'\x9F', german},                                                           // ß
      {'\xA4', german},  {'\xB6', german},  {'\xBC', german},                     // ä ö ü
      {'\xA9', french},  {'\xAA', french},  {'\xA7', french},  {'\xAE', french},  // é ê ç î
      {'\xB9', italian}, {'\xB2', italian}, {'\xAC', italian},                    // ù ò ì
  };
  constexpr char lead = '\xC3';
  for (std::size_t at = text.find(lead); at != std::string_view::npos; at = text.find(lead, at + 1))
    for (const Letter& letter : letters)
      if (text[at + 1] == letter.second) score[letter.language] += 1;
}

}  // namespace

std::string_view detect_language(std::string_view text) {
  // A post tells within its first lines; longer texts would only cost time.
  constexpr std::size_t enough = 4000;
  if (text.size() > enough) {
    std::size_t cut = enough;
    while ((static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
    text = text.substr(0, cut);
  }
  Score score{};
  weigh_letters(text, score);
  for (const ByteRange word : words(text)) weigh(bare_letters(word.of(text)), score);

  Score ranked = score;
  std::sort(ranked.begin(), ranked.end(), std::greater<>());
  constexpr std::uint32_t least = 2;
  if (ranked[0] < least || ranked[0] == ranked[1]) return {};
  return names[static_cast<std::size_t>(std::max_element(score.begin(), score.end()) - score.begin())];
}

}  // namespace herold::text
