#include "text/language.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "text/folded_text.h"
#include "text/packed_words.h"
#include "text/utf8.h"
#include "text/white_space.h"

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
constexpr Clue function_word_clues[] = {
#include "text/language_words.inc"
};

constexpr std::size_t function_word_count = std::size(function_word_clues);

constexpr auto packed_function_words = [] {
  constexpr auto texts = [] {
    std::array<std::string_view, function_word_count> all;
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = function_word_clues[i].text;
    return all;
  };
  return PackedWords<packed_size(texts())>(texts());
}();

constexpr auto function_word_weights = [] {
  std::array<std::array<std::uint8_t, languages>, function_word_count> weights{};
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = function_word_clues[i].weight;
  return weights;
}();

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

// Words hold letters and apostrophes: these come before all letters, the end of a word before both.
constexpr std::size_t letters_and_apostrophe = 27;
constexpr bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
constexpr std::size_t rank(char c) { return c == '\'' ? 0 : static_cast<std::size_t>(c - 'a') + 1; }

// A bit for each fragment that has a letter in the first place, and in the second.
struct FragmentBits {
  std::array<std::uint64_t, letters_and_apostrophe> first{}, second{};
};
constexpr FragmentBits fragment_bits = [] {
  FragmentBits bits;
  for (std::size_t i = 0; i < std::size(fragments); ++i) {
    bits.first[rank(fragments[i].text[0])] |= std::uint64_t{1} << i;
    bits.second[rank(fragments[i].text[1])] |= std::uint64_t{1} << i;
  }
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

class FunctionWords {
 public:
  FunctionWords() : words_(packed_function_words), starts_{} {
    for (std::size_t i = 0; i < words_.size(); ++i) ++starts_[beginning(words_[i]) + 1];
    for (std::size_t i = 0; i < beginnings; ++i)
      starts_[i + 1] = static_cast<std::uint16_t>(starts_[i + 1] + starts_[i]);
  }

  void weigh(std::string_view word, Score& score) const {
    if (word.empty()) return;
    const std::size_t begins = beginning(word);
    for (std::size_t i = starts_[begins]; i < starts_[begins + 1]; ++i)
      if (words_[i] == word) return add(score, function_word_weights[i], 3);
  }

 private:
  static constexpr std::size_t beginnings = letters_and_apostrophe * 28;
  static std::size_t beginning(std::string_view word) {
    return rank(word[0]) * 28 + (word.size() > 1 ? rank(word[1]) + 1 : 0);
  }

  WordList words_;
  // By their first two letters: where those that begin with them start, with one past the end.
  std::array<std::uint16_t, beginnings + 1> starts_;
};

void weigh_function_word(std::string_view word, Score& score) {
  static const FunctionWords words;
  words.weigh(word, score);
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
  for (std::size_t at = 0; at + 1 < word.size(); ++at) {
    const std::uint64_t begin_here =
        fragment_bits.first[rank(word[at])] & fragment_bits.second[rank(word[at + 1])];
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

// Reads folded words, the marks left out: "für" becomes "fur". What holds a digit is a code and no word.
class WordReader {
 public:
  // Reads up to the folded offset `end`.
  WordReader(const FoldedText& folded, std::uint32_t end) : folded_(folded), word_(end, '\0') {}

  // The word that begins at the folded offset `at`, behind which `at` is set; empty when none does or when it
  // tells nothing.
  std::string_view next(std::uint32_t& at, std::uint32_t end) {
    const std::uint32_t start = at;
    std::size_t size = 0;
    bool has_digit = false;
    for (; at < end; ++at) {
      const char byte = folded_.bytes()[at];
      if (folded_.wordlike(at)) {
        if (is_letter(byte)) word_[size++] = byte;
        has_digit = has_digit || is_digit(byte);
      } else if (size == 0 || !joins(at, end)) {
        break;
      } else if (byte == '\'') {
        word_[size++] = byte;
      }
    }
    ++at;
    return has_digit || is_abbreviation(start, size) ? std::string_view{}
                                                     : std::string_view(word_).substr(0, size);
  }

 private:
  // "IT" and "US" are no words of English. Longer ones in capitals are words that are shouted.
  bool is_abbreviation(std::uint32_t start, std::size_t letters) const {
    if (letters != 2) return false;
    const std::uint32_t first = folded_.cluster(start);
    const std::string_view written = folded_.source().substr(first, letters);
    return std::all_of(written.begin(), written.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  // The signs that part no word where letters stand on both sides.
  bool joins(std::uint32_t at, std::uint32_t end) const {
    const auto byte = static_cast<unsigned char>(folded_.bytes()[at]);
    const bool is_joint = byte == '\'' || byte == '.' || byte == ':' || byte == underscore;
    return is_joint && at + 1 < end && folded_.wordlike(at + 1) && !is_digit(folded_.bytes()[at + 1]);
  }

  const FoldedText& folded_;
  std::string word_;  // kept from one to the next
};

struct Verdict {
  std::string_view language;  // empty when the score does not tell
  bool beyond_doubt;
};

Verdict verdict_of(const Score& score) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < score.size(); ++i)
    if (score[i] > score[best]) best = i;
  std::uint32_t second = 0;
  for (std::size_t i = 0; i < score.size(); ++i)
    if (i != best) second = std::max(second, score[i]);
  // A single clue is enough when nothing speaks against it.
  if (score[best] == second || (score[best] == 1 && second != 0)) return {{}, false};
  constexpr std::uint32_t two_function_words = 24;
  return {names[best], score[best] >= two_function_words && score[best] >= 2 * second};
}

constexpr std::uint32_t enough = 4000;

}  // namespace

std::string_view Languages::at(std::uint32_t offset) const {
  const auto other = std::partition_point(others.begin(), others.end(), [&](const LanguageStretch& stretch) {
    return stretch.range.end <= offset;
  });
  return other != others.end() && other->range.holds(offset) ? other->language : main;
}

Languages detect_languages(const FoldedText& folded, const std::vector<ByteRange>& unread) {
  const std::uint32_t end = folded.find_cluster(enough);
  const auto source_offset = [&](std::uint32_t at) {
    return at < folded.size() ? folded.cluster(at) : static_cast<std::uint32_t>(folded.source().size());
  };
  WordReader words(folded, end);
  const std::string_view read = folded.bytes().substr(0, end);
  Score total{};
  std::vector<LanguageStretch> certain;
  auto following = unread.begin();
  ByteRange skipped{0, 0};  // the next unread range that ends behind what was read, in folded offsets
  const auto past_unread = [&](std::uint32_t at) {
    while (skipped.end <= at) {
      if (following == unread.end()) return at;
      skipped = {folded.find_cluster(following->start), folded.find_cluster(following->end)};
      ++following;
    }
    return at < skipped.start ? at : skipped.end;
  };
  for (std::uint32_t at = 0; at < end;) {
    const auto last =
        static_cast<std::uint32_t>(std::min(read.find(static_cast<char>(parting), at), read.size()));
    const ByteRange paragraph = trimmed(folded.source(), {source_offset(at), source_offset(last)});
    Score score{};
    weigh_letters(paragraph.of(folded.source()), score);
    while ((at = past_unread(at)) < last) weigh(words.next(at, last), score);
    for (std::size_t i = 0; i < score.size(); ++i) total[i] += score[i];
    const Verdict verdict = verdict_of(score);
    if (verdict.beyond_doubt) certain.push_back({paragraph, verdict.language});
    at = last + 1;
  }
  Languages found{verdict_of(total).language, {}};
  for (const LanguageStretch& stretch : certain) {
    if (stretch.language != found.main) found.others.push_back(stretch);
  }
  return found;
}

Languages detect_languages(std::string_view text) {
  if (text.size() <= enough) return detect_languages(FoldedText(text, Case::fold));
  std::size_t cut = enough;
  while (is_continuation(text[cut])) --cut;
  return detect_languages(FoldedText(text.substr(0, cut), Case::fold));
}

}  // namespace herold::text
