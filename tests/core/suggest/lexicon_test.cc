#include "herold/lexicon.h"

#include <gtest/gtest.h>

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
  EXPECT_TRUE(std::holds_alternative<std::string>(Lexicon::parse("")));
  EXPECT_TRUE(std::holds_alternative<std::string>(Lexicon::parse("HLX1")));
  EXPECT_TRUE(std::holds_alternative<std::string>(Lexicon::parse(std::string("HLX1\xff\xff\xff\xff", 8))));
  EXPECT_TRUE(std::holds_alternative<std::string>(Lexicon::parse(std::string(Lexicon::max_bytes + 1, 'x'))));
}

TEST(Lexicon, DamagedBytesAreReadOrRefusedAndNeverCrash) {
  const std::string whole = lexicon_bytes();
  for (std::size_t i = 0; i < 40; ++i) {
    std::string damaged = whole;
    damaged[i * whole.size() / 40 + i] ^= static_cast<char>(0x55 + i);
    const auto read = Lexicon::parse(damaged);
    if (const auto* lexicon = std::get_if<Lexicon>(&read)) {
      for (const auto& sense : lexicon->find(german, "wass"))
        EXPECT_LT(sense.concept_id, lexicon->concepts());
    }
    EXPECT_TRUE(std::holds_alternative<std::string>(Lexicon::parse(whole.substr(0, i * whole.size() / 40))));
  }
}

}  // namespace
}  // namespace herold
