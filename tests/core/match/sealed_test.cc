#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>

#include "../arbitrary_text.h"
#include "../disguises.h"
#include "match/sealed_set.h"
#include "match/slow_hash.h"
#include "text/folded_text.h"

namespace herold::match {
namespace {

const std::string salt = "0123456789abcdef";

std::string letters(std::string_view term) { return letters_of(text::folded_term(term, text::Case::fold)); }

// Only the tag is that of the term: what a session would try, without the cost of trying it.
SealedSet net_for(std::string_view term, LiteralOptions options = {}) {
  const auto size = static_cast<std::uint32_t>(letters(term).size());
  SealedSet set;
  set.add({.tag = tag_of(letters(term), most_tag_bits),
           .salt = salt,
           .sealed = std::string(80, 'x'),
           .size = options.boundary == Boundary::none ? size : 0},
          options, most_tag_bits);
  set.compile(size);
  return set;
}

std::size_t caught(const SealedSet& set, std::string_view text) {
  Draft draft(text);
  Unsealed known;
  set.scan(draft, known);
  return known.pending();
}

TEST(SlowHash, IsArgon2id) {
  // As crypto_pwhash of libsodium gives it for these parameters.
  const auto hash = slow_hash("letters", salt, 16);
  ASSERT_TRUE(hash);
  std::string hex;
  for (const char byte : *hash) {
    char digits[3];
    std::snprintf(digits, sizeof digits, "%02x", static_cast<unsigned char>(byte));
    hex += digits;
  }
  EXPECT_EQ(hex, "fa07950d1b7370d6036687f2554f4dde");
}

TEST(SealedTerm, OpensWithItsLettersAlone) {
  const auto sealed = seal("Größe & Projekt-Falke!", salt, 12);
  ASSERT_TRUE(sealed);
  EXPECT_EQ(sealed->sealed.find("Falke"), std::string::npos);
  EXPECT_LT(sealed->tag, 1u << 12);
  const Opened opened = open(*sealed, "groesseprojektfalke");
  EXPECT_EQ(opened.outcome, Opening::opened);
  EXPECT_EQ(opened.term, "Größe & Projekt-Falke!");
  EXPECT_EQ(open(*sealed, "groesseprojektfalken").outcome, Opening::other_letters);
}

TEST(SealedTerm, LengthDoesNotShow) {
  EXPECT_EQ(seal("Falke", salt, 12)->sealed.size(),
            seal("Projekt Falke in Winterthur", salt, 12)->sealed.size());
  EXPECT_TRUE(is_sealed_size(seal(std::string(longest_secret_bytes, 'x'), salt, 12)->sealed.size()));
}

TEST(SealedTerm, RefusesWhatCannotBeFound) {
  EXPECT_FALSE(seal("!!", salt, 12));
  EXPECT_FALSE(seal(std::string(longest_secret_bytes + 1, 'x'), salt, 12));
}

TEST(TagBits, KeepSlowHashesRareAndTagsShort) {
  EXPECT_EQ(tag_bits_for(0), 10u);
  EXPECT_EQ(tag_bits_for(1), 10u);
  EXPECT_EQ(tag_bits_for(3), 12u);
  EXPECT_EQ(tag_bits_for(1 << 30), most_tag_bits);
  EXPECT_EQ(tag_of("falke", 10), tag_of("falke", 14) >> 4);
}

TEST(SealedSet, OneSequenceInAThousandIsWorthASlowHash) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "wort" + std::to_string(i) + " ";
  SealedSet set;
  set.add({.tag = 77, .salt = salt, .sealed = std::string(80, 'x')}, {}, 10);
  set.compile(16);
  const std::size_t noted = caught(set, text);
  EXPECT_GT(noted, 0u);
  EXPECT_LT(noted, 40u);  // of some 10,000 sequences of one or two words
}

TEST(SealedSet, FindsAKnownTermInLaterDraftsAtOnce) {
  SealedSet set;
  const std::uint32_t number = set.add(*seal("Projekt Falke", salt, 12), {}, 12);
  set.compile(16);
  Unsealed known;
  Draft first("Wir bauen #ProjektFalke.");
  EXPECT_TRUE(set.scan(first, known).empty());
  bool found = false;
  while (known.pending() > 0) found = set.try_next(known) || found;
  EXPECT_TRUE(found);
  EXPECT_EQ(known.term(number), "Projekt Falke");
  const auto hits = set.scan(first, known);
  ASSERT_EQ(hits.size(), 1u);
  EXPECT_EQ(hits[0].range.of(first.text()), "ProjektFalke");
  Draft second("ProjektFalke, Projekt\u00ADFalke, projekt_falke");
  const auto later = set.scan(second, known);
  ASSERT_EQ(later.size(), 1u);
  EXPECT_EQ(later[0].range.of(second.text()), "projekt_falke");
  EXPECT_EQ(known.pending(), 0u);
}

TEST(SealedSet, CatchesEveryDisguise) {
  for (const testing_text::Disguise& disguise : testing_text::disguises()) {
    const std::string hidden = testing_text::disguised("Übergröße Falke", {disguise});
    EXPECT_GT(caught(net_for("Übergröße Falke"), "Wir: " + hidden + "."), 0u) << disguise.name;
    EXPECT_GT(caught(net_for("Übergröße Falke"), "#Übergröße" + testing_text::disguised("Falke", {disguise})),
              0u)
        << disguise.name;
  }
}

// The net is wide enough: whatever an ordinary term finds, a session tries.
TEST(SealedSet, CatchesWhateverAnOrdinaryTermFinds) {
  EXPECT_TRUE(rc::check([] {
    const auto term = *testing_text::term();
    const std::string text =
        *testing_text::draft() + term + *testing_text::draft() + "#" + term + *testing_text::draft();
    const LiteralOptions options{*rc::gen::element(text::Case::fold, text::Case::exact),
                                 *rc::gen::element(Boundary::word, Boundary::none)};
    RC_PRE(!letters(term).empty());
    LiteralSet plain;
    RC_PRE(plain.add(term, options).has_value());
    plain.compile();
    Draft draft(text);
    RC_PRE(!plain.scan(draft).empty());
    RC_ASSERT(caught(net_for(term, options), text) > 0u);
  }));
}

}  // namespace
}  // namespace herold::match
