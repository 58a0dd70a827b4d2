// The tests that come with the Unicode Character Database.

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>

#include "text/fold.h"
#include "text/graphemes.h"
#include "text/segments.h"
#include "text/utf8.h"

namespace herold::text {
namespace {

struct BreakCase {
  std::string line;
  std::string text;
  std::vector<std::uint32_t> boundaries;
};

// Lines such as "÷ 0061 × 0308 ÷ # comment".
std::vector<BreakCase> break_cases(const std::string& file) {
  std::ifstream stream(HEROLD_UNICODE_DATA "/auxiliary/" + file);
  std::vector<BreakCase> cases;
  for (std::string line; std::getline(stream, line);) {
    std::istringstream fields(line.substr(0, line.find('#')));
    BreakCase made{line, {}, {}};
    for (std::string field; fields >> field;) {
      if (field == "÷")
        made.boundaries.push_back(static_cast<std::uint32_t>(made.text.size()));
      else if (field != "×")
        append_utf8(made.text, static_cast<char32_t>(std::stoul(field, nullptr, 16)));
    }
    if (!made.text.empty()) cases.push_back(std::move(made));
  }
  return cases;
}

TEST(UnicodeData, GraphemeBreakTest) {
  const auto cases = break_cases("GraphemeBreakTest.txt");
  ASSERT_GT(cases.size(), 500u);
  for (const BreakCase& each : cases) {
    const Graphemes graphemes(each.text);
    std::vector<std::uint32_t> boundaries = {0};
    while (boundaries.back() < each.text.size()) boundaries.push_back(graphemes.next(boundaries.back()));
    EXPECT_EQ(boundaries, each.boundaries) << each.line;
  }
}

TEST(UnicodeData, WordBreakTest) {
  const auto cases = break_cases("WordBreakTest.txt");
  ASSERT_GT(cases.size(), 1000u);
  for (const BreakCase& each : cases) EXPECT_EQ(word_boundaries(each.text), each.boundaries) << each.line;
}

TEST(UnicodeData, SentenceBreakTest) {
  const auto cases = break_cases("SentenceBreakTest.txt");
  ASSERT_GT(cases.size(), 400u);
  for (const BreakCase& each : cases) EXPECT_EQ(sentence_boundaries(each.text), each.boundaries) << each.line;
}

std::string lines_of_compressed(const std::string& path) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(("bzcat " + path).c_str(), "r"), pclose);
  std::string content;
  std::array<char, 65536> buffer;
  for (std::size_t n; pipe && (n = fread(buffer.data(), 1, buffer.size(), pipe.get())) > 0;)
    content.append(buffer.data(), n);
  return content;
}

std::string text_of(const std::string& hex) {
  std::istringstream fields(hex);
  std::string text;
  for (std::string field; fields >> field;)
    append_utf8(text, static_cast<char32_t>(std::stoul(field, nullptr, 16)));
  return text;
}

// Columns: source; NFC; NFD; NFKC; NFKD. The folding keys are of a form of their own, so what is tested is
// which texts they make equal.
// The one deviation: letters in parentheses stand for the letters alone, since terms are hidden in them.
bool is_letter_in_parentheses(std::string_view text) {
  const char32_t letter = decode(text, 0).value;
  return (letter >= U'⒜' && letter <= U'⒵') || (letter >= U'🄐' && letter <= U'🄩');
}

TEST(UnicodeData, NormalizationTest) {
  std::istringstream lines(lines_of_compressed(HEROLD_UNICODE_DATA "/NormalizationTest.txt.bz2"));
  int cases = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#' || line[0] == '@') continue;
    std::array<std::string, 5> column;
    std::istringstream fields(line);
    for (std::string& each : column) {
      std::getline(fields, each, ';');
      each = text_of(each);
    }
    if (is_letter_in_parentheses(column[0])) continue;
    for (const std::string& each : column) {
      EXPECT_EQ(fold(each, Case::exact), fold(column[4], Case::exact)) << line;
      EXPECT_EQ(fold(each, Case::fold), fold(column[4], Case::fold)) << line;
    }
    EXPECT_EQ(spelling_key(column[0]), spelling_key(column[1])) << line;
    EXPECT_EQ(spelling_key(column[0]), spelling_key(column[2])) << line;
    ++cases;
  }
  EXPECT_GT(cases, 18000);
}

}  // namespace
}  // namespace herold::text
