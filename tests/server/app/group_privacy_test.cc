#include "app/group_privacy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace herold {
namespace {

using Groups = std::set<std::string>;

struct People {
  int count;
  Groups groups;
};

std::vector<store::PeopleAlike> alike(const std::vector<People>& people) {
  std::vector<store::PeopleAlike> all;
  for (const auto& [count, groups] : people)
    all.push_back({.channel = "everyone", .role = "", .groups = groups, .people = count});
  return all;
}

TEST(GroupPrivacy, ShowsOnlyWhatNoCombinationNarrowsDown) {
  const struct {
    const char* what;
    std::vector<People> people;
    std::set<std::string> shown;
  } cases[] = {
      {"nobody", {}, {}},
      {"a group too small", {{9, {"a"}}, {50, {}}}, {}},
      {"the rest too small", {{12, {"a"}}, {3, {}}}, {}},
      {"no rest", {{12, {"a"}}}, {"a"}},
      {"both large", {{10, {"a"}}, {10, {}}}, {"a"}},
      {"two apart", {{10, {"a"}}, {10, {"b"}}}, {"a", "b"}},
      {"overlap too small: the smaller one goes",
       {{20, {"a"}}, {12, {"b"}}, {2, {"a", "b"}}, {10, {}}},
       {"a"}},
      {"a part too small inside", {{30, {"a", "b"}}, {4, {"a"}}, {10, {}}}, {"b"}},
      {"overlap large", {{10, {"a"}}, {10, {"b"}}, {10, {"a", "b"}}}, {"a", "b"}},
  };
  for (const auto& one : cases) EXPECT_EQ(app::groups_to_show(alike(one.people), 10), one.shown) << one.what;
}

TEST(GroupPrivacy, TellsHowFewPeopleFiguresCanBeNarrowedDownTo) {
  const auto people = alike({{30, {"a", "b"}}, {12, {"a"}}, {10, {}}, {2, {"c"}}});
  EXPECT_EQ(app::smallest_class(people, {"a"}), 12);
  EXPECT_EQ(app::smallest_class(people, {"a", "b"}), 12);
  EXPECT_EQ(app::smallest_class(people, {"a", "c"}), 2);
  EXPECT_EQ(app::smallest_class(people, {}), 54);
  EXPECT_EQ(app::smallest_class({}, {"a"}), 0);
}

}  // namespace
}  // namespace herold
