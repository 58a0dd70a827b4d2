#include "app/default_packs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/over_herold.h"

namespace herold {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::kAnna;

class DefaultPacks : public testing::OverHerold {};
HEROLD_OVER_BOTH_DATABASES(DefaultPacks);

TEST_P(DefaultPacks, AreListed) {
  const auto packs = herold().default_packs.list();
  ASSERT_EQ(packs.size(), 1U);
  EXPECT_EQ(packs[0].id, "en");
  EXPECT_EQ(packs[0].language, "en");
  EXPECT_EQ(packs[0].guidelines, 2);
  EXPECT_FALSE(herold().default_packs.document("fr"));
}

TEST_P(DefaultPacks, AreCopiedOnceAndInTheLanguageOfTheWorkingPack) {
  const auto copied = herold().default_packs.copy("en", {}, kAnna);
  ASSERT_TRUE(copied) << copied.error().message;
  EXPECT_THAT(copied->copied, ElementsAre("en.intern", "en.loud"));
  EXPECT_THAT(copied->skipped, IsEmpty());
  // The working pack's default language is German, so each text has a German entry.
  EXPECT_THAT(herold().guidelines.get("en.loud")->json,
              HasSubstr(R"("message":{"en":"Loud.","de":"Loud."})"));
  EXPECT_TRUE((*herold().guidelines.test())->passed());

  const auto again = herold().default_packs.copy("en", {"en.loud"}, kAnna);
  EXPECT_THAT(again->copied, IsEmpty());
  EXPECT_THAT(again->skipped, ElementsAre("en.loud"));
}

TEST_P(DefaultPacks, AreNotCopiedUnderWrongNames) {
  EXPECT_FALSE(herold().default_packs.copy("fr", {}, kAnna));
  EXPECT_FALSE(herold().default_packs.copy("en", {"en.intern", "en.none"}, kAnna));
  EXPECT_TRUE(herold().guidelines.list("")->empty());
}

}  // namespace
}  // namespace herold
