#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>

#include "../arbitrary_text.h"
#include "text/folded_text.h"
#include "text/graphemes.h"

namespace herold::text {
namespace {

bool same(std::string_view a, std::string_view b) { return fold(a, Case::fold) == fold(b, Case::fold); }

TEST(Fold, MakesSpellingsOfOneTextEqual) {
  EXPECT_TRUE(same("STRASSE", "Straße"));
  EXPECT_TRUE(same("STRAẞE", "strasse"));
  EXPECT_TRUE(same("A\u0308rger", "Ärger"));
  EXPECT_TRUE(same("𝐏𝐫𝐨𝐣𝐞𝐤𝐭", "Projekt"));
  EXPECT_TRUE(same("Ver\u00ADtrag\u200B", "Vertrag"));
  EXPECT_TRUE(same("l’été", "l'e\u0301te\u0301"));
  EXPECT_TRUE(same("a – b", "a - b"));
  EXPECT_TRUE(same("ﬁn", "fin"));
  EXPECT_TRUE(same("a \n b", "a\u00A0b"));
  EXPECT_TRUE(same("ΣΊΣΥΦΟΣ", "σίσυφος"));
}

TEST(Fold, KeepsApartWhatReadsDifferently) {
  EXPECT_FALSE(same("Über", "Uber"));
  EXPECT_FALSE(same("Über", "Ueber"));
  EXPECT_FALSE(same("a_b", "a b"));
  EXPECT_NE(fold("Acme", Case::exact), fold("ACME", Case::exact));
}

TEST(Fold, TakesLookAlikesForLatinOnlyInMixedWords) {
  EXPECT_TRUE(same("ACМE", "ACME"));  // Cyrillic em
  EXPECT_TRUE(same("аcme", "acme"));  // Cyrillic a
  EXPECT_FALSE(same("оса", "oca"));   // all Cyrillic
  EXPECT_TRUE(same("ІBM", "IBM"));    // Cyrillic i: its prototype is l, what a reader sees is I
  EXPECT_FALSE(same("а2", "a2"));     // digits do not mix
  EXPECT_TRUE(same("sϲam", "scam"));  // lunate sigmas, which decompose to other sigmas
  EXPECT_TRUE(same("SϹAM", "SCAM"));
  EXPECT_TRUE(same("ϲοφια", "σοφια"));
}

TEST(SpellingKey, IgnoresOnlyWhatTheSpellingLeavesOpen) {
  EXPECT_EQ(spelling_key("Acme\u00A0Wa\u0308rme"), spelling_key("Acme-Wärme"));
  EXPECT_EQ(spelling_key("Mc\u00ADDonald's"), spelling_key("McDonald’s"));
  EXPECT_NE(spelling_key("𝐀cme"), spelling_key("Acme"));
  EXPECT_NE(spelling_key("acme"), spelling_key("Acme"));
  EXPECT_NE(spelling_key("Waerme"), spelling_key("Wärme"));
}

TEST(FoldedText, LeadsBackToTheSource) {
  const std::string source = "xA\u0308\u00ADß";
  const FoldedText folded(source, Case::fold);
  ASSERT_EQ(folded.bytes(), "xa\xFBss");
  EXPECT_EQ(folded.cluster(0), 0u);
  EXPECT_EQ(folded.cluster(1), 1u);
  EXPECT_EQ(folded.cluster(2), 1u);
  EXPECT_FALSE(folded.boundary(2)) << "inside a cluster";
  EXPECT_TRUE(folded.boundary(3));
  EXPECT_FALSE(folded.boundary(4)) << "inside the folding of one character";
  EXPECT_EQ(folded.find_cluster(1), 1u);
  EXPECT_EQ(folded.find_cluster(static_cast<std::uint32_t>(source.size())), folded.size());
}

TEST(FoldedText, TellsLettersFromSignsAndEmoji) {
  const FoldedText folded("a™ 1 1\uFE0F\u20E3", Case::fold);
  ASSERT_EQ(folded.bytes(),
            "atm\xF8"
            "1\xF8"
            "1\u20E3");
  EXPECT_TRUE(folded.wordlike(0));
  EXPECT_FALSE(folded.wordlike(1)) << "the sign's own category counts";
  EXPECT_TRUE(folded.wordlike(4));
  EXPECT_FALSE(folded.wordlike(6)) << "a keycap is an emoji";
}

TEST(FoldedText, PartsParagraphs) {
  EXPECT_EQ(FoldedText("a\n\nb", Case::fold).bytes(),
            "a\xFC"
            "b");
  EXPECT_EQ(FoldedText("a\r\nb", Case::fold).bytes(),
            "a\xF8"
            "b");
  EXPECT_EQ(FoldedText("a \r\n \u200B\r\n b", Case::fold).bytes(),
            "a\xFC"
            "b");
}

TEST(FoldedTerm, IsEmptyWhenNothingIsLeft) {
  EXPECT_EQ(folded_term("\u200B \u00AD", Case::fold), "");
  EXPECT_EQ(folded_term(" a  b ", Case::fold),
            "a\xF8"
            "b");
}

TEST(FoldedText, HasTheClustersOfTheSource) {
  EXPECT_TRUE(rc::check([] {
    const std::string source = *testing_text::draft();
    const FoldedText folded(source, *rc::gen::element(Case::fold, Case::exact));
    const Graphemes graphemes(source);
    std::uint32_t previous = 0;
    for (std::uint32_t i = 0; i < folded.size(); ++i) {
      RC_ASSERT(folded.cluster(i) >= previous);
      RC_ASSERT(graphemes.boundary(folded.cluster(i)));
      previous = folded.cluster(i);
    }
  }));
}

TEST(FoldedText, FindsTheClusterOfEachPlaceInTheSource) {
  EXPECT_TRUE(rc::check([] {
    const std::string source = *testing_text::draft();
    const FoldedText folded(source, *rc::gen::element(Case::fold, Case::exact));
    for (std::uint32_t offset = 0; offset <= source.size(); ++offset) {
      std::uint32_t first = 0;
      while (!folded.boundary(first) || (first < folded.size() && folded.cluster(first) < offset)) ++first;
      RC_ASSERT(folded.find_cluster(offset) == first);
    }
  }));
}

// ASCII is read up to 64 bytes at a time; a soft hyphen in front of each makes them go one by one.
TEST(FoldedText, ReadsAsciiInBlocksAsOneByOne) {
  EXPECT_TRUE(rc::check([] {
    const auto source =
        *rc::gen::container<std::string>(rc::gen::element('a', 'Z', '7', ' ', '\n', '-', '_', '.', '@', '['));
    const Case letter_case = *rc::gen::element(Case::fold, Case::exact);
    std::string plain, apart;
    for (int i = *rc::gen::inRange(1, 20); i > 0; --i) plain += source;
    for (const char byte : plain) apart.append("\u00AD").push_back(byte);
    const FoldedText together(plain, letter_case), one_by_one(apart, letter_case);
    RC_ASSERT(together.bytes() == one_by_one.bytes());
    for (std::uint32_t i = 0; i < together.size(); ++i) {
      RC_ASSERT(together.wordlike(i) == one_by_one.wordlike(i));
      RC_ASSERT(together.boundary(i) == one_by_one.boundary(i));
    }
  }));
}

TEST(FoldedText, WordsAndFreshStartsAreWhatItsBytesSay) {
  rc::check([] {
    const std::string source = *testing_text::draft();
    const FoldedText folded(source, Case::fold);
    const auto is_fresh = [&](std::uint32_t at) { return at == 0 || !folded.wordlike(at - 1); };
    const auto is_blank = [&](std::uint32_t at) { return byte_at(folded.bytes(), at) == blank; };
    std::vector<bool> in_word(folded.size()), fresh(folded.size());
    folded.each_word([&](std::uint32_t start, std::uint32_t end) {
      RC_ASSERT(start < end);
      RC_ASSERT(is_fresh(start));
      for (std::uint32_t i = start; i < end; ++i) in_word[i] = true;
    });
    folded.each_fresh_start([&](std::uint32_t start) { fresh[start] = true; });
    for (std::uint32_t i = 0; i < folded.size(); ++i) {
      RC_ASSERT(in_word[i] == folded.wordlike(i));
      RC_ASSERT(fresh[i] == (is_fresh(i) && !is_blank(i)));
    }
  });
}

// Every U+FE0F once went through all of its cluster.
TEST(FoldedText, AClusterMayBeAsLongAsTheDraft) {
  std::string text = "☺";
  for (int i = 0; i < 100'000; ++i) text += "\u0308\uFE0F";
  const FoldedText folded(text, Case::fold);
  EXPECT_FALSE(folded.wordlike(folded.size() - 1));
  EXPECT_EQ(folded.cluster(folded.size() - 1), 0U);
}

}  // namespace
}  // namespace herold::text
