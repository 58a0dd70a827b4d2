#include "app/activity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/over_herold.h"

namespace herold {
namespace {

using app::Count;
using app::ErrorCode;
using ::testing::IsEmpty;
using testing::kAnna;

// "0…0<n>" as a UUID.
std::string id(int n) {
  std::string digits = std::to_string(n);
  return "00000000-0000-4000-8000-" + std::string(12 - digits.size(), '0') + digits;
}

class Activity : public testing::OverHerold {
 protected:
  void SetUp() override {
    OverHerold::SetUp();
    if (IsSkipped()) return;
    save("report", "");
    publish("everyone");
  }

  // `audience`: JSON; empty for everyone.
  void save(const std::string& id, const std::string& audience) {
    std::string json = item(id, "Bericht");
    if (!audience.empty()) json.insert(json.size() - 1, R"(,"audience":)" + audience);
    const auto saved = herold().content.put(id, json, std::nullopt, kAnna);
    ASSERT_TRUE(saved) << saved.error().message;
  }

  std::vector<store::Device> people(int count, const std::vector<std::string>& groups,
                                    const std::string& role = "", const std::string& channel = "everyone") {
    const auto made = herold().enrolment.invite({.channel = channel,
                                                 .role = role,
                                                 .groups = groups,
                                                 .expires_at = app::rfc3339(clock.now() + app::kDay),
                                                 .uses = count,
                                                 .note = ""},
                                                kAnna);
    EXPECT_TRUE(made) << made.error().message;
    std::vector<store::Device> devices;
    for (int i = 0; i < count; ++i) {
      enrolled_before_ = std::exchange(enrolled_last_, enrol(made->code).token);
      devices.push_back(*herold().enrolment.authenticate(enrolled_last_));
    }
    return devices;
  }

  Count count(std::int64_t n = 1, const std::string& item = "report") {
    return {.at = "",
            .id = id(++last_id_),
            .event = "shared",
            .item = item,
            .network = "linkedin",
            .day = app::day(clock.now()),
            .n = n};
  }

  void share(const store::Device& device, std::int64_t n, const std::string& item = "report") {
    const auto taken = herold().activity.add(device, {count(n, item)});
    ASSERT_TRUE(taken) << taken.error().message;
  }

  void click(const std::string& item, std::int64_t n) {
    ASSERT_TRUE(herold().links.count(
        {.clicks = {{.day = clock.now() / app::kDay, .item = item, .channel = "email", .n = n}}}));
  }

  app::StatisticsReport report() { return *herold().statistics.report("", ""); }

 private:
  int last_id_ = 0;

 protected:
  std::string enrolled_last_, enrolled_before_;  // tokens
};
HEROLD_OVER_BOTH_DATABASES(Activity);

TEST_P(Activity, CountsARepeatOnce) {
  const auto device = people(5, {}).front();
  const std::vector<Count> batch = {count(2), count(3)};
  const auto first = herold().activity.add(device, batch);
  EXPECT_EQ(first->accepted, 2);
  EXPECT_EQ(first->repeated, 0);
  auto more = batch;
  more.push_back(count(4));
  const auto second = herold().activity.add(device, more);
  EXPECT_EQ(second->accepted, 1);
  EXPECT_EQ(second->repeated, 2);
  EXPECT_EQ(report().shared.n, 9);
}

TEST_P(Activity, KnowsARepeatAsLongAsItsDayIsTaken) {
  const auto device = people(5, {}).front();
  const auto old = count(1);
  ASSERT_TRUE(herold().activity.add(device, {old}));
  for (int day = 0; day < 9; ++day) {
    clock.advance(app::kDay);
    ASSERT_TRUE(herold().activity.forget_ids());
    const auto again = herold().activity.add(device, {old});
    if (again) {
      EXPECT_EQ(again->accepted, 0) << day;
    }
  }
  EXPECT_EQ(report().shared.n, 1);
}

TEST_P(Activity, RefusesWhatIsNoCountAndKeepsTheOthers) {
  const auto device = people(5, {}).front();
  const struct {
    std::function<void(Count&)> change;
    const char* pointer;
  } cases[] = {
      {[](Count& c) { c.id = "1"; }, "/counts/1/id"},
      {[](Count& c) { c.event = "typed"; }, "/counts/1/event"},
      {[](Count& c) { c.item = "Wir arbeiten an Projekt Falke"; }, "/counts/1/item"},
      {[](Count& c) { c.item = "no-such-item"; }, "/counts/1/item"},
      {[](Count& c) { c.network = "myspace"; }, "/counts/1/network"},
      {[](Count& c) { c.day = "2026-11-31"; }, "/counts/1/day"},
      {[](Count& c) { c.day = "2026-11-17"; }, "/counts/1/day"},
      {[](Count& c) { c.day = "2026-11-26"; }, "/counts/1/day"},
      {[](Count& c) { c.n = 0; }, "/counts/1/n"},
      {[](Count& c) { c.n = 101; }, "/counts/1/n"},
  };
  for (const auto& one : cases) {
    Count wrong = count();
    wrong.at = "/counts/1";
    one.change(wrong);
    const auto taken = herold().activity.add(device, {count(2), wrong, count(3)});
    ASSERT_TRUE(taken) << one.pointer;
    EXPECT_EQ(taken->accepted, 2) << one.pointer;
    ASSERT_EQ(taken->refused.size(), 1U) << one.pointer;
    EXPECT_EQ(taken->refused.front().pointer, one.pointer);
  }
  EXPECT_EQ(report().shared.n, 5 * static_cast<std::int64_t>(std::size(cases)));
}

TEST_P(Activity, ShowsNoFigureOfTooFewPeople) {
  const auto four = people(4, {});
  share(four[0], 1);
  auto figures = report();
  EXPECT_TRUE(figures.people.too_small);
  EXPECT_TRUE(figures.shared.too_small);
  EXPECT_EQ(figures.shared.n, 0);
  EXPECT_TRUE(figures.clicks.too_small);
  // A row would tell that somebody shared it.
  EXPECT_THAT(figures.items, IsEmpty());
  EXPECT_THAT(figures.networks, IsEmpty());

  // Figures of the time when there were four stay hidden after the fifth has come.
  const auto fifth = people(1, {}).front();
  figures = report();
  EXPECT_EQ(figures.people.n, 5);
  EXPECT_TRUE(figures.shared.too_small);
  clock.advance(app::kDay);
  share(fifth, 2);
  figures = report();
  EXPECT_FALSE(figures.shared.too_small);
  EXPECT_EQ(figures.shared.n, 2);
}

// A figure that vanished would tell that one of the few shared; a smaller k would show what was counted under
// the promise of a larger one.
TEST_P(Activity, IsNotKeptWhenItCanBeAboutTooFewPeople) {
  const auto five = people(5, {"sales"});
  share(five[0], 2);
  click("report", 20);
  ASSERT_TRUE(herold().enrolment.leave(enrolled_last_));
  share(five[1], 4);
  click("report", 40);
  people(1, {"sales"});
  const auto figures = report();
  EXPECT_EQ(figures.shared.n, 2);
  EXPECT_EQ(figures.clicks.n, 20);
  ASSERT_EQ(figures.groups.size(), 1U);
  EXPECT_EQ(figures.groups[0].shared.n, 2);
}

// What is too small must not depend on whether somebody shared: else a day with few people tells of them.
TEST_P(Activity, LooksTheSameWhetherOrNotOneOfTooFewShared) {
  const auto without = [&] {
    auto figures = report();
    return std::tuple(figures.shared.too_small, figures.clicks.too_small, figures.items.size(),
                      figures.networks.size(), figures.days.size(), figures.groups.size());
  };
  const auto first = people(1, {"sales"}).front();
  const auto alone = without();
  share(first, 1);
  EXPECT_EQ(without(), alone);

  clock.advance(app::kDay);
  people(9, {"sales"});
  people(5, {});
  const std::string day = app::day(clock.now() - app::kDay);
  const auto that_day = *herold().statistics.report(day, day);
  EXPECT_TRUE(that_day.shared.too_small);
  EXPECT_TRUE(that_day.suggested_used.too_small);  // which nobody did: the same
  EXPECT_TRUE(that_day.groups.at(0).shared.too_small);
  EXPECT_TRUE(that_day.groups.at(0).suggested_used.too_small);
  ASSERT_EQ(that_day.days.size(), 1U);
  EXPECT_TRUE(that_day.days[0].shared.too_small);
  EXPECT_THAT(that_day.items, IsEmpty());

  clock.advance(app::kDay);
  const std::string later = app::day(clock.now());
  const auto quiet = *herold().statistics.report(later, later);
  EXPECT_FALSE(quiet.shared.too_small);
  EXPECT_FALSE(quiet.groups.at(0).shared.too_small);
}

TEST_P(Activity, ShowsGroupsOnlyWhereTheRestIsLargeEnoughToo) {
  const auto sales = people(5, {"sales"});
  share(sales[0], 3);
  people(4, {});
  EXPECT_TRUE(report().groups.at(0).shared.too_small);  // the others are four
  people(1, {});
  const auto figures = report();
  ASSERT_EQ(figures.groups.size(), 1U);
  EXPECT_EQ(figures.groups[0].of, "sales");
  EXPECT_EQ(figures.groups[0].shared.n, 3);
}

TEST_P(Activity, ShowsNoGroupsUnlessSwitchedOn) {
  const auto sales = people(5, {"sales"});
  share(sales[0], 3);
  std::string organisation = kOrganisation;
  organisation.replace(organisation.find(R"(, "groupFigures": true)"), 22, "");
  ASSERT_TRUE(herold().organisation.put(organisation, std::nullopt, kAnna));
  EXPECT_THAT(report().groups, IsEmpty());
  EXPECT_EQ(report().shared.n, 3);
}

// An item for four of fourteen people tells of four people, whoever else is enrolled.
TEST_P(Activity, ShowsNoFigureOfAnItemThatReachesTooFew) {
  const auto all = people(10, {});
  const auto spokespersons = people(4, {}, "spokesperson");
  const auto north = people(5, {"north"});
  save("for-roles", R"({"roles":["spokesperson"]})");
  save("for-groups", R"({"groups":["north"],"roles":[]})");
  publish("everyone");
  save("trial", "");
  publish("pilot");
  const auto pilot = people(2, {}, "", "pilot");
  share(all[0], 1);
  share(spokespersons[0], 2, "for-roles");
  click("for-roles", 20);
  share(north[0], 4, "for-groups");
  click("for-groups", 40);
  share(pilot[0], 8, "trial");
  click("trial", 80);

  const auto figures = report();
  std::map<std::string, std::pair<std::int64_t, std::int64_t>> items;
  for (const auto& row : figures.items) items[row.of] = {row.shared.n, row.clicks.n};
  EXPECT_EQ(items, (decltype(items){{"report", {1, 0}}, {"for-groups", {4, 40}}}));
  // Nor may the difference of a sum and its parts tell.
  EXPECT_EQ(figures.shared.n, 5);
  EXPECT_EQ(figures.clicks.n, 40);
  ASSERT_EQ(figures.networks.size(), 2U);
  EXPECT_EQ(figures.networks[0].clicks.n, 40);
  EXPECT_EQ(figures.networks[1].shared.n, 5);
  ASSERT_EQ(figures.days.size(), 1U);
  EXPECT_EQ(figures.days[0].shared.n, 5);
}

// Five of "sales" and three others of "north" are spokespersons: the item's figure less that of "sales" would
// be about three.
TEST_P(Activity, AddsToAGroupOnlyWhatNarrowsNothingDown) {
  const auto spokespersons = people(5, {"sales"}, "spokesperson");
  const auto sales = people(5, {"sales"});
  people(5, {"north"});
  const auto others = people(3, {"north"}, "spokesperson");
  save("for-roles", R"({"roles":["spokesperson"]})");
  publish("everyone");
  share(spokespersons[0], 3, "for-roles");
  share(others[0], 1, "for-roles");
  share(sales[0], 10);
  auto figures = report();
  EXPECT_EQ(figures.shared.n, 14);
  ASSERT_EQ(figures.groups.size(), 2U);
  EXPECT_EQ(figures.groups[1].of, "sales");
  EXPECT_EQ(figures.groups[1].shared.n, 10);

  people(2, {"north"}, "spokesperson");
  clock.advance(app::kDay);
  share(spokespersons[0], 3, "for-roles");
  figures = report();
  EXPECT_EQ(figures.groups[1].shared.n, 13);
}

TEST_P(Activity, GoesByWhomAnItemWasPublishedTo) {
  const auto all = people(6, {}, "spokesperson");
  save("news", "");
  share(all[0], 1, "news");
  EXPECT_THAT(report().items, IsEmpty());  // reaches nobody yet

  publish("everyone");
  clock.advance(app::kDay);
  share(all[0], 2, "news");
  EXPECT_EQ(report().shared.n, 2);

  // What is out in the world is clicked and shared on.
  ASSERT_TRUE(herold().content.remove("news", std::nullopt, kAnna));
  publish("everyone");
  clock.advance(app::kDay);
  click("news", 7);
  EXPECT_EQ(report().items.at(0).clicks.n, 7);

  // Of an item that has come to reach few, what was never shown is not zero but too small.
  ASSERT_TRUE(herold().enrolment.leave(enrolled_last_));
  ASSERT_TRUE(herold().enrolment.leave(enrolled_before_));
  people(2, {}, "", "pilot");
  clock.advance(app::kDay);
  const auto figures = report();
  EXPECT_EQ(figures.shared.n, 2);
  ASSERT_EQ(figures.items.size(), 1U);
  EXPECT_EQ(figures.items[0].shared.n, 2);
  EXPECT_TRUE(figures.items[0].suggested_used.too_small);
}

// What was published before offers were kept is known again with the first renewal.
TEST_P(Activity, KnowsWhatWasPublishedBefore) {
  const auto device = people(5, {}).front();
  database().sql("DELETE FROM offers");
  ASSERT_TRUE(herold().publications.renew());
  share(device, 1);
  EXPECT_EQ(report().shared.n, 1);
}

TEST_P(Activity, IsReportedForTheDaysAskedFor) {
  const auto device = people(5, {}).front();
  share(device, 1);
  clock.advance(2 * app::kDay);
  share(device, 10);
  const auto one_day = herold().statistics.report("2026-11-24", "2026-11-25");
  ASSERT_TRUE(one_day);
  EXPECT_EQ(one_day->shared.n, 1);
  EXPECT_EQ(report().from, "2026-10-28");
  EXPECT_EQ(report().to, "2026-11-26");
  EXPECT_EQ(report().days.size(), 2U);
  for (const auto& [from, to] :
       {std::pair("x", ""), std::pair("", "2026-13-01"), std::pair("2026-11-25", "2026-11-24"),
        std::pair("2020-01-01", "2026-01-01")}) {
    const auto wrong = herold().statistics.report(from, to);
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, ErrorCode::invalid);
  }
}

TEST_P(Activity, IsSummedUpOnTheStartPage) {
  const auto device = people(5, {}).front();
  share(device, 4);
  save_guideline("a", "x");
  auto overview = *herold().overview.report();
  EXPECT_EQ(overview.guidelines, 1);
  EXPECT_EQ(overview.content, 1);
  EXPECT_EQ(overview.unpublished, 1);
  EXPECT_EQ(overview.people.n, 5);
  EXPECT_EQ(overview.shares.n, 4);
  EXPECT_EQ(overview.latest->revision, 1);
  EXPECT_FALSE(overview.root_expires_soon);
  publish("everyone");
  clock.advance(310 * app::kDay);
  overview = *herold().overview.report();
  EXPECT_EQ(overview.unpublished, 0);
  EXPECT_EQ(overview.latest->revision, 2);
  EXPECT_TRUE(overview.root_expires_soon);
}

}  // namespace
}  // namespace herold
