#include <gtest/gtest.h>

#include "herold/guideline.h"

namespace herold {
namespace {

TEST(Instant, ReadsTimesWithTheirOffset) {
  EXPECT_EQ(parse_instant("1970-01-01T00:00:00Z"), (Instant{0, 0}));
  EXPECT_EQ(parse_instant("2026-02-10T09:00:00+01:00"), parse_instant("2026-02-10T08:00:00z"));
  EXPECT_EQ(parse_instant("2026-02-10t09:00:00.25-00:30"), (Instant{1770715800, 250'000'000}));
  EXPECT_EQ(parse_instant("0000-03-01T00:00:00Z"), (Instant{-62162035200, 0}));
  EXPECT_EQ(parse_instant("2024-02-29T23:59:59.9999999999Z")->nanoseconds, 999'999'999);
}

TEST(Instant, LeapSecondsExistAtTheEndOfJuneAndDecember) {
  EXPECT_EQ(parse_instant("2016-12-31T23:59:60Z"), parse_instant("2017-01-01T00:00:00Z"));
  EXPECT_EQ(parse_instant("2017-01-01T00:59:60+01:00"), parse_instant("2017-01-01T00:00:00Z"));
  EXPECT_EQ(parse_instant("2016-12-30T23:59:60Z"), std::nullopt);
}

TEST(Instant, RefusesEverythingElse) {
  for (const char* text :
       {"", "2026-02-10", "2026-02-10T09:00:00", "2026-02-30T08:00:00Z", "2023-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z", "2026-01-01T24:00:00Z",
        "2026-01-01T00:60:00Z", "2026-01-01T00:00:00+24:00", "2026-01-01T00:00:00+0100",
        "2026-01-01 00:00:00Z", "2026-01-01T00:00:00.Z", "2026-01-01T00:00Z", "2026-1-01T00:00:00Z",
        "2026-01-01T00:00:00Z ", "+026-01-01T00:00:00Z"}) {
    EXPECT_EQ(parse_instant(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace herold
