#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "herold/check_json.h"

namespace herold {
namespace {

TEST(CheckOptions, AreReadFromJson) {
  const auto parsed = parse_check_options(
      R"({"language": "de-CH", "role": "", "groups": ["a"], "network": "bluesky", "at": "1970-01-01T00:00:01Z",
          "reader": "en", "ignore": ["g", {"guideline": "h", "match": "x"}], "captions": ["c"]})");
  ASSERT_TRUE(parsed) << parsed.error().message;
  const CheckOptions& options = *parsed;
  EXPECT_EQ(options.language, "de-CH");
  EXPECT_EQ(options.role, "");
  EXPECT_EQ(options.groups, std::vector<std::string>{"a"});
  EXPECT_EQ(options.network, Network::bluesky);
  EXPECT_EQ(options.at, (Instant{1, 0}));
  EXPECT_EQ(options.reader, "en");
  ASSERT_EQ(options.ignore.size(), 2U);
  EXPECT_EQ(options.ignore[0].match, std::nullopt);
  EXPECT_EQ(options.ignore[1].guideline, "h");
  EXPECT_EQ(options.ignore[1].match, "x");
  EXPECT_EQ(options.captions, std::vector<std::string>{"c"});
}

TEST(CheckOptions, SayWhatIsWrong) {
  const auto error = [](std::string_view json) {
    const auto parsed = parse_check_options(json);
    return parsed ? "" : parsed.error().message;
  };
  EXPECT_EQ(error("{}"), "");
  EXPECT_EQ(error(R"({"language": "auto"})"), "");
  EXPECT_THAT(error("[]"), testing::HasSubstr("must be an object"));
  EXPECT_THAT(error(R"({"netwrok": "x"})"), testing::HasSubstr("did you mean “network”?"));
  EXPECT_THAT(error(R"({"network": "orkut"})"), testing::HasSubstr("/network “orkut” is not known"));
  EXPECT_THAT(error(R"({"at": "2026-02-10T09:00:00"})"), testing::HasSubstr("/at “2026-02-10T09:00:00”"));
  EXPECT_THAT(error(R"({"language": "d"})"), testing::HasSubstr("/language"));
  EXPECT_THAT(error(R"({"ignore": [{}]})"), testing::HasSubstr("/ignore/0 needs a “guideline”"));
}

}  // namespace
}  // namespace herold
