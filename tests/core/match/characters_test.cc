#include "match/characters.h"

#include <gtest/gtest.h>

#include <string>

namespace herold::match {
namespace {

std::uint32_t count(std::string_view text, CharacterCount how) {
  Draft draft(text);
  return count_characters(draft, {0, draft.size()}, how);
}

TEST(Characters, AreCountedAsTheNetworkDoes) {
  const std::string_view text = "Zoé 👩\u200D💻 日";
  EXPECT_EQ(count(text, CharacterCount::graphemes), 7u);
  EXPECT_EQ(count(text, CharacterCount::utf16), 11u);
  EXPECT_EQ(count(text, CharacterCount::weighted), 9u);
  EXPECT_EQ(count("ab https://a.example/", CharacterCount::weighted), 26u);
  EXPECT_EQ(count("ab https://a.example/", CharacterCount::mastodon), 26u);
  EXPECT_EQ(count("Zoe\u0301", CharacterCount::weighted), 3u) << "X counts the composed form";
  EXPECT_EQ(count("o\u0336", CharacterCount::weighted), 2u);
  EXPECT_EQ(count("", CharacterCount::utf16), 0u);
}

TEST(Characters, EndAtTheFirstClusterThatDoesNotFit) {
  const std::string text = "ab🎉c";
  Draft draft(text);
  EXPECT_EQ(end_of_characters(draft, {0, draft.size()}, CharacterCount::utf16, 3), 2u);
  EXPECT_EQ(end_of_characters(draft, {0, draft.size()}, CharacterCount::utf16, 4), 6u);
  EXPECT_EQ(end_of_characters(draft, {0, draft.size()}, CharacterCount::graphemes, 3), 6u);
  EXPECT_EQ(end_of_characters(draft, {0, draft.size()}, CharacterCount::utf16, 5), draft.size());
  EXPECT_EQ(end_of_characters(draft, {0, draft.size()}, CharacterCount::utf16, 0), 0u);
}

}  // namespace
}  // namespace herold::match
