#include "herold/language_tag.h"

#include <gtest/gtest.h>

namespace herold {
namespace {

TEST(LanguageTag, FollowsTheGrammar) {
  for (const char* tag : {"de", "de-CH", "zh-Hant-TW", "de-1901", "sl-rozaj-biske", "es-419",
                          "en-a-bbb-x-a-ccc", "zh-cmn-Hans-CN", "x-whatever", "deutsch"}) {
    EXPECT_TRUE(is_language_tag(tag)) << tag;
  }
  for (const char* tag : {"", "d", "de-", "-de", "de--CH", "deutsch!!", "de_CH", "en-a", "de-x", "auto matic",
                          "languages9", "dé"}) {
    EXPECT_FALSE(is_language_tag(tag)) << tag;
  }
}

TEST(LanguageTag, RangesCoverWholeSubtagsOnly) {
  EXPECT_TRUE(language_covers("de", "de-CH"));
  EXPECT_TRUE(language_covers("DE-ch", "de-CH-1901"));
  EXPECT_FALSE(language_covers("de", "deu"));
  EXPECT_FALSE(language_covers("de-CH", "de"));
}

}  // namespace
}  // namespace herold
