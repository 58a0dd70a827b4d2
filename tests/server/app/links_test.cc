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

  void enrol_people(int people) {
    const auto made = invite(people);
    for (int i = 0; i < people; ++i) enrol(made.code);
  }

  void count(std::vector<store::Clicks> clicks) {
    ASSERT_TRUE(herold().links.count({.clicks = std::move(clicks)}));
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
  enrol_people(5);
  const std::int64_t today = clock.now() / app::kDay;
  count({{today, "report", "linkedin", 2}, {today, "report", "copy", 1}});
  count({{today, "report", "linkedin", 3}, {today - 400, "report", "x", 9}});
  const auto report = herold().statistics.report("", "");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->clicks.n, 6);
  ASSERT_EQ(report->items.size(), 1U);
  EXPECT_EQ(report->items.front().clicks.n, 6);
  ASSERT_EQ(report->networks.size(), 2U);
  EXPECT_EQ(report->networks.front().of, "copy");
  EXPECT_EQ(report->networks.back().clicks.n, 5);
  EXPECT_EQ(report->days.back().clicks.n, 6);
}

// A click tells that somebody shared, which among four people is nearly a name.
TEST_P(Links, ShowNoClickOfATimeWithTooFewPeople) {
  enrol_people(4);
  count({{clock.now() / app::kDay, "report", "whatsapp", 1}});
  auto report = *herold().statistics.report("", "");
  EXPECT_TRUE(report.clicks.too_small);
  EXPECT_TRUE(report.items.empty());
  EXPECT_TRUE(report.networks.empty());

  enrol_people(1);
  count({{clock.now() / app::kDay, "report", "whatsapp", 1}});
  report = *herold().statistics.report("", "");
  EXPECT_TRUE(report.clicks.too_small);  // not to be told from the first
  EXPECT_TRUE(report.items.empty());

  clock.advance(app::kDay);
  count({{clock.now() / app::kDay, "report", "whatsapp", 1}});
  report = *herold().statistics.report("", "");
  EXPECT_EQ(report.clicks.n, 1);
  EXPECT_EQ(report.items.at(0).clicks.n, 1);
  EXPECT_EQ(report.networks.at(0).of, "whatsapp");
  EXPECT_EQ(report.networks.at(0).clicks.n, 1);
}

TEST_P(Links, CountABatchOnce) {
  enrol_people(5);
  const app::ClickBatch batch{.clicks = {{clock.now() / app::kDay, "report", "x", 3}}};
  ASSERT_TRUE(herold().links.count(batch));
  ASSERT_TRUE(herold().links.count(batch));
  EXPECT_EQ(herold().statistics.report("", "")->clicks.n, 3);
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
