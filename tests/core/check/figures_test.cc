#include "check/figures.h"

#include <gtest/gtest.h>

namespace herold::check {
namespace {

TEST(Figures, AreRoundedAwayFromZero) {
  EXPECT_EQ(rounded(0.5), "1");
  EXPECT_EQ(rounded(-2.5), "-3");
  EXPECT_EQ(rounded(61.49), "61");
}

TEST(Figures, LookAsAnAuthorWouldWriteThem) {
  EXPECT_EQ(figure(20), "20");
  EXPECT_EQ(figure(17.5), "17.5");
  EXPECT_EQ(figure(0.05), "0.05");
  EXPECT_EQ(figure(-0.25), "-0.25");
  EXPECT_EQ(figure(100 * 0.55), "55");
}

}  // namespace
}  // namespace herold::check
