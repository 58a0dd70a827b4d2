#include "app/links.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fstream>
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

  Json published_bundle(const std::string& channel = "pilot") {
    publish(channel);
    testing::TufClient device(herold(), herold().publications.file("metadata/1.root.json")->bytes, channel);
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

// One link for all, so that it tells nothing of who shared; a pilot group's trial must not move everyone's.
TEST_P(Links, LeadWhereThePageIsForEveryone) {
  const std::string slug = published_bundle("everyone")["content"][0]["slug"];
  const std::string former = table().links.front().url;

  save("report", "https://acme.example/trial");
  save("news", "https://acme.example/news");
  const Json trial = published_bundle("pilot");
  EXPECT_EQ(trial["content"][0]["id"], "news");
  EXPECT_TRUE(trial["content"][0].contains("slug"));
  EXPECT_EQ(trial["content"][1]["id"], "report");
  EXPECT_FALSE(trial["content"][1].contains("slug"));  // shared with its plain address until it is everyone's
  const auto url_of = [&](const std::string& item) {
    for (const store::Link& link : table().links)
      if (link.item == item) return link.url;
    return std::string();
  };
  EXPECT_EQ(url_of("report"), former);
  EXPECT_EQ(url_of("news"), "https://acme.example/news");

  EXPECT_EQ(published_bundle("everyone")["content"][1]["slug"], slug);
  EXPECT_EQ(url_of("report"), "https://acme.example/trial");
  EXPECT_EQ(published_bundle("pilot")["content"][1]["slug"], slug);
}

TEST_P(Links, FollowTheirPagesWhenSwitchedOff) {
  published_bundle();
  switch_links(false);
  save("report", "https://acme.example/moved");
  EXPECT_FALSE(published_bundle()["content"][0].contains("slug"));
  EXPECT_EQ(table().links.front().url, "https://acme.example/moved");
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
  publish("everyone");
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
  publish("everyone");
  enrol_people(4);
  count({{clock.now() / app::kDay, "report", "whatsapp", 1}});
  auto report = *herold().statistics.report("", "");
  EXPECT_TRUE(report.clicks.too_small);
  EXPECT_TRUE(report.items.empty());
  EXPECT_TRUE(report.networks.empty());

  enrol_people(1);
  count({{clock.now() / app::kDay, "report", "whatsapp", 1}});
  report = *herold().statistics.report("", "");
  EXPECT_EQ(report.clicks.n, 1);  // the first was not kept, nor does it hide the second

  clock.advance(app::kDay);
  count({{clock.now() / app::kDay, "report", "whatsapp", 1}});
  report = *herold().statistics.report("", "");
  EXPECT_EQ(report.clicks.n, 2);
  EXPECT_EQ(report.items.at(0).clicks.n, 2);
  EXPECT_EQ(report.networks.at(0).of, "whatsapp");
  EXPECT_EQ(report.networks.at(0).clicks.n, 2);
}

TEST_P(Links, CountABatchOnce) {
  publish("everyone");
  enrol_people(5);
  const app::ClickBatch batch{.clicks = {{clock.now() / app::kDay, "report", "x", 3}}};
  ASSERT_TRUE(herold().links.count(batch));
  ASSERT_TRUE(herold().links.count(batch));
  EXPECT_EQ(herold().statistics.report("", "")->clicks.n, 3);
}

// The same table as tests/extension/share/campaign.test.ts.
TEST(Campaign, IsAddedAsTheExtensionDoes) {
  std::ifstream file(HEROLD_CONTRACT_DIR "/campaign.json");
  const Json cases = Json::parse(file);
  ASSERT_GE(cases.size(), 15U);
  for (const Json& one : cases) {
    for (const char* key : {"url", "becomes"})  // a second time adds nothing
      EXPECT_EQ(with_campaign(one[key].get<std::string>(), "linkedin", "annual-report"), one["becomes"]);
  }
}

TEST(Campaign, NamesTheKindOfChannel) {
  for (const auto& [channel, medium] :
       {std::pair("x", "social"), {"whatsapp", "messenger"}, {"email", "email"}, {"copy", "share"}})
    EXPECT_EQ(with_campaign("https://a.example/", channel, "report"),
              std::string("https://a.example/?utm_source=") + channel + "&utm_medium=" + medium +
                  "&utm_campaign=report");
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

TEST(Uri, EncodesWhatHasNoPlaceInIt) {
  EXPECT_EQ(app::as_uri("https://acme.example/Jahresrückblick?q=a b&r=100%&s=%2f%C3#Größe"),
            "https://acme.example/Jahresr%C3%BCckblick?q=a%20b&r=100%25&s=%2f%C3#Gr%C3%B6%C3%9Fe");
  EXPECT_EQ(app::as_uri("https://[2001:db8::1]:8443/a;b,c/(d)~e!$'*+@"),
            "https://[2001:db8::1]:8443/a;b,c/(d)~e!$'*+@");
  EXPECT_EQ(app::as_uri("https://a.example/\r\nSet-Cookie: a=b"),
            "https://a.example/%0D%0ASet-Cookie:%20a=b");
}

// What goes into the Location header, whatever bytes the database holds.
RC_GTEST_PROP(Uri, IsMadeOfItsCharactersAloneAndMeansTheSame, (std::string text)) {
  const std::string uri = app::as_uri(text);
  constexpr std::string_view kAllowed =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%";
  RC_ASSERT(uri.find_first_not_of(kAllowed) == std::string::npos);
  RC_ASSERT(app::as_uri(uri) == uri);
  // A "%" that began no escape came out as one, so decoding gives back what went in unless it held escapes.
  std::string back;
  for (std::size_t i = 0; i < uri.size(); ++i) {
    back += uri[i] == '%' ? static_cast<char>(std::stoi(uri.substr(i + 1, 2), nullptr, 16)) : uri[i];
    if (uri[i] == '%') i += 2;
  }
  RC_PRE(text.find('%') == std::string::npos);
  RC_ASSERT(back == text);
}

TEST(Channel, IsANetworkOrAWayOfSharing) {
  for (const char* name : {"linkedin", "whatsapp", "email", "copy", "system"})
    EXPECT_EQ(app::channel_of(name), name);
  for (const char* name : {"", "LinkedIn", "https://evil.example", "other"})
    EXPECT_EQ(app::channel_of(name), "other");
}

}  // namespace
}  // namespace herold
