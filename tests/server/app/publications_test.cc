#include "app/publications.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/json.h"
#include "app/update_repository.h"
#include "herold/bundle.h"
#include "support/over_herold.h"
#include "support/tuf_client.h"

namespace herold {
namespace {

using app::ErrorCode;
using app::kDay;
using app::kHour;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::kAnna;
using ::testing::Not;
using testing::TufClient;

class Publications : public testing::OverHerold {
 protected:
  TufClient device(const std::string& channel = "everyone") {
    return TufClient(herold(), herold().publications.file("metadata/1.root.json")->bytes, channel);
  }
  static Bundle bundle(const std::string& text) { return *parse_bundle(text); }

  std::vector<std::string> pending(const std::string& channel) {
    std::vector<std::string> found;
    const auto diff = herold().publications.pending(channel);
    for (const auto& change : diff->changes)
      found.push_back(change.what + " " + change.id + " " + change.change);
    return found;
  }

  std::int64_t version(const std::string& role) {
    const auto timestamp = app::stored(herold().publications.file("metadata/timestamp.json")->bytes);
    if (role == "timestamp") return timestamp["signed"]["version"].get<std::int64_t>();
    const auto snapshot_version = timestamp["signed"]["meta"]["snapshot.json"]["version"].get<std::int64_t>();
    if (role == "snapshot") return snapshot_version;
    const auto name = "metadata/" + std::to_string(snapshot_version) + ".snapshot.json";
    const auto snapshot = app::stored(herold().publications.file(name)->bytes);
    return snapshot["signed"]["meta"]["targets.json"]["version"].get<std::int64_t>();
  }
};
HEROLD_OVER_BOTH_DATABASES(Publications);

TEST_P(Publications, ReachADeviceOfTheirChannelOnly) {
  TufClient everyone = device("everyone");
  TufClient pilot = device("pilot");
  EXPECT_THAT(everyone.update(clock.now()).refused, HasSubstr("no-target"));

  save_guideline("confidential.falke", "Projekt Falke");
  ASSERT_TRUE(herold().content.put("report", item("report", "Bericht"), 0, kAnna));
  ASSERT_TRUE(herold().content.put_topics(R"({"service":{"de":"Service"}})", std::nullopt, kAnna));
  EXPECT_EQ(publish("pilot"), 1);

  const auto outcome = pilot.update(clock.now());
  ASSERT_EQ(outcome.refused, "");
  const Bundle received = bundle(outcome.bundle);
  EXPECT_EQ(received.organisation, "acme");
  EXPECT_EQ(received.channel, "pilot");
  EXPECT_EQ(received.revision, 1);
  EXPECT_EQ(received.issued_at, "2026-11-24T20:00:00Z");
  EXPECT_THAT(received.pack, HasSubstr("Projekt Falke"));
  EXPECT_THAT(received.pack, Not(HasSubstr("examples")));
  EXPECT_THAT(received.pack, Not(HasSubstr("Hier steht")));
  EXPECT_THAT(received.content, HasSubstr("Bericht"));
  EXPECT_THAT(received.topics, HasSubstr("Service"));
  EXPECT_THAT(received.roles, HasSubstr("spokesperson"));
  EXPECT_THAT(outcome.bundle, HasSubstr(R"("groups":[)"));
  EXPECT_THAT(received.settings, HasSubstr("pageMode"));
  EXPECT_TRUE(load_pack(received.pack, Audience::client)->problems.empty());
  EXPECT_THAT(everyone.update(clock.now()).refused, HasSubstr("no-target"));
  EXPECT_EQ(pilot.update(clock.now()).bundle, "");
}

TEST_P(Publications, BringNoDeviceWhatEditorsHaveNotApproved) {
  auto& content = herold().content;
  ASSERT_TRUE(content.put("report", item("report", "Bericht"), 0, kAnna));
  ASSERT_TRUE(content.put("draft", item("draft", "Entwurf"), 0, kAnna, app::Editorial::draft));
  ASSERT_TRUE(herold().proposals.propose(
      {.url = "https://news.example/a", .title = "Vorschlag", .source = "employee", .note = "Lesenswert"}));
  publish("everyone");
  TufClient everyone = device();
  const Bundle received = bundle(everyone.update(clock.now()).bundle);
  EXPECT_THAT(received.content, HasSubstr("Bericht"));
  for (const char* hidden : {"Entwurf", "Vorschlag", "Lesenswert", "approved", "editorial"}) {
    EXPECT_THAT(received.content, Not(HasSubstr(hidden)));
  }
  ASSERT_TRUE(content.decide("report", {app::Decision::archive}, std::nullopt, kAnna));
  publish("everyone");
  EXPECT_THAT(bundle(everyone.update(clock.now()).bundle).content, Not(HasSubstr("Bericht")));
}

TEST_P(Publications, TellNoDeviceASecretTerm) {
  TufClient everyone = device();
  const char* secret = R"({"id":"names","kind":"existence","message":{"de":"Vertraulich."},"secret":true,
    "terms":["Mandat Silberdistel"],"examples":{"violates":["Mandat Silberdistel"],"complies":["Mandat"]}})";
  ASSERT_TRUE(herold().guidelines.put("names", secret, std::nullopt, kAnna));
  EXPECT_EQ(publish("everyone"), 1);

  const auto outcome = everyone.update(clock.now());
  ASSERT_EQ(outcome.refused, "");
  EXPECT_THAT(outcome.bundle, Not(HasSubstr("Silberdistel")));
  const auto received = load_pack(bundle(outcome.bundle).pack, Audience::client);
  ASSERT_TRUE(received->problems.empty());
  const Report report = received->checker->check("Heute Start von #MandatSilberdistel.", {});
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings[0].match, "MandatSilberdistel");
}

TEST_P(Publications, AreRefusedWhenAGuidelineTellsItsSecret) {
  const char* telling =
      R"({"id":"names","kind":"existence","message":{"de":"Kein Wort vom Mandat Silberdistel!"},
    "secret":true,"terms":["Mandat Silberdistel"]})";
  const auto put = herold().guidelines.put("names", telling, std::nullopt, kAnna);
  ASSERT_FALSE(put);
  EXPECT_THAT(put.error().problems.at(0).message, HasSubstr("secret"));
}

TEST_P(Publications, AreFollowedByAnUntiringDevice) {
  TufClient pilot = device("pilot");
  TufClient everyone = device("everyone");
  for (int i = 1; i <= 4; ++i) {
    save_guideline("a", "Wort" + std::to_string(i));
    EXPECT_EQ(publish(i % 2 ? "pilot" : "everyone"), i);
    const auto outcome = (i % 2 ? pilot : everyone).update(clock.now());
    ASSERT_EQ(outcome.refused, "");
    EXPECT_EQ(bundle(outcome.bundle).revision, i);
    clock.advance(3 * kDay);
    ASSERT_TRUE(herold().publications.renew());
  }
}

TEST_P(Publications, AreRefusedWhenAnExampleDoesNotHold) {
  const char* wrong = R"({"id":"a","kind":"existence","message":{"de":"m"},"terms":["Falke"],
    "examples":{"violates":["Ein Bussard fliegt."],"complies":["Der Falke auch."]}})";
  ASSERT_TRUE(herold().guidelines.put("a", wrong, std::nullopt, kAnna));
  const auto published = herold().publications.publish("everyone", "", kAnna);
  ASSERT_FALSE(published);
  EXPECT_EQ(published.error().code, ErrorCode::refused);
  ASSERT_EQ(published.error().problems.size(), 2U);
  EXPECT_EQ(published.error().problems[0].guideline, "a");
  EXPECT_THAT(published.error().problems[0].message, HasSubstr("Ein Bussard fliegt."));
  EXPECT_THAT(published.error().problems[1].message, HasSubstr("Der Falke auch."));
  EXPECT_EQ(*herold().publications.latest_revision(), 0);
  EXPECT_EQ(version("targets"), 1);
  EXPECT_TRUE(herold().publications.list()->empty());
}

TEST_P(Publications, AreRefusedForAChannelThatIsNotThere) {
  for (const char* channel : {"", "staff", "../pilot"}) {
    const auto published = herold().publications.publish(channel, "", kAnna);
    ASSERT_FALSE(published);
    EXPECT_EQ(published.error().pointer, "/channel");
    EXPECT_FALSE(herold().publications.pending(channel));
  }
}

TEST_P(Publications, CountWhatChangedOnTheirChannel) {
  EXPECT_THAT(pending("everyone"), ElementsAre("topics  added", "pack  added", "organisation  added"));
  save_guideline("a", "x");
  save_guideline("b", "x");
  publish("everyone");
  EXPECT_TRUE(pending("everyone").empty());
  EXPECT_EQ(pending("pilot").size(), 5U);
  save_guideline("a", "y");
  ASSERT_TRUE(herold().guidelines.remove("b", std::nullopt, kAnna));
  ASSERT_TRUE(herold().content.put("c", item("c", "t"), 0, kAnna));
  EXPECT_THAT(pending("everyone"),
              ElementsAre("guideline a changed", "guideline b removed", "content c added"));
  publish("everyone");
  const auto list = herold().publications.list();
  ASSERT_EQ(list->size(), 2U);
  const auto& latest = list->front();
  EXPECT_EQ(latest.revision, 2);
  EXPECT_EQ(latest.published_by, kAnna);
  EXPECT_EQ(latest.guidelines, 1);
  EXPECT_EQ(latest.content, 1);
  EXPECT_EQ(latest.added, 1);
  EXPECT_EQ(latest.changed, 1);
  EXPECT_EQ(latest.removed, 1);
}

TEST_P(Publications, AreRestoredUnderTheNextRevision) {
  TufClient everyone = device();
  save_guideline("a", "Erstens");
  publish("everyone");
  save_guideline("a", "Zweitens");
  publish("everyone");
  everyone.update(clock.now());
  const auto restored = herold().publications.restore(1, "everyone", kAnna);
  ASSERT_TRUE(restored);
  EXPECT_EQ(restored->revision, 3);
  EXPECT_EQ(restored->restores, 1);
  EXPECT_EQ(restored->note, "");
  const Bundle received = bundle(everyone.update(clock.now()).bundle);
  EXPECT_EQ(received.revision, 3);
  EXPECT_THAT(received.pack, HasSubstr("Erstens"));
  EXPECT_THAT(received.pack, Not(HasSubstr("Zweitens")));
  // The working state stays as it is.
  EXPECT_THAT(herold().guidelines.get("a")->json, HasSubstr("Zweitens"));
  const auto none = herold().publications.restore(9, "everyone", kAnna);
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::not_found);
}

TEST_P(Publications, AreRepeatedWithoutAnItemThatIsWithdrawn) {
  TufClient everyone = device();
  ASSERT_TRUE(herold().content.put("stays", item("stays", "Bleibt"), 0, kAnna));
  const auto wrong = herold().content.put("wrong", item("wrong", "Falsch"), 0, kAnna);
  ASSERT_TRUE(wrong);
  publish("pilot");
  publish("everyone");
  everyone.update(clock.now());
  save_guideline("waiting", "Wartet");

  const auto stale = herold().publications.withdraw("wrong", wrong->version + 1, kAnna);
  ASSERT_FALSE(stale);
  EXPECT_EQ(stale.error().code, ErrorCode::stale);
  const auto withdrawn = herold().publications.withdraw("wrong", wrong->version, kAnna);
  ASSERT_TRUE(withdrawn);
  ASSERT_EQ(withdrawn->size(), 2U);
  EXPECT_EQ(withdrawn->front().revision, 3);
  EXPECT_EQ(withdrawn->back().removed, 1);
  const Bundle received = bundle(everyone.update(clock.now()).bundle);
  EXPECT_EQ(received.revision, 4);
  EXPECT_THAT(received.content, HasSubstr("Bleibt"));
  EXPECT_THAT(received.content, Not(HasSubstr("Falsch")));
  EXPECT_THAT(received.pack, Not(HasSubstr("Wartet")));
  // It does not come back with what waits, and there is nothing left to withdraw.
  EXPECT_THAT(pending("everyone"), ElementsAre("guideline waiting added"));
  EXPECT_TRUE(herold().publications.withdraw("wrong", wrong->version, kAnna)->empty());
  EXPECT_EQ(herold().publications.withdraw("none", std::nullopt, kAnna).error().code, ErrorCode::not_found);
}

// Devices have it still, wherever it was published.
TEST_P(Publications, AreRepeatedWithoutAnItemThatWasRemoved) {
  ASSERT_TRUE(herold().content.put("stays", item("stays", "Bleibt"), 0, kAnna));
  publish("everyone");
  ASSERT_TRUE(herold().content.put("trial", item("trial", "Versuch"), 0, kAnna));
  publish("pilot");
  TufClient pilot = device("pilot");
  pilot.update(clock.now());
  EXPECT_THAT(herold().content.get("trial")->channels, ElementsAre("pilot"));
  EXPECT_THAT(herold().content.get("stays")->channels, ElementsAre("pilot", "everyone"));
  ASSERT_TRUE(herold().content.remove("trial", 1, kAnna));
  ASSERT_TRUE(herold().content.remove("stays", 1, kAnna));
  const auto listed = herold().content.list({}, {.order = {app::ContentKey::title, false}});
  ASSERT_EQ(listed->items.size(), 2U);
  for (const auto& one : listed->items) EXPECT_EQ(one.document.state, app::State::removed);
  EXPECT_THAT(listed->items.at(1).channels, ElementsAre("pilot"));
  EXPECT_THAT(listed->items.at(1).document.json, HasSubstr("Versuch"));

  const auto withdrawn = herold().publications.withdraw("trial", 2, kAnna);
  ASSERT_TRUE(withdrawn) << withdrawn.error().message;
  ASSERT_EQ(withdrawn->size(), 1U);
  EXPECT_EQ(withdrawn->front().channel, "pilot");
  EXPECT_THAT(bundle(pilot.update(clock.now()).bundle).content, Not(HasSubstr("Versuch")));
  EXPECT_EQ(herold().content.list()->items.size(), 1U);
  EXPECT_FALSE(herold().content.get("trial"));
  const auto log = herold().audit_log.entries(0, 1);
  EXPECT_EQ(log->front().action, "content.withdraw");
  EXPECT_EQ(log->front().subject, "trial");
  EXPECT_TRUE(herold().publications.withdraw("trial", std::nullopt, kAnna)->empty());
}

// The pilot group's trial is on devices although everyone's publication, by which states go, has none of it.
TEST_P(Publications, TellWhichChannelsHaveAnItem) {
  save_guideline("a", "x");
  publish("everyone");
  ASSERT_TRUE(herold().content.put("trial", item("trial", "Versuch"), 0, kAnna));
  EXPECT_TRUE(herold().content.get("trial")->channels.empty());
  publish("pilot");
  const auto trial = herold().content.get("trial");
  EXPECT_EQ(trial->document.state, app::State::fresh);
  EXPECT_THAT(trial->channels, ElementsAre("pilot"));
  ASSERT_TRUE(herold().content.decide("trial", {app::Decision::archive}, 1, kAnna));
  EXPECT_THAT(herold().content.get("trial")->channels, ElementsAre("pilot"));
  ASSERT_EQ(herold().publications.withdraw("trial", std::nullopt, kAnna)->size(), 1U);
  EXPECT_TRUE(herold().content.get("trial")->channels.empty());
}

TEST_P(Publications, AreSignedAnewBeforeTheyExpire) {
  TufClient everyone = device();
  save_guideline("a", "x");
  publish("everyone");
  ASSERT_EQ(everyone.update(clock.now()).refused, "");
  const auto before = version("timestamp");
  ASSERT_TRUE(herold().publications.renew());
  EXPECT_EQ(version("timestamp"), before);

  clock.advance(kDay / 2);
  ASSERT_TRUE(herold().publications.renew());
  EXPECT_EQ(version("timestamp"), before + 1);
  EXPECT_EQ(version("snapshot"), 2);

  // A year, renewed twice a day, is followed without a gap.
  for (int half_day = 0; half_day < 700; half_day += 35) {
    clock.advance(35 * kDay / 2 - kHour);
    EXPECT_THAT(everyone.update(clock.now()).refused, HasSubstr("expired"));
    ASSERT_TRUE(herold().publications.renew());
    ASSERT_EQ(everyone.update(clock.now()).refused, "");
    if (version("targets") > 2) break;
  }
  EXPECT_EQ(version("targets"), 3);
}

// Until then a timestamp of 2036 would have been the newest, and whoever kept one could have held devices
// back.
TEST_P(Publications, AreSignedAnewAfterTheClockWasAhead) {
  TufClient everyone = device();
  save_guideline("a", "x");
  publish("everyone");
  ASSERT_EQ(everyone.update(clock.now()).refused, "");
  clock.advance(3650 * kDay);
  ASSERT_TRUE(herold().publications.renew());
  clock.advance(-3650 * kDay);
  ASSERT_EQ(everyone.update(clock.now()).refused, "");
  const auto ahead = version("timestamp");

  ASSERT_TRUE(herold().publications.renew());
  EXPECT_EQ(version("timestamp"), ahead + 1);
  const auto keys = herold().key_ceremony.list();
  for (const auto& key : *keys)
    EXPECT_LE(key.expires_at, clock.now() + app::UpdateRepository::root_life) << key.role;
  ASSERT_EQ(everyone.update(clock.now()).refused, "");
  ASSERT_TRUE(herold().publications.renew());
  EXPECT_EQ(version("timestamp"), ahead + 1);
  // Another replica's clock may be a little behind.
  clock.advance(-kHour / 2);
  ASSERT_TRUE(herold().publications.renew());
  EXPECT_EQ(version("timestamp"), ahead + 1);
}

TEST_P(Publications, GoOnAfterNewKeys) {
  TufClient everyone = device();
  save_guideline("a", "x");
  publish("everyone");
  ASSERT_EQ(everyone.update(clock.now()).refused, "");
  const auto rotated = herold().key_ceremony.rotate_online(kAnna);
  ASSERT_TRUE(rotated) << rotated.error().message;
  ASSERT_EQ(everyone.update(clock.now()).refused, "");
  save_guideline("a", "y");
  publish("everyone");
  const auto outcome = everyone.update(clock.now());
  EXPECT_EQ(outcome.refused, "");
  EXPECT_EQ(bundle(outcome.bundle).revision, 2);
}

TEST_P(Publications, HaveFilesUnderTheirNamesOnly) {
  auto& publications = herold().publications;
  for (const char* name : {"metadata/1.root.json", "metadata/1.targets.json", "metadata/1.snapshot.json"}) {
    EXPECT_TRUE(publications.file(name)) << name;
  }
  for (const std::string& name :
       {std::string("metadata/2.root.json"), std::string("metadata/root.json"), std::string("../master.key"),
        std::string(), std::string("\xff"), std::string("a\0", 2)}) {
    const auto file = publications.file(name);
    ASSERT_FALSE(file) << name;
    EXPECT_EQ(file.error().code, ErrorCode::not_found);
  }
}

TEST_P(Publications, NeedTheMasterKeyTheirKeysWereSealedWith) {
  const auto stranger = open(std::string(32, 'x'));
  const auto published = stranger->publications.publish("everyone", "", kAnna);
  ASSERT_FALSE(published);
  EXPECT_THAT(published.error().message, HasSubstr("another master key"));
  EXPECT_EQ(*stranger->publications.latest_revision(), 0);
}

}  // namespace
}  // namespace herold
