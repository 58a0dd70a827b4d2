#include "app/clock.h"

#include <gtest/gtest.h>

namespace herold {
namespace {

TEST(Clock, WritesTimesAndDays) {
  EXPECT_EQ(app::rfc3339(0), "1970-01-01T00:00:00Z");
  EXPECT_EQ(app::rfc3339(1795550400 + 3723), "2026-11-24T21:02:03Z");
  EXPECT_EQ(app::rfc3339(-1), "1969-12-31T23:59:59Z");
  EXPECT_EQ(app::day(951782400), "2000-02-29");
}

TEST(Clock, ReadsWhatItWrites) {
  for (const app::Seconds time :
       {app::Seconds{0}, app::Seconds{951782400}, app::Seconds{1795550400 + 3723}}) {
    EXPECT_EQ(app::parse_rfc3339(app::rfc3339(time)), time);
    EXPECT_EQ(app::parse_day(app::day(time)), time / app::kDay * app::kDay);
  }
  EXPECT_EQ(app::parse_rfc3339("1970-01-01T01:00:00.5+01:00"), 0);
}

TEST(Clock, RefusesDaysThatAreNone) {
  for (const char* text :
       {"", "2026-11-31", "2026-1-01", "2026/11/24", "2026-11-24Z", "20261124", "-026-01-01"}) {
    EXPECT_FALSE(app::parse_day(text)) << text;
  }
}

}  // namespace
}  // namespace herold
