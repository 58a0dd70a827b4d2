#include "text/language.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <string>

#include "text/fold.h"
#include "text/folded_text.h"
#include "text/segments.h"
#include "text/utf8.h"

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

// Letters that words of one language are full of and the others lack; `$` is the end of the word.
constexpr Clue fragments[] = {
    {"sch", {2, 0, 0, 0}},    {"ung", {2, 0, 0, 0}},    {"lich", {2, 0, 0, 0}},  {"keit", {2, 0, 0, 0}},
    {"heit", {2, 0, 0, 0}},   {"cht", {2, 0, 0, 0}},    {"tz", {1, 0, 0, 0}},    {"th", {0, 1, 0, 0}},
    {"ght", {0, 2, 0, 0}},    {"wh", {0, 2, 0, 0}},     {"ould", {0, 2, 0, 0}},  {"eaux", {0, 0, 2, 0}},
    {"ements", {0, 0, 1, 0}}, {"eur", {0, 0, 1, 0}},    {"euse", {0, 0, 2, 0}},  {"aient", {0, 0, 2, 0}},
    {"zion", {0, 0, 0, 2}},   {"gli", {0, 0, 0, 2}},    {"cch", {0, 0, 0, 2}},   {"ggi", {0, 0, 0, 2}},
    {"zz", {0, 0, 0, 1}},     {"amo", {0, 0, 0, 1}},    {"ez$", {0, 0, 2, 0}},   {"eux$", {0, 0, 2, 0}},
    {"tti$", {0, 0, 0, 2}},   {"zione$", {0, 0, 0, 2}}, {"ing$", {0, 2, 0, 0}},  {"ly$", {0, 1, 0, 0}},
    {"ell'", {0, 0, 0, 2}},   {"osi$", {0, 0, 0, 1}},   {"tion$", {0, 1, 1, 0}}, {"ica$", {0, 0, 0, 1}},
    {"que$", {0, 0, 1, 0}},   {"iere$", {0, 0, 1, 0}},  {"ait$", {0, 0, 1, 0}},  {"ail$", {0, 0, 1, 0}},
    {"ckt$", {1, 0, 0, 0}},   {"ita$", {0, 0, 0, 1}},
};

using Score = std::array<std::uint32_t, languages>;

// Folded, with the marks left out: "für" becomes "fur". Empty for numbers, codes and the like. `bare` is kept
// from word to word.
void bare_letters(std::string_view word, std::string& bare) {
  bare.clear();
  bool has_digit = false, is_ascii = true;
  for (const char byte : word) {
    has_digit = has_digit || (byte >= '0' && byte <= '9');
    is_ascii = is_ascii && static_cast<unsigned char>(byte) < 0x80;
  }
  if (has_digit) return;
  const std::string folded = is_ascii ? std::string() : fold(word, Case::fold);
  for (const char byte : is_ascii ? word : std::string_view(folded)) {
    const char small = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
    if ((small >= 'a' && small <= 'z') || small == '\'') bare.push_back(small);
  }
}

// By letter: a bit for each fragment that begins with it.
constexpr std::array<std::uint64_t, 26> fragments_by_letter = [] {
  std::array<std::uint64_t, 26> bits{};
  for (std::size_t i = 0; i < std::size(fragments); ++i)
    bits[static_cast<std::size_t>(fragments[i].text.front() - 'a')] |= std::uint64_t{1} << i;
  return bits;
}();
static_assert(std::size(fragments) <= 64);

// They are short: letter by letter is faster than a library call.
bool begins_with(std::string_view rest, std::string_view fragment) {
  for (std::size_t i = 0; i < fragment.size(); ++i) {
    if (i == rest.size()) return fragment[i] == '$';
    if (rest[i] != fragment[i]) return false;
  }
  return true;
}

void add(Score& score, const std::array<std::uint8_t, languages>& weight, std::uint32_t factor) {
  for (std::size_t i = 0; i < score.size(); ++i) score[i] += weight[i] * factor;
}

// An apostrophe comes before all letters, the end of a word before both.
constexpr std::size_t letters_and_apostrophe = 27, beginnings = letters_and_apostrophe * 28;
constexpr std::size_t rank(char c) { return c == '\'' ? 0 : static_cast<std::size_t>(c - 'a') + 1; }
constexpr std::size_t beginning(std::string_view word) {
  return rank(word[0]) * 28 + (word.size() > 1 ? rank(word[1]) + 1 : 0);
}

// By their first two letters: where the function words that begin with them start, with one past the end.
constexpr std::array<std::uint16_t, beginnings + 1> by_beginning = [] {
  std::array<std::uint16_t, beginnings + 1> starts{};
  for (const Clue& clue : function_words) ++starts[beginning(clue.text) + 1];
  for (std::size_t i = 0; i < beginnings; ++i)
    starts[i + 1] = static_cast<std::uint16_t>(starts[i + 1] + starts[i]);
  return starts;
}();

void weigh_function_word(std::string_view word, Score& score) {
  if (word.empty()) return;
  const std::size_t begins = beginning(word);
  for (std::size_t i = by_beginning[begins]; i < by_beginning[begins + 1]; ++i)
    if (function_words[i].text == word) return add(score, function_words[i].weight, 3);
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
  std::uint64_t seen = 0;  // each counts once a word
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (word[at] == '\'') continue;
    const std::uint64_t begin_here = fragments_by_letter[static_cast<std::size_t>(word[at] - 'a')];
    for (std::uint64_t left = begin_here & ~seen; left != 0; left &= left - 1) {
      const auto i = static_cast<std::size_t>(__builtin_ctzll(left));
      if (!begins_with(word.substr(at), fragments[i].text)) continue;
      seen |= std::uint64_t{1} << i;
      add(score, fragments[i].weight, 1);
    }
  }
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

Score score_of(std::string_view text) {
  Score score{};
  weigh_letters(text, score);
  std::string bare;
  for (const ByteRange word : words(text)) {
    bare_letters(word.of(text), bare);
    weigh(bare, score);
  }
  return score;
}

struct Verdict {
  std::string_view language;  // empty when the score does not tell
  bool beyond_doubt;
};

Verdict verdict_of(const Score& score) {
  Score ranked = score;
  std::sort(ranked.begin(), ranked.end(), std::greater<>());
  // A single clue is enough when nothing speaks against it.
  if (ranked[0] == ranked[1] || (ranked[0] == 1 && ranked[1] != 0)) return {{}, false};
  constexpr std::uint32_t two_function_words = 24;
  const auto best = std::max_element(score.begin(), score.end()) - score.begin();
  return {names[static_cast<std::size_t>(best)],
          ranked[0] >= two_function_words && ranked[0] >= 2 * ranked[1]};
}

std::string_view beginning_of(std::string_view text) {
  constexpr std::size_t enough = 4000;
  if (text.size() <= enough) return text;
  std::size_t cut = enough;
  while (is_continuation(text[cut])) --cut;
  return text.substr(0, cut);
}

}  // namespace

DetectedLanguages detect_languages(std::string_view text) {
  text = beginning_of(text);
  Score total{};
  std::vector<LanguageStretch> certain;
  for (const ByteRange paragraph : paragraphs(text)) {
    const Score score = score_of(paragraph.of(text));
    for (std::size_t i = 0; i < score.size(); ++i) total[i] += score[i];
    const Verdict verdict = verdict_of(score);
    if (verdict.beyond_doubt) certain.push_back({paragraph, verdict.language});
  }
  DetectedLanguages found{verdict_of(total).language, {}};
  for (const LanguageStretch& stretch : certain) {
    if (stretch.language != found.main) found.others.push_back(stretch);
  }
  return found;
}

}  // namespace herold::text
