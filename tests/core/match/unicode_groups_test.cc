// The groups that core/re2 makes are those that RE2 came with.
#include "re2/unicode_groups.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#define unicode_groups original_unicode_groups
#define num_unicode_groups original_num_unicode_groups
#include "re2/unicode_groups.cc"
#undef unicode_groups
#undef num_unicode_groups

namespace {

using Ranges = std::vector<std::pair<int, int>>;

std::map<std::string, Ranges> by_name(const re2::UGroup* groups, int count) {
  std::map<std::string, Ranges> named;
  for (const re2::UGroup* group = groups; group != groups + count; ++group) {
    Ranges& ranges = named[group->name];
    for (int i = 0; i < group->nr16; ++i) ranges.emplace_back(group->r16[i].lo, group->r16[i].hi);
    for (int i = 0; i < group->nr32; ++i) ranges.emplace_back(group->r32[i].lo, group->r32[i].hi);
    EXPECT_EQ(group->sign, +1);
  }
  return named;
}

TEST(UnicodeGroups, AreThoseOfRe2) {
  const auto made = by_name(re2::unicode_groups, re2::num_unicode_groups);
  const auto original = by_name(re2::original_unicode_groups, re2::original_num_unicode_groups);
  ASSERT_EQ(made.size(), original.size());
  for (const auto& [name, ranges] : original) {
    ASSERT_TRUE(made.count(name)) << name;
    EXPECT_EQ(made.at(name), ranges) << name;
  }
}

}  // namespace
