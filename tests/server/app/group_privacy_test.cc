#include "app/group_privacy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace herold {
namespace {

using Groups = std::vector<std::string>;

struct People {
  int count;
  Groups groups;
};

std::set<std::string> shown(const std::vector<People>& people, std::int64_t k) {
  std::vector<Groups> memberships;
  std::int64_t all = 0;
  for (const auto& [count, groups] : people) {
    all += count;
    for (int i = 0; i < count && !groups.empty(); ++i) memberships.push_back(groups);
  }
  return app::groups_to_show(memberships, all, k);
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
  for (const auto& one : cases) EXPECT_EQ(shown(one.people, 10), one.shown) << one.what;
}

}  // namespace
}  // namespace herold
