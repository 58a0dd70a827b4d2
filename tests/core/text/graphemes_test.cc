#include "text/graphemes.h"

#include <gtest/gtest.h>

#include <string>

namespace herold::text {
namespace {

TEST(Graphemes, FindsBoundariesAroundAnyOffset) {
  const std::string text = "ne\u0301🎉";  // n, e with acute, party popper
  const Graphemes graphemes(text);
  EXPECT_TRUE(graphemes.boundary(0));
  EXPECT_TRUE(graphemes.boundary(1));
  EXPECT_FALSE(graphemes.boundary(2));
  EXPECT_TRUE(graphemes.boundary(4));
  EXPECT_TRUE(graphemes.boundary(8));
  EXPECT_EQ(graphemes.floor(3), 1u);
  EXPECT_EQ(graphemes.ceil(2), 4u);
  EXPECT_EQ(graphemes.next(1), 4u);
  EXPECT_EQ(graphemes.count({0, 8}), 3u);
}

TEST(Graphemes, HandlesTheEmptyText) {
  const Graphemes graphemes("");
  EXPECT_TRUE(graphemes.boundary(0));
  EXPECT_EQ(graphemes.ceil(0), 0u);
  EXPECT_EQ(graphemes.count({0, 0}), 0u);
}

TEST(Graphemes, CountsAcrossWordsOfTheBitSet) {
  const std::string text(200, 'x');
  const Graphemes graphemes(text);
  EXPECT_EQ(graphemes.count({0, 200}), 200u);
  EXPECT_EQ(graphemes.count({60, 70}), 10u);
  EXPECT_EQ(graphemes.count({64, 128}), 64u);
  EXPECT_EQ(graphemes.next(127), 128u);
}

}  // namespace
}  // namespace herold::text
