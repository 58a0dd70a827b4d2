#include "text/language.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>
#include <string>

#include "herold/ascii.h"
#include "text/eight_bytes.h"
#include "text/folded_text.h"
#include "text/known_languages.h"
#include "text/packed_words.h"
#include "text/utf8.h"
#include "text/white_space.h"

namespace herold::text {
namespace {

struct Clue {
  std::string_view text;
  std::array<std::uint8_t, language_count> weight;  // by Language
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
  std::array<std::array<std::uint8_t, language_count>, function_word_count> weights{};
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

using Score = std::array<std::uint32_t, language_count>;

// What a function word weighs beside a fragment.
constexpr std::uint32_t function_word_factor = 3;

// A bit for each fragment that has a letter in the first place, and in the second; by the letter's byte.
struct FragmentBits {
  std::array<std::uint64_t, 'z' + 1> first{}, second{};
};
constexpr FragmentBits fragment_bits = [] {
  FragmentBits bits;
  for (std::size_t i = 0; i < std::size(fragments); ++i) {
    bits.first[static_cast<unsigned char>(fragments[i].text[0])] |= std::uint64_t{1} << i;
    bits.second[static_cast<unsigned char>(fragments[i].text[1])] |= std::uint64_t{1} << i;
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

void add(Score& score, const Score& other) {
  for (std::size_t i = 0; i < score.size(); ++i) score[i] += other[i];
}

void add(Score& score, const std::array<std::uint8_t, language_count>& weight, std::uint32_t factor) {
  for (std::size_t i = 0; i < score.size(); ++i) score[i] += weight[i] * factor;
}

void weigh_fragments(std::string_view word, Score& score) {
  std::uint64_t seen = 0;   // each counts once a word
  std::uint64_t begun = 0;  // those whose first letter was read last
  for (std::size_t at = 0; at < word.size(); ++at) {
    const auto letter = static_cast<unsigned char>(word[at]);
    const std::uint64_t go_on = begun & fragment_bits.second[letter] & ~seen;
    begun = fragment_bits.first[letter];
    for (std::uint64_t left = go_on; left != 0; left &= left - 1) {
      const auto i = static_cast<std::size_t>(__builtin_ctzll(left));
      if (!begins_with(word.substr(at - 1), fragments[i].text)) continue;
      seen |= std::uint64_t{1} << i;
      add(score, fragments[i].weight, 1);
    }
  }
}

// The first eight letters of a word as one number, which is compared at once.
std::uint64_t first_letters(std::string_view word) {
  std::uint64_t letters = 0;
  std::memcpy(&letters, word.data(), std::min(word.size(), sizeof letters));
  return letters;
}

// In a hash table with open addressing, which is half empty.
class FunctionWords {
 public:
  FunctionWords() : words_(packed_function_words) {
    static_assert(function_word_count * 2 <= slot_count);
    slots_.fill(none);
    for (std::size_t i = 0; i < words_.size(); ++i) {
      letters_.push_back(first_letters(words_[i]));
      scores_.push_back({});
      add(scores_.back(), function_word_weights[i], function_word_factor);
      weigh_fragments(words_[i], scores_.back());
      std::size_t slot = slot_of(letters_[i]);
      while (slots_[slot] != none) slot = (slot + 1) % slot_count;
      slots_[slot] = static_cast<std::uint16_t>(i);
    }
  }

  // What `word` tells with its fragments, or nullptr for other words; `letters` are its first.
  const Score* find(std::string_view word, std::uint64_t letters) const {
    for (std::size_t slot = slot_of(letters); slots_[slot] != none; slot = (slot + 1) % slot_count) {
      const std::uint16_t i = slots_[slot];
      if (letters_[i] == letters && words_[i] == word) return &scores_[i];
    }
    return nullptr;
  }

  // Adds what `word` tells without them.
  void weigh(std::string_view word, Score& score) const {
    const Score* known = find(word, first_letters(word));
    if (!known) return;
    add(score, function_word_weights[static_cast<std::size_t>(known - scores_.data())], function_word_factor);
  }

 private:
  static constexpr std::size_t slot_bits = 11, slot_count = std::size_t{1} << slot_bits;
  static constexpr std::uint16_t none = 0xFFFF;

  static std::size_t slot_of(std::uint64_t letters) {
    constexpr std::uint64_t golden = 0x9E3779B97F4A7C15u;  // Fibonacci hashing
    return static_cast<std::size_t>(letters * golden >> (64 - slot_bits));
  }

  WordList words_;
  std::vector<std::uint64_t> letters_;  // the first of each word
  std::vector<Score> scores_;
  std::array<std::uint16_t, slot_count> slots_;
};

const FunctionWords& function_words() {
  static const FunctionWords words;
  return words;
}

// "l'" and "n't" tell more than what they are tied to.
void weigh_parts(std::string_view word, std::size_t apostrophe, const FunctionWords& known, Score& score) {
  known.weigh(word.substr(0, apostrophe + 1), score);
  known.weigh(word.substr(apostrophe), score);
  if (apostrophe + 1 < word.size()) known.weigh(word.substr(apostrophe + 1), score);
}

// Letters of two bytes, the first of which they share.
void weigh_letters(std::string_view text, Score& score) {
  struct Letter {
    char second;
    Language language;
  };
  using enum Language;
  constexpr Letter letters[] = {
      {'\x9F', german},                                                           // ß
      {'\xA4', german},  {'\xB6', german},  {'\xBC', german},                     // ä ö ü
      {'\xA9', french},  {'\xAA', french},  {'\xA7', french},  {'\xAE', french},  // é ê ç î
      {'\xB9', italian}, {'\xB2', italian}, {'\xAC', italian},                    // ù ò ì
  };
  constexpr char lead = '\xC3';
  for (std::size_t at = text.find(lead); at != std::string_view::npos; at = text.find(lead, at + 1))
    for (const Letter& letter : letters)
      if (text[at + 1] == letter.second) score[static_cast<std::size_t>(letter.language)] += 1;
}

// Reads folded words, the marks left out: "für" becomes "fur". What holds a digit is a code and no word.
class WordReader {
 public:
  // Reads up to the folded offset `end`.
  WordReader(const FoldedText& folded, std::uint32_t end) : folded_(folded), word_(end, '\0') {}

  // How many words were weighed.
  std::uint32_t read() const { return read_; }

  // Adds what the word that begins at the folded offset `at` tells; where it ends, `end` at the latest.
  std::uint32_t weigh(std::uint32_t at, std::uint32_t end, Score& score) {
    const std::uint32_t run_end = std::min(folded_.wordlike_run_end(at), end);
    const std::string_view run = folded_.bytes().substr(at, run_end - at);
    const bool is_whole = run_end == end || !joins(run_end, end);
    const std::uint64_t first = letters_at(at, run_end);
    if (!is_whole || first == 0 ||
        !std::all_of(run.begin() + std::min<std::size_t>(run.size(), 8), run.end(), ascii::is_lower<char>))
      return weigh_joined(at, end, score);
    if (is_abbreviation(at, run.size())) return run_end;
    ++read_;
    if (const Score* known = known_.find(run, first))
      add(score, *known);
    else
      weigh_fragments(run, score);
    return run_end;
  }

 private:
  // The first eight letters from `at` to `end`; 0 when something else is among them.
  std::uint64_t letters_at(std::uint32_t at, std::uint32_t end) const {
    const std::uint32_t size = std::min(end - at, 8u);
    const std::uint64_t within = ~std::uint64_t{0} >> (64 - size * 8);
    const std::uint64_t letters = at + 8 <= folded_.size() ? load_eight(folded_.bytes().data() + at) & within
                                                           : first_letters(folded_.bytes().substr(at, size));
    const bool is_ascii = (letters & top_bits) == 0;
    return is_ascii && between(letters, 'a', 'z') == (top_bits & within) ? letters : 0;
  }

  // The same for what is more than letters alone: they are copied together.
  std::uint32_t weigh_joined(std::uint32_t start, std::uint32_t end, Score& score) {
    std::size_t size = 0;
    bool has_digit = false;
    std::uint32_t at = start;
    for (; at < end; ++at) {
      const char byte = folded_.bytes()[at];
      if (folded_.wordlike(at)) {
        if (ascii::is_lower(byte)) word_[size++] = byte;
        has_digit = has_digit || ascii::is_digit(byte);
      } else if (size == 0 || !joins(at, end)) {
        break;
      } else if (byte == '\'') {
        word_[size++] = byte;
      }
    }
    if (size == 0 || has_digit || is_abbreviation(start, size)) return at;
    ++read_;
    const std::string_view word = std::string_view(word_).substr(0, size);
    if (!is_marked_letter(start, at, size)) known_.weigh(word, score);
    if (const std::size_t apostrophe = word.find('\''); apostrophe != std::string_view::npos)
      weigh_parts(word, apostrophe, known_, score);
    weigh_fragments(word, score);
    return at;
  }

  // "à" and "é" are no "a" and "e", but "è" is as much Italian as "e".
  bool is_marked_letter(std::uint32_t start, std::uint32_t end, std::size_t letters) const {
    return letters == 1 && end - start > 1 && folded_.bytes().substr(start, end - start) != "e\u0300";
  }

  // "IT" and "US" are no words of English. Longer ones in capitals are words that are shouted.
  bool is_abbreviation(std::uint32_t start, std::size_t letters) const {
    if (letters != 2) return false;
    const std::uint32_t first = folded_.cluster(start);
    const std::string_view written = folded_.source().substr(first, letters);
    return std::all_of(written.begin(), written.end(), ascii::is_upper<char>);
  }

  // The signs that part no word where letters stand on both sides.
  bool joins(std::uint32_t at, std::uint32_t end) const {
    const auto byte = static_cast<unsigned char>(folded_.bytes()[at]);
    const bool is_joint = byte == '\'' || byte == '.' || byte == ':' || byte == underscore;
    return is_joint && at + 1 < end && folded_.wordlike(at + 1) && !ascii::is_digit(folded_.bytes()[at + 1]);
  }

  const FoldedText& folded_;
  const FunctionWords& known_ = function_words();
  std::string word_;  // kept from one to the next
  std::uint32_t read_ = 0;
};

struct Verdict {
  std::string_view language;  // empty when the score does not tell
  bool beyond_doubt;
};

// In a fifth language some words look like one of the four; in its own, every other word tells. Of few words
// less is asked: three need not tell at all, nine as much as many.
std::uint32_t least_score(std::uint32_t words) {
  constexpr std::uint32_t of_each = 2, of_each_behind_few = 3, few = 3;
  return std::min(of_each * words, of_each_behind_few * (words - std::min(words, few)));
}

Verdict verdict_of(const Score& score, std::uint32_t words) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < score.size(); ++i)
    if (score[i] > score[best]) best = i;
  std::uint32_t second = 0;
  for (std::size_t i = 0; i < score.size(); ++i)
    if (i != best) second = std::max(second, score[i]);
  if (score[best] < least_score(words)) return {{}, false};
  // A single clue is enough when nothing speaks against it.
  if (score[best] == second || (score[best] == 1 && second != 0)) return {{}, false};
  constexpr std::uint32_t two_function_words = 2 * 4 * function_word_factor;
  return {language_tags[best], score[best] >= two_function_words && score[best] >= 2 * second};
}

// Bytes that are read of a draft.
constexpr std::uint32_t enough = 4000;

// Ranges that are not read, in the order of the text.
class Unread {
 public:
  Unread(const FoldedText& folded, const std::vector<ByteRange>& ranges)
      : folded_(folded), following_(ranges.begin()), end_(ranges.end()) {}

  // The first folded offset from `at` on that is to be read; called with rising offsets.
  std::uint32_t past(std::uint32_t at) {
    while (next_.end <= at) {
      if (following_ == end_) return at;
      next_ = {folded_.find_cluster(following_->start), folded_.find_cluster(following_->end)};
      ++following_;
    }
    return at < next_.start ? at : next_.end;
  }

 private:
  const FoldedText& folded_;
  std::vector<ByteRange>::const_iterator following_, end_;
  ByteRange next_{0, 0};  // in folded offsets: the one that ends behind what was read
};

}  // namespace

std::string_view Languages::at(std::uint32_t offset) const {
  const auto other = std::partition_point(others.begin(), others.end(), [&](const LanguageStretch& stretch) {
    return stretch.range.end <= offset;
  });
  return other != others.end() && other->range.holds(offset) ? other->language : main;
}

Languages detect_languages(const FoldedText& folded, const std::vector<ByteRange>& unread_ranges) {
  const std::uint32_t end = folded.find_cluster(enough);
  const auto source_offset = [&](std::uint32_t at) {
    return at < folded.size() ? folded.cluster(at) : static_cast<std::uint32_t>(folded.source().size());
  };
  WordReader words(folded, end);
  const std::string_view read = folded.bytes().substr(0, end);
  Score total{};
  std::vector<LanguageStretch> certain;
  Unread unread(folded, unread_ranges);
  for (std::uint32_t at = 0; at < end;) {
    const auto last =
        static_cast<std::uint32_t>(std::min(read.find(static_cast<char>(parting), at), read.size()));
    const ByteRange paragraph = trimmed(folded.source(), {source_offset(at), source_offset(last)});
    Score score{};
    const std::uint32_t before = words.read();
    weigh_letters(paragraph.of(folded.source()), score);
    while ((at = unread.past(at)) < last) at = folded.wordlike(at) ? words.weigh(at, last, score) : at + 1;
    add(total, score);
    const Verdict verdict = verdict_of(score, words.read() - before);
    if (verdict.beyond_doubt) certain.push_back({paragraph, verdict.language});
    at = last + 1;
  }
  Languages found{verdict_of(total, words.read()).language, {}};
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
