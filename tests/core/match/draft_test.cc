#include "match/draft.h"

#include <gtest/gtest.h>

#include "ranges.h"

namespace herold::match {
namespace {

using Texts = std::vector<std::string>;

TEST(Draft, CountsEntitiesAsOneWord) {
  const std::string_view text =
      "Schreib an a.b@c.example: #ProjektFalke, @anna.x – https://a.example/b?c=d e";
  Draft draft(text);
  EXPECT_EQ(texts(text, draft.words()), (Texts{"Schreib", "an", "a.b@c.example", "#ProjektFalke", "@anna.x",
                                               "https://a.example/b?c=d", "e"}));
}

TEST(Draft, MakesEachThingOnce) {
  Draft draft("Ein Satz. Noch einer.");
  EXPECT_EQ(&draft.sentences(), &draft.sentences());
  EXPECT_EQ(draft.sentences().size(), 2u);
  EXPECT_NE(&draft.folded(text::Case::fold), &draft.folded(text::Case::exact));
}

TEST(Draft, MayBeEmpty) {
  Draft draft("");
  EXPECT_TRUE(draft.words().empty());
  EXPECT_TRUE(draft.sentences().empty());
  EXPECT_TRUE(draft.paragraphs().empty());
  EXPECT_TRUE(draft.emojis().empty());
  EXPECT_EQ(draft.folded(text::Case::fold).size(), 0u);
}

TEST(Draft, AnEmptyRangeBetweenClustersStaysEmpty) {
  Draft draft("ä\r\nö");
  EXPECT_EQ(draft.whole_clusters({2, 2}), (text::ByteRange{2, 2}));
  EXPECT_EQ(draft.whole_clusters({4, 4}), (text::ByteRange{4, 4}));
  EXPECT_EQ(draft.whole_clusters({2, 3}), (text::ByteRange{2, 4}));
}

TEST(Draft, NoSentenceEndsInsideALink) {
  Draft draft("Mehr auf https://a.example/?b=c! Oder www.b.example/d?Eins. Ja.");
  EXPECT_EQ(draft.sentences().size(), 3u);
}

}  // namespace
}  // namespace herold::match
