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
    ASSERT_TRUE(herold().content.put("report", item("report", "Bericht"), 0, kAnna));
  }

  std::vector<store::Device> people(int count, const std::vector<std::string>& groups) {
    const auto made = invite(count, groups);
    std::vector<store::Device> devices;
    for (int i = 0; i < count; ++i)
      devices.push_back(*herold().enrolment.authenticate(enrol(made.code).token));
    return devices;
  }

  Count count(std::int64_t n = 1) {
    return {.id = id(++last_id_),
            .event = "shared",
            .item = "report",
            .network = "linkedin",
            .day = app::day(clock.now()),
            .n = n};
  }

  void share(const store::Device& device, std::int64_t n) {
    const auto taken = herold().activity.add(device, {count(n)});
    ASSERT_TRUE(taken) << taken.error().message;
  }

  app::StatisticsReport report() { return *herold().statistics.report("", ""); }

 private:
  int last_id_ = 0;
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

TEST_P(Activity, RefusesWhatIsNoCount) {
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
    std::vector<Count> batch = {count(), count()};
    one.change(batch[1]);
    const auto taken = herold().activity.add(device, batch);
    ASSERT_FALSE(taken) << one.pointer;
    EXPECT_EQ(taken.error().pointer, one.pointer);
  }
  EXPECT_FALSE(herold().activity.add(device, std::vector<Count>(201, count())));
  EXPECT_EQ(report().shared.n, 0);  // nothing of a refused batch counts
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
  EXPECT_EQ(overview.unpublished, 2);
  EXPECT_EQ(overview.people, 5);
  EXPECT_EQ(overview.shares.n, 4);
  EXPECT_FALSE(overview.latest);
  EXPECT_FALSE(overview.root_expires_soon);
  publish("everyone");
  clock.advance(310 * app::kDay);
  overview = *herold().overview.report();
  EXPECT_EQ(overview.unpublished, 0);
  EXPECT_EQ(overview.latest->revision, 1);
  EXPECT_TRUE(overview.root_expires_soon);
}

}  // namespace
}  // namespace herold
