#include "match/trie.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <numeric>
#include <set>
#include <string>

namespace herold::match {
namespace {

using Found = std::multiset<std::pair<std::uint32_t, std::uint32_t>>;  // end, pattern

Trie::Classes small_letters() {
  Trie::Classes equal{};
  std::iota(equal.begin(), equal.end(), std::uint8_t{0});
  for (std::size_t c = 'A'; c <= 'Z'; ++c) equal[c] = static_cast<std::uint8_t>(c + 32);
  return equal;
}

Found found_at(const std::vector<std::string>& patterns, std::string_view text, std::size_t start) {
  Trie trie;
  trie.build({patterns.begin(), patterns.end()}, small_letters());
  Found found;
  trie.match_at(text, start, [&](std::uint32_t pattern, std::uint32_t end) { found.emplace(end, pattern); });
  return found;
}

TEST(Trie, FindsWhatBeginsThere) {
  EXPECT_EQ(found_at({"a", "ab", "abcd", "b", "Ab"}, "xaBc", 1), (Found{{2, 0}, {3, 1}, {3, 4}}));
  EXPECT_EQ(found_at({"b"}, "ab", 1), (Found{{2, 0}}));
  EXPECT_EQ(found_at({"b"}, "ab", 0), Found{});
  EXPECT_EQ(found_at({}, "ab", 0), Found{});
}

TEST(Trie, AgreesWithComparing) {
  rc::check([] {
    const auto letters = rc::gen::container<std::string>(rc::gen::element('a', 'b', 'c'));
    const auto patterns = *rc::gen::container<std::vector<std::string>>(rc::gen::nonEmpty(letters));
    const std::string text = *letters;
    for (std::size_t start = 0; start < text.size(); ++start) {
      Found expected;
      for (std::uint32_t i = 0; i < patterns.size(); ++i)
        if (text.compare(start, patterns[i].size(), patterns[i]) == 0)
          expected.emplace(static_cast<std::uint32_t>(start + patterns[i].size()), i);
      RC_ASSERT(found_at(patterns, text, start) == expected);
    }
  });
}

}  // namespace
}  // namespace herold::match
