#include "app/proposals.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/json.h"
#include "support/over_herold.h"

namespace herold {
namespace {

using app::Decision;
using app::Editorial;
using ::testing::HasSubstr;
using testing::kAnna;

class Proposals : public testing::OverHerold {
 protected:
  static app::Proposal page(const std::string& path, const std::string& title) {
    return {
        .url = "https://news.example/" + path, .title = title, .source = "employee", .note = "Lesenswert"};
  }
  std::string propose(const app::Proposal& proposal) {
    const auto outcome = herold().proposals.propose(proposal);
    EXPECT_TRUE(outcome) << outcome.error().message;
    return outcome ? outcome->id : "";
  }
  std::string state(const std::string& id) {
    const auto outcome = herold().proposals.outcome(id);
    return outcome ? outcome->state + (outcome->note.empty() ? "" : ": " + outcome->note) : "none";
  }
};
HEROLD_OVER_BOTH_DATABASES(Proposals);

TEST_P(Proposals, WaitForAnEditorAndTellTheDevice) {
  const std::string id = propose(page("rohr", "Rohrbruch um\n Mitternacht: was tun?"));
  EXPECT_EQ(state(id), "proposed");
  const auto item = herold().content.get("rohrbruch-um-mitternacht-was-tun");
  ASSERT_TRUE(item);
  EXPECT_EQ(item->editorial.state, "proposed");
  EXPECT_EQ(item->editorial.source, "employee");
  EXPECT_EQ(item->editorial.remark, "Lesenswert");
  EXPECT_EQ(app::stored(item->document.json)["title"], "Rohrbruch um Mitternacht: was tun?");
  EXPECT_EQ(app::stored(item->document.json)["language"], "de");

  ASSERT_TRUE(herold().content.decide(item->document.id, {Decision::approve}, 1, kAnna));
  EXPECT_EQ(state(id), "approved");
  EXPECT_EQ(state("AAAAAAAAAAAAAAAAAAAAAA"), "none");
  EXPECT_EQ(state(std::string("a\0b", 3)), "none");
}

TEST_P(Proposals, HoldNothingThatTurnsOrHidesTheTextAroundIt) {
  propose(page("a", "\u202eRohr\u200bbruch\u2067\u2028\u0085um\ufeff 12\u2069"));
  const auto item = herold().content.get("rohrbruch-um-12");
  ASSERT_TRUE(item);
  EXPECT_EQ(app::stored(item->document.json)["title"], "Rohrbruch um 12");
  // Joiners and direction marks belong to words.
  propose(page("b", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645\u200f! C#\u200e"));
  const auto found = herold().content.list({.query = "C#"});
  ASSERT_TRUE(found);
  EXPECT_THAT(found->items.at(0).document.json, HasSubstr("\u200c"));
  EXPECT_THAT(found->items.at(0).document.json, HasSubstr("\u200f! C#\u200e"));
  EXPECT_FALSE(herold().proposals.propose(page("\u202egnp.exe", "Bild")));
}

TEST_P(Proposals, AreDeclinedWithANoteThatTheDeviceIsTold) {
  const std::string id = propose(page("a", "Seite"));
  EXPECT_FALSE(herold().content.decide("seite", {Decision::decline}, std::nullopt, kAnna));
  ASSERT_TRUE(herold().content.decide("seite", {Decision::decline, "Hatten wir schon."}, 1, kAnna));
  EXPECT_EQ(state(id), "declined: Hatten wir schon.");
  const auto item = herold().content.get("seite");
  EXPECT_EQ(item->editorial.state, "archived");
  EXPECT_EQ(item->editorial.note, "Hatten wir schon.");
  // The same page once more: the answer stands, nothing new waits.
  EXPECT_EQ(state(propose(page("a/?utm_source=mail", "Andere Seite"))), "declined: Hatten wir schon.");
  EXPECT_EQ(herold().content.list()->items.size(), 1U);
  ASSERT_TRUE(herold().content.remove("seite", std::nullopt, kAnna));
  EXPECT_EQ(state(id), "declined");
}

TEST_P(Proposals, KnowWhatIsInTheLibrary) {
  ASSERT_TRUE(herold().content.put("a", item("a", "Bericht"), 0, kAnna));
  auto again = page("", "Bericht");
  again.url = "http://ACME.example/a/#top";
  EXPECT_EQ(state(propose(again)), "approved");
  EXPECT_EQ(herold().content.get("a")->editorial.remark, "");
  const auto known = herold().content.add_link(again, kAnna);
  EXPECT_EQ(known->id, "a");
  EXPECT_EQ(known->title, "Bericht");
  EXPECT_TRUE(known->known);
  EXPECT_EQ(known->state, Editorial::approved);
}

TEST_P(Proposals, OfAnEditorAreDraftsAndInTheLog) {
  auto link = page("neu", "Neue Halle");
  link.source = "link";
  EXPECT_FALSE(herold().content.at_address(link.url)->has_value());
  const auto added = herold().content.add_link(link, kAnna);
  ASSERT_TRUE(added) << added.error().message;
  EXPECT_EQ(added->id, "neue-halle");
  EXPECT_EQ(added->state, Editorial::draft);
  EXPECT_EQ(herold().audit_log.entries(0, 1)->front().subject, "neue-halle");
  const auto there = herold().content.at_address("http://news.example/neu/?utm_source=x");
  ASSERT_TRUE(there && there->has_value());
  EXPECT_EQ((*there)->title, "Neue Halle");
  // Once more adds nothing, neither to the library nor to the log.
  const auto before = herold().audit_log.verify()->entries;
  EXPECT_TRUE(herold().content.add_link(link, kAnna)->known);
  EXPECT_EQ(herold().audit_log.verify()->entries, before);
  link.url = "javascript:alert(1)";
  EXPECT_EQ(herold().content.add_link(link, kAnna).error().pointer, "/url");
}

TEST_P(Proposals, KeepWhatASecondPersonHasToSay) {
  propose(page("a", "Seite"));
  auto second = page("a", "Seite");
  second.note = "Auch von mir";
  propose(second);
  EXPECT_EQ(herold().content.get("seite")->editorial.remark, "Lesenswert\nAuch von mir");
}

// What came between the look at the library and the transaction is known too.
TEST_P(Proposals, KnowAPageThatCameMeanwhile) {
  const auto before = *app::current_library(store(), herold().index());
  propose(page("a", "Seite"));
  const auto again = store().write(
      [&](store::Transaction& tx) { return app::Proposing(tx, clock, before).propose(page("a", "Seite")); });
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->known);
  EXPECT_EQ(again->id, "seite");
}

TEST_P(Proposals, ComeInNumbersInsideOneTransaction) {
  const auto library = *app::current_library(store(), herold().index());
  const auto done = store().write([&](store::Transaction& tx) -> app::Result<int> {
    app::Proposing proposing(tx, clock, library);
    auto entry = page("1", "Neues");
    entry.source = "feed:blog";
    entry.image = app::ProposedImage{.url = "https://news.example/1.png", .alt = ""};
    entry.topics = {"service"};
    EXPECT_EQ(proposing.propose(entry)->id, "neues");
    entry.url = "https://news.example/2";
    const auto second = proposing.propose(entry);
    EXPECT_THAT(second->id, HasSubstr("neues-"));
    EXPECT_FALSE(second->known);
    EXPECT_TRUE(proposing.propose(entry)->known);
    entry.url = "javascript:alert(1)";
    EXPECT_FALSE(proposing.propose(entry));
    return 2;
  });
  ASSERT_TRUE(done);
  EXPECT_EQ(herold().content.list()->items.size(), 2U);
  EXPECT_EQ(herold().content.get("neues")->editorial.source, "feed:blog");
  // Approving it wants to know what the picture shows.
  const auto approved = herold().content.decide("neues", {Decision::approve}, std::nullopt, kAnna);
  ASSERT_FALSE(approved);
  EXPECT_EQ(approved.error().pointer, "/image/alt");
}

TEST_P(Proposals, RefuseWhatIsNoPageOrNoText) {
  auto wrong = page("a", "");
  EXPECT_EQ(herold().proposals.propose(wrong).error().pointer, "/title");
  wrong = page("a", "\xC3");
  EXPECT_FALSE(herold().proposals.propose(wrong));
  wrong = page("a", "Titel");
  wrong.note = std::string(1001, 'x');
  EXPECT_EQ(herold().proposals.propose(wrong).error().pointer, "/note");
  wrong = page("a", "Titel");
  wrong.url = "file:///etc/passwd";
  EXPECT_EQ(herold().proposals.propose(wrong).error().pointer, "/url");
  EXPECT_TRUE(herold().content.list()->items.empty());
  auto odd = page("b", std::string("Ti\0tel", 6));
  odd.note = std::string("a\0b", 3);
  propose(odd);
  EXPECT_EQ(herold().content.get("ti-tel")->editorial.remark, "a b");
}

// 500 characters of Chinese are 1,500 bytes; the API's description counts characters.
TEST_P(Proposals, TakeAsLongANoteInEveryScript) {
  std::string note;
  for (int i = 0; i < 1000; ++i) note += "語";
  auto one = page("c", "Titel");
  one.note = note;
  propose(one);
  EXPECT_EQ(herold().content.get("titel")->editorial.remark, note);
  ASSERT_TRUE(herold().content.decide("titel", {Decision::decline, note}, std::nullopt, kAnna));
  one.url = "https://acme.example/d";
  one.note += "語";
  EXPECT_EQ(herold().proposals.propose(one).error().pointer, "/note");
}

TEST_P(Proposals, AreForgottenButTheItemIsNot) {
  const std::string id = propose(page("a", "Seite"));
  clock.advance(app::Proposals::kept - app::kDay);
  ASSERT_TRUE(herold().proposals.forget());
  EXPECT_EQ(state(id), "proposed");
  clock.advance(3 * app::kDay);
  ASSERT_TRUE(herold().proposals.forget());
  EXPECT_EQ(state(id), "none");
  EXPECT_TRUE(herold().content.get("seite"));
}

}  // namespace
}  // namespace herold
