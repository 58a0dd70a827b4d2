#include "herold/lexicon.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "reading_lexicon.h"
#include "suggest/tokens.h"

namespace herold {
namespace {

constexpr std::size_t german = 0, english = 1, french = 2, italian = 3;

// The concepts of a word, by way of English words that have one sense alone.
bool means(const std::string& word, std::size_t language, const std::string& english_word) {
  suggest::WordKeys keys;
  const auto wanted = shipped_lexicon()->find(english, keys.key(english_word, suggest::Language::english));
  for (const auto& sense :
       shipped_lexicon()->find(language, keys.key(word, static_cast<suggest::Language>(language))))
    if (!wanted.empty() && sense.concept_id == wanted.begin()->concept_id) return true;
  return false;
}

TEST(Lexicon, WordsOfFourLanguagesShareConcepts) {
  EXPECT_TRUE(means("Abwasser", german, "sewage"));
  EXPECT_TRUE(means("Lehrlinge", german, "apprentice"));
  EXPECT_TRUE(means("chauffage", french, "heating"));
  EXPECT_TRUE(means("acqua", italian, "water"));
  EXPECT_FALSE(means("Abwasser", german, "heating"));
}

TEST(Lexicon, AWordNobodyKnowsHasNoSenses) {
  const auto senses = shipped_lexicon()->find(german, "xyzzyplugh");
  EXPECT_TRUE(senses.empty());
  EXPECT_FALSE(senses.known);
}

TEST(Lexicon, BytesThatAreNoneAreRefused) {
  EXPECT_FALSE(Lexicon::parse(""));
  EXPECT_FALSE(Lexicon::parse("HLX2"));
  EXPECT_FALSE(Lexicon::parse(std::string("HLX2\xff\xff\xff\xff", 8)));
  EXPECT_FALSE(Lexicon::parse(std::string(Lexicon::max_bytes + 1, 'x')));
}

TEST(Lexicon, DamagedBytesAreReadOrRefusedAndNeverCrash) {
  const std::string whole = lexicon_bytes();
  for (std::size_t i = 0; i < 40; ++i) {
    std::string damaged = whole;
    damaged[i * whole.size() / 40 + i] ^= static_cast<char>(0x55 + i);
    if (const auto lexicon = Lexicon::parse(damaged)) {
      for (const auto& sense : lexicon->find(german, "wass"))
        EXPECT_LT(sense.concept_id, lexicon->concepts());
    }
    EXPECT_FALSE(Lexicon::parse(whole.substr(0, i * whole.size() / 40)));
  }
}

std::string number(std::size_t value) {
  return {static_cast<char>(value), static_cast<char>(value >> 8), static_cast<char>(value >> 16),
          static_cast<char>(value >> 24)};
}

// A word as the columns have it: how many bytes of the one before it keeps, and what it adds.
struct Row {
  std::size_t keep;
  std::string added;
};

// German words alone, each with one sense: its own number.
std::string lexicon_of(const std::vector<Row>& rows) {
  std::string shared, added, suffixes, low, high;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    shared += static_cast<char>(rows[i].keep);
    added += static_cast<char>(rows[i].added.size());
    suffixes += rows[i].added;
    low += static_cast<char>(i);
    high += static_cast<char>(i >> 8);
  }
  const std::string ones(rows.size(), '\x01'), nothing = number(0) + number(0);
  return "HLX2" + number(rows.size()) + ones + ones + number(rows.size()) + number(suffixes.size()) + shared +
         added + ones + suffixes + low + high + ones + nothing + nothing + nothing;
}

std::vector<Row> rows_of(const std::set<std::string>& words) {
  std::vector<Row> rows;
  std::string before;
  for (const std::string& word : words) {
    const auto differs = std::mismatch(word.begin(), word.end(), before.begin(), before.end()).first;
    const auto keep = static_cast<std::size_t>(differs - word.begin());
    rows.push_back({keep, word.substr(keep)});
    before = word;
  }
  return rows;
}

// Few letters, so that words begin alike, and ones beyond ASCII, whose bytes are negative as `char`.
rc::Gen<std::string> random_word() {
  const auto letter =
      rc::gen::elementOf(std::vector<std::string>{"a", "b", "ab", "zz", "\xC3\xA9", "\xE1\xBA\x9E"});
  const auto parts = rc::gen::resize(8, rc::gen::container<std::vector<std::string>>(letter));
  return rc::gen::map(parts, [](const std::vector<std::string>& list) {
    std::string word = "w";
    for (const std::string& part : list) word += part;
    return word;
  });
}

RC_GTEST_PROP(LexiconProperties, EachWordIsFoundAndNoOther, ()) {
  const auto words = *rc::gen::resize(300, rc::gen::container<std::set<std::string>>(random_word()));
  const auto lexicon = Lexicon::parse(lexicon_of(rows_of(words)));
  RC_ASSERT(static_cast<bool>(lexicon));
  std::uint16_t at = 0;
  for (const std::string& word : words) {
    const auto senses = lexicon->find(german, word);
    RC_ASSERT(senses.known && senses.size == 1 && senses.begin()->concept_id == at++);
    const std::string longer = *random_word() + word + *random_word();
    const std::string_view part = std::string_view(longer).substr(longer.rfind(word), word.size());
    const Lexicon::Key key(longer);
    RC_ASSERT(lexicon->find(german, part, key).known == (longer.size() <= Lexicon::max_key_bytes));
  }
  for (int i = 0; i < 20; ++i) {
    const std::string other = *random_word();
    RC_ASSERT(lexicon->find(german, other).known == (words.count(other) > 0));
  }
}

TEST(Lexicon, WordsOutOfOrderOrSpelledLongerThanNeedBeAreRefused) {
  const auto is_read = [](const std::vector<Row>& rows) {
    return static_cast<bool>(Lexicon::parse(lexicon_of(rows)));
  };
  EXPECT_TRUE(is_read({{0, "abc"}, {2, "d"}, {3, "e"}}));
  EXPECT_FALSE(is_read({{0, "abc"}, {1, "bd"}}));  // could keep "ab"
  EXPECT_FALSE(is_read({{0, "abd"}, {2, "c"}}));
  EXPECT_FALSE(is_read({{0, "abc"}, {3, ""}}));
  EXPECT_FALSE(is_read({{0, "abc"}, {4, "d"}}));
}

}  // namespace
}  // namespace herold
