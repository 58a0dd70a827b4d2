#include "match/automaton.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <numeric>
#include <set>
#include <string>

namespace herold::match {
namespace {

using Found = std::multiset<std::pair<std::uint32_t, std::uint32_t>>;  // end, pattern

Automaton::Classes identity() {
  Automaton::Classes equal{};
  std::iota(equal.begin(), equal.end(), std::uint8_t{0});
  return equal;
}

Found scan(const std::vector<std::string>& patterns, std::string_view text, const Automaton::Classes& equal) {
  Automaton automaton;
  automaton.build(std::vector<std::string_view>(patterns.begin(), patterns.end()), equal);
  Found found;
  automaton.scan(text, [&](std::uint32_t pattern, std::uint32_t end) { found.emplace(end, pattern); });
  return found;
}

TEST(Automaton, FindsOverlappingPatterns) {
  EXPECT_EQ(scan({"he", "she", "his", "hers", "he"}, "ushers", identity()),
            (Found{{4, 0}, {4, 1}, {4, 4}, {6, 3}}));
}

TEST(Automaton, FindsNothingWithoutPatterns) { EXPECT_TRUE(scan({}, "text", identity()).empty()); }

TEST(Automaton, TakesBytesOfOneClassForEqual) {
  Automaton::Classes equal = identity();
  equal['A'] = 'a';
  EXPECT_EQ(scan({"aA"}, "AAxaa", equal), (Found{{2, 0}, {5, 0}}));
}

TEST(Automaton, AgreesWithSearchingOneByOne) {
  EXPECT_TRUE(rc::check([] {
    const auto letters = rc::gen::container<std::string>(rc::gen::elementOf(std::string("abc")));
    const auto patterns = *rc::gen::container<std::vector<std::string>>(rc::gen::nonEmpty(letters));
    const std::string text = *letters;
    Found expected;
    for (std::uint32_t i = 0; i < patterns.size(); ++i)
      for (std::size_t at = text.find(patterns[i]); at != std::string::npos;
           at = text.find(patterns[i], at + 1))
        expected.emplace(static_cast<std::uint32_t>(at + patterns[i].size()), i);
    RC_ASSERT(scan(patterns, text, identity()) == expected);
  }));
}

// Enough states that most have no row of their own.
TEST(Automaton, FindsPatternsInDeepStates) {
  std::vector<std::string> patterns;
  for (int i = 0; i < 4000; ++i)
    patterns.push_back("term" + std::to_string(i * 7919 % 100000) + "abcdefghijklmnop" + std::to_string(i));
  std::string text;
  for (const std::string& pattern : patterns) text += "xterm1ab" + pattern;
  EXPECT_GE(scan(patterns, text, identity()).size(), patterns.size());
}

}  // namespace
}  // namespace herold::match
