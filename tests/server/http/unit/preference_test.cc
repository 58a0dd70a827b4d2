#include "http/preference.h"

#include <gtest/gtest.h>

namespace herold::http {
namespace {

std::string_view language(std::string_view accepted) {
  return preferred_language(accepted, {"en", "de", "fr", "it"});
}

TEST(PreferredLanguage, IsTheOneOfTheGreatestWeight) {
  EXPECT_EQ(language("de-CH,de;q=0.9,en;q=0.8"), "de");
  EXPECT_EQ(language("en;q=0.2, fr;q=0.7, it;q=0.5"), "fr");
  EXPECT_EQ(language("en;q=0.8,de"), "de");
  EXPECT_EQ(language("it ; q=0.5 , FR-ca;Q=0.501"), "fr");
}

TEST(PreferredLanguage, IsTheFirstNamedOfEqualWeight) {
  EXPECT_EQ(language("fr, de"), "fr");
  EXPECT_EQ(language("rm, it;q=0.5, de;q=0.5"), "it");
}

TEST(PreferredLanguage, IsTheFirstOfferedWhereNoneIsWanted) {
  for (const char* accepted :
       {"", "*", "rm", "de;q=0", "de;q=0, *;q=0.5", "de;q=2", "de;q=x", ",;,", "den", "d"})
    EXPECT_EQ(language(accepted), "en") << accepted;
  EXPECT_EQ(language("en;q=0, it;q=0.1"), "it");
}

}  // namespace
}  // namespace herold::http
