#include <gtest/gtest.h>

#include "reading_lexicon.h"
#include "suggest/compounds.h"
#include "suggest/meaning.h"
#include "suggest/tokens.h"

namespace herold::suggest {
namespace {

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> found;
  for (const text::ByteRange range : tokens(text)) found.emplace_back(range.of(text));
  return found;
}

TEST(Tokens, MarksApostrophesAndInnerCapitalsPartWords) {
  using List = std::vector<std::string>;
  EXPECT_EQ(words(""), List{});
  EXPECT_EQ(words("l’eau, qu'une"), (List{"eau", "une"}));
  EXPECT_EQ(words("#FrauenInFührung"), (List{"Frauen", "Führung"}));
  EXPECT_EQ(words("KI im Büro, ja"), (List{"KI", "Büro"}));
  EXPECT_EQ(words("2026: 20 000 m2"), (List{"2026", "000"}));
  EXPECT_EQ(words("Donaudampfschifffahrt-Ärzte, abcdefghIjklmnopQ, µm"),
            (List{"Donaudampfschifffahrt", "Ärzte", "abcdefgh", "Ijklmnop", "µm"}));
}

TEST(WordKeys, FormsAndSpellingsOfAWordHaveOneKey) {
  WordKeys keys;
  const auto german = [&keys](std::string_view word) { return keys.key(word, Language::german); };
  EXPECT_EQ(german("Wärmepumpen"), german("Waermepumpe"));
  EXPECT_EQ(german("WÄRMEPUMPE"), german("Wärmepumpe"));
  EXPECT_EQ(german("gross"), german("groß"));
  EXPECT_EQ(keys.key("apprentices", Language::english), keys.key("apprentice", Language::english));
  EXPECT_EQ(keys.key("œuvres", Language::french), "œuvr");  // a letter that Latin-1 has not
  EXPECT_EQ(german("und"), "");
  EXPECT_EQ(keys.key(std::string(max_word_bytes + 1, 'a'), Language::english), "");
}

TEST(Compounds, AreTakenApartWhereTheShorterPartIsLongest) {
  const auto known = [](std::string_view word) {
    return word == "heizung" || word == "rohr" || word == "leitung" || word == "rohrleitung" || word == "ung";
  };
  const auto split = split_compound("heizungsrohr", known);
  ASSERT_TRUE(split);
  EXPECT_EQ(split->first, "heizung");
  EXPECT_EQ(split->second, "rohr");
  EXPECT_FALSE(split_compound("heizung", known));
  EXPECT_FALSE(split_compound("", known));
}

TEST(Meaning, ACompoundThatNoDictionaryHasMeansItsParts) {
  const Meaning meaning = meaning_of(shipped_lexicon().get(), Language::german, "heizungswartung");
  EXPECT_EQ(meaning.parts.size(), 2u);
  EXPECT_FALSE(meaning.senses.empty());
}

TEST(Meaning, WhatAnyPostMayHoldIsHardlySalient) {
  WordKeys keys;
  const auto salience = [&keys](std::string_view word) {
    return meaning_of(shipped_lexicon().get(), Language::german, keys.key(word, Language::german)).salience;
  };
  for (const char* everyday : {"Woche", "gestern", "zwanzig", "gehen", "kleinen"})
    EXPECT_LT(salience(everyday), 0.3f) << everyday;
  for (const char* specific : {"Abwasser", "Luftpolsterfolie", "Legionellen", "Xyzzyplugh"})
    EXPECT_GT(salience(specific), 0.3f) << specific;
}

TEST(Meaning, WithoutALexiconAWordStandsForItself) {
  const Meaning meaning = meaning_of(nullptr, Language::german, "heizung");
  EXPECT_TRUE(meaning.senses.empty());
  EXPECT_EQ(meaning.topic, 1.0f);
}

}  // namespace
}  // namespace herold::suggest
