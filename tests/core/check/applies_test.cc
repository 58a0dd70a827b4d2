#include "checking.h"

namespace herold::testing_check {
namespace {

/// Whether the guideline speaks under these conditions.
bool speaks(std::string_view applies, const CheckOptions& options) {
  const std::string keys =
      R"("kind": "existence", "terms": ["x"], "applies": {)" + std::string(applies) + "}";
  return !matches(keys, "x", options).empty();
}

CheckOptions at(std::string_view time) {
  CheckOptions options = german();
  options.at = parse_instant(time);
  return options;
}

TEST(Applies, LanguagesGoByBasicFiltering) {
  EXPECT_TRUE(speaks(R"("languages": ["de"])", in_language("de-CH")));
  EXPECT_TRUE(speaks(R"("languages": ["fr", "DE"])", in_language("de")));
  EXPECT_FALSE(speaks(R"("languages": ["de-CH"])", in_language("de")));
  EXPECT_FALSE(speaks(R"("languages": ["de"])", in_language("den")));
  EXPECT_FALSE(speaks(R"("notLanguages": ["de"])", in_language("de-CH")));
}

TEST(Applies, ConditionsOnWhatIsNotGivenDoNotHoldButTheirNegationsDo) {
  EXPECT_FALSE(speaks(R"("roles": ["nurse"])", german()));
  EXPECT_TRUE(speaks(R"("notRoles": ["nurse"])", german()));
  EXPECT_FALSE(speaks(R"("groups": ["a"])", german()));
  EXPECT_TRUE(speaks(R"("notGroups": ["a"])", german()));
  EXPECT_FALSE(speaks(R"("networks": ["x"])", german()));
  EXPECT_TRUE(speaks(R"("notNetworks": ["x"])", german()));
  EXPECT_FALSE(speaks(R"("from": "2020-01-01T00:00:00Z")", german()));
  EXPECT_FALSE(speaks(R"("until": "2099-01-01T00:00:00Z")", german()));
}

TEST(Applies, RolesGroupsAndNetworksAreComparedExactly) {
  CheckOptions options = german();
  options.role = "Nurse";
  options.groups = {"b", "a"};
  options.network = Network::x;
  EXPECT_FALSE(speaks(R"("roles": ["nurse"])", options));
  EXPECT_TRUE(speaks(R"("roles": ["doctor", "Nurse"], "groups": ["c", "a"], "networks": ["linkedin", "x"])",
                     options));
  EXPECT_FALSE(speaks(R"("groups": ["a"], "notGroups": ["b"])", options));
}

TEST(Applies, FromIsInclusiveAndUntilExclusive) {
  constexpr auto window = R"("from": "2026-01-01T00:00:00Z", "until": "2026-01-02T00:00:00+01:00")";
  EXPECT_FALSE(speaks(window, at("2025-12-31T23:59:59.999Z")));
  EXPECT_TRUE(speaks(window, at("2026-01-01T01:00:00+01:00")));
  EXPECT_TRUE(speaks(window, at("2026-01-01T22:59:59.9Z")));
  EXPECT_FALSE(speaks(window, at("2026-01-01T23:00:00Z")));
}

TEST(Applies, AnyPeriodWillDo) {
  constexpr auto periods =
      R"("periods": [{"until": "2026-01-01T00:00:00Z"}, {"from": "2026-03-01T00:00:00Z", "until": "2026-04-01T00:00:00Z"}])";
  EXPECT_TRUE(speaks(periods, at("2025-06-01T00:00:00Z")));
  EXPECT_FALSE(speaks(periods, at("2026-02-01T00:00:00Z")));
  EXPECT_TRUE(speaks(periods, at("2026-03-01T00:00:00Z")));
}

}  // namespace
}  // namespace herold::testing_check
