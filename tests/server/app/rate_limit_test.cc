#include "auth/rate_limit.h"

#include <gtest/gtest.h>

#include "support/both_databases.h"

namespace herold {
namespace {

class RateLimit : public ::testing::Test {
 protected:
  bool take(const std::string& key) { return static_cast<bool>(limit.take(key)); }

  testing::TestClock clock;
  auth::RateLimit limit{{.burst = 3, .refill = 60, .keys = 4}, clock};
};

TEST_F(RateLimit, LetsABurstThroughAndThenOneAtATime) {
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(take("a"));
  const auto fourth = limit.take("a");
  ASSERT_FALSE(fourth);
  EXPECT_EQ(fourth.error().code, app::ErrorCode::too_many);
  EXPECT_GE(fourth.error().retry_after, 60);
  clock.advance(fourth.error().retry_after);
  EXPECT_TRUE(take("a"));
  EXPECT_FALSE(take("a"));
  clock.advance(app::kDay);
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(take("a"));
  EXPECT_FALSE(take("a"));
}

TEST_F(RateLimit, TellsKeysApart) {
  for (int i = 0; i < 4; ++i) take("a");
  EXPECT_TRUE(take("b"));
}

TEST_F(RateLimit, StartsAnewAfterASuccess) {
  for (int i = 0; i < 4; ++i) take("a");
  limit.clear("a");
  EXPECT_TRUE(take("a"));
}

TEST_F(RateLimit, ForgetsFullBucketsFirst) {
  for (int i = 0; i < 4; ++i) take("held back");
  clock.advance(30);
  for (const char* key : {"b", "c", "d"}) take(key);
  clock.advance(65);  // b, c and d are full again, the first one is not
  take("e");
  take("held back");
  EXPECT_FALSE(take("held back"));
}

TEST(NetworkOf, IsTheAddressOrWhatAHostOfIPv6ChoosesFrom) {
  EXPECT_EQ(auth::network_of("203.0.113.7"), "203.0.113.7");
  EXPECT_EQ(auth::network_of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
  EXPECT_EQ(auth::network_of("2001:db8:1:2::"), auth::network_of("2001:db8:1:2:ffff::1"));
  EXPECT_NE(auth::network_of("2001:db8:1:2::1"), auth::network_of("2001:db8:1:3::1"));
  EXPECT_EQ(auth::network_of("::ffff:203.0.113.7"), "::ffff:203.0.113.7");
  EXPECT_EQ(auth::network_of("unknown"), "unknown");
}

}  // namespace
}  // namespace herold
