#include "match/characters.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>

#include "../arbitrary_text.h"

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

TEST(Characters, ALinkIsNotCut) {
  const std::string text = "ab https://a.example/";
  Draft draft(text);
  EXPECT_EQ(end_of_characters(draft, {0, draft.size()}, CharacterCount::weighted, 25), 3u);
}

TEST(Characters, MarksBehindALinkStayWithIt) {
  const std::string text = "ab https://a.example/\uFE0F c";
  Draft draft(text);
  EXPECT_EQ(count_characters(draft, {0, draft.size()}, CharacterCount::mastodon), 28u);
  EXPECT_EQ(count_characters(draft, {0, draft.size()}, CharacterCount::weighted), 30u);
  EXPECT_EQ(end_of_characters(draft, {0, draft.size()}, CharacterCount::mastodon, 26), text.find(" c"));
}

// Plain text is taken at once, the rest cluster by cluster: the end is where the count of what stands before
// it says so.
RC_GTEST_PROP(Characters, EndWhereTheCountSays, ()) {
  const std::string text = *testing_text::draft() + *rc::gen::element<std::string>("", " https://a.de/b c");
  const auto how = *rc::gen::element(CharacterCount::utf16, CharacterCount::weighted,
                                     CharacterCount::mastodon, CharacterCount::graphemes);
  Draft draft(text);
  const std::uint32_t total = count_characters(draft, {0, draft.size()}, how);
  const std::uint32_t limit = *rc::gen::inRange(0u, total + 1);
  const std::uint32_t end = end_of_characters(draft, {0, draft.size()}, how, limit);
  RC_ASSERT(draft.graphemes().boundary(end));
  RC_ASSERT(count_characters(draft, {0, end}, how) <= limit);
  if (limit == total) {
    RC_ASSERT(end == draft.size());
  } else {
    const auto link = std::find_if(draft.links().begin(), draft.links().end(),
                                   [&](text::ByteRange range) { return range.start == end; });
    const std::uint32_t next =
        link != draft.links().end() ? draft.whole_clusters(*link).end : draft.graphemes().next(end);
    RC_ASSERT(count_characters(draft, {0, next}, how) > limit);
  }
}

}  // namespace
}  // namespace herold::match
