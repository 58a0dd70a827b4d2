#include "herold/bundle.h"

#include <gtest/gtest.h>

#include <limits>

#include "simulator.h"

namespace herold::update::testing {
namespace {

TEST(Bundle, IsReadPartByPart) {
  Simulator repository;
  repository.bundle["topics"] = {{"ki", {{"de", "KI"}}}};
  const auto bundle = parse_bundle(repository.bundle.dump());
  ASSERT_TRUE(bundle) << bundle.error().message;
  EXPECT_EQ(bundle->organisation, "acme");
  EXPECT_EQ(bundle->channel, "pilot");
  EXPECT_EQ(bundle->revision, 1);
  EXPECT_EQ(bundle->issued_at, "2025-12-31T12:00:00Z");
  EXPECT_EQ(bundle->topics, R"({"ki":{"de":"KI"}})");
  EXPECT_EQ(bundle->settings, R"({"pageMode":"offered"})");
}

TEST(Bundle, KeepsTheOrderOfMembersOfAPack) {
  Simulator repository;
  std::string text = repository.bundle.dump();
  const std::string pack = R"({"schema":1,"id":"acme","guidelines":[],"a":0.5})";
  const auto at = text.find(R"({"guidelines")");
  text.replace(at, text.find('}', at) + 1 - at, pack);
  const auto parsed = parse_bundle(text);
  EXPECT_EQ(parsed->pack, pack);
}

TEST(Bundle, SaysWhichPartIsWrong) {
  const json good = Simulator().bundle;
  for (const auto& [key, value] : good.items()) {
    json bundle = good;
    bundle.erase(key);
    const auto missing = parse_bundle(bundle.dump());
    ASSERT_FALSE(missing) << key;
    EXPECT_NE(missing.error().message.find(key), std::string::npos) << missing.error().message;
    bundle[key] = 0;
    EXPECT_FALSE(parse_bundle(bundle.dump())) << key;
  }
  EXPECT_FALSE(parse_bundle("[]"));
}

TEST(Bundle, TakesRevisionsOf63Bits) {
  json bundle = Simulator().bundle;
  bundle["revision"] = std::numeric_limits<std::int64_t>::max();
  const auto largest = parse_bundle(bundle.dump());
  ASSERT_TRUE(largest);
  EXPECT_EQ(largest->revision, std::numeric_limits<std::int64_t>::max());
  for (const json& revision : {json(0), json(-1), json(1.5), json("1"), json(std::uint64_t{1} << 63)}) {
    bundle["revision"] = revision;
    EXPECT_FALSE(parse_bundle(bundle.dump())) << revision;
  }
}

}  // namespace
}  // namespace herold::update::testing
