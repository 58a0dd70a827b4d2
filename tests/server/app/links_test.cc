#include "app/links.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

#include "support/over_herold.h"
#include "support/tuf_client.h"

namespace herold {
namespace {

using Json = nlohmann::json;
using app::with_campaign;
using testing::kAnna;
using ::testing::MatchesRegex;

class Links : public testing::OverHerold {
 protected:
  void SetUp() override {
    OverHerold::SetUp();
    if (IsSkipped()) return;
    switch_links(true);
    save("report", "https://acme.example/report?id=7#top");
    save_guideline("falke", "Projekt Falke");
  }

  void switch_links(bool on) {
    Json organisation = Json::parse(kOrganisation);
    organisation["settings"]["shortLinks"] = on;
    ASSERT_TRUE(herold().organisation.put(organisation.dump(), std::nullopt, kAnna));
  }

  void save(const std::string& id, const std::string& url) {
    Json json = Json::parse(item(id, "Bericht"));
    json["url"] = url;
    const auto saved = herold().content.put(id, json.dump(), std::nullopt, kAnna);
    ASSERT_TRUE(saved) << saved.error().message;
  }

  Json published_bundle() {
    publish("pilot");
    testing::TufClient device(herold(), herold().publications.file("metadata/1.root.json")->bytes, "pilot");
    const auto outcome = device.update(clock.now());
    EXPECT_EQ(outcome.refused, "");
    return Json::parse(outcome.bundle);
  }

  app::LinkTable table() { return *herold().links.table(); }
};
HEROLD_OVER_BOTH_DATABASES(Links);

TEST_P(Links, GivesEachPublishedItemOneForEver) {
  const Json bundle = published_bundle();
  EXPECT_EQ(bundle["settings"]["shortLinks"], "https://herold.acme.example/r/");
  const std::string slug = bundle["content"][0]["slug"];
  EXPECT_THAT(slug, MatchesRegex("[2-9a-z]+"));
  EXPECT_EQ(slug.size(), 6U);

  save("report", "https://acme.example/moved");
  EXPECT_EQ(published_bundle()["content"][0]["slug"], slug);
  EXPECT_EQ(table().links.front().url, "https://acme.example/moved");

  ASSERT_TRUE(herold().content.remove("report", std::nullopt, kAnna));
  EXPECT_TRUE(published_bundle()["content"].empty());
  ASSERT_EQ(table().links.size(), 1U);
  EXPECT_EQ(table().links.front().slug, slug);
}

TEST_P(Links, TellDevicesNothingUntilSwitchedOn) {
  switch_links(false);
  const Json bundle = published_bundle();
  EXPECT_FALSE(bundle["settings"].contains("shortLinks"));
  EXPECT_FALSE(bundle["content"][0].contains("slug"));
  EXPECT_TRUE(table().links.empty());
  EXPECT_FALSE(table().counting);
}

TEST_P(Links, StayNewsToNobody) {
  published_bundle();
  EXPECT_TRUE(herold().publications.pending("pilot")->changes.empty());
}

TEST_P(Links, AreCountedByItemChannelAndDay) {
  const std::int64_t today = clock.now() / app::kDay;
  ASSERT_TRUE(herold().links.count({{today, "report", "linkedin", 2}, {today, "report", "copy", 1}}));
  ASSERT_TRUE(herold().links.count({{today, "report", "linkedin", 3}, {today - 400, "report", "x", 9}}));
  const auto report = herold().statistics.report("", "");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->clicks, 6);
  ASSERT_EQ(report->items.size(), 1U);
  EXPECT_EQ(report->items.front().clicks, 6);
  ASSERT_EQ(report->networks.size(), 2U);
  EXPECT_EQ(report->networks.front().of, "copy");
  EXPECT_EQ(report->networks.back().clicks, 5);
  EXPECT_EQ(report->days.front().clicks, 6);
}

// The same cases as tests/extension/share/campaign.test.ts.
TEST(Campaign, IsAddedToTheAddressAsItStands) {
  const std::string all = "utm_source=linkedin&utm_medium=social&utm_campaign=report";
  EXPECT_EQ(with_campaign("https://a.example/x", "linkedin", "report"), "https://a.example/x?" + all);
  EXPECT_EQ(with_campaign("https://a.example/x?", "linkedin", "report"), "https://a.example/x?" + all);
  EXPECT_EQ(with_campaign("https://a.example/x?a=%20b&", "linkedin", "report"),
            "https://a.example/x?a=%20b&" + all);
  EXPECT_EQ(with_campaign("https://a.example/x?a=1#b?c", "linkedin", "report"),
            "https://a.example/x?a=1&" + all + "#b?c");
  EXPECT_EQ(with_campaign("https://a.example/?utm_source=post&utm_medium=", "whatsapp", "report"),
            "https://a.example/?utm_source=post&utm_medium=&utm_medium=messenger&utm_campaign=report");
  EXPECT_EQ(with_campaign("https://a.example/?utm_source=a&utm_medium=b&utm_campaign=c#d", "email", "report"),
            "https://a.example/?utm_source=a&utm_medium=b&utm_campaign=c#d");
}

RC_GTEST_PROP(Campaign, LeavesEverythingElseInPlace,
              (std::string path, std::string query, std::string fragment)) {
  const auto without = [](std::string text, std::string_view marks) {
    text.erase(std::remove_if(text.begin(), text.end(), [&](char c) { return marks.find(c) != marks.npos; }),
               text.end());
    return text;
  };
  const std::string address = "https://a.example/" + without(path, "?#");
  const std::string tail = "#" + without(fragment, "#");
  const std::string asked = "?" + without(query, "#");
  const std::string made = with_campaign(address + asked + tail, "x", "report");
  RC_ASSERT(made.starts_with(address + asked));
  RC_ASSERT(made.ends_with(tail));
}

TEST(Channel, IsANetworkOrAWayOfSharing) {
  for (const char* name : {"linkedin", "whatsapp", "email", "copy", "system"})
    EXPECT_EQ(app::channel_of(name), name);
  for (const char* name : {"", "LinkedIn", "https://evil.example", "other"})
    EXPECT_EQ(app::channel_of(name), "other");
}

}  // namespace
}  // namespace herold
