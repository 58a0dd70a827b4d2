#include "cli/terminal.h"

#include <gtest/gtest.h>

namespace herold::cli {
namespace {

TEST(Terminal, CountsColumnsAsTerminalsShowThem) {
  EXPECT_EQ(columns(""), 0U);
  EXPECT_EQ(columns("né"), 2U);
  EXPECT_EQ(columns("ne\u0301"), 2U);
  EXPECT_EQ(columns("日本"), 4U);
  EXPECT_EQ(columns("👩‍💻!"), 3U);
  EXPECT_EQ(columns("❤\uFE0F"), 2U);
  EXPECT_EQ(columns("a\u200Bb"), 2U);
}

TEST(Terminal, BreaksLinesAtBlanks) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(wrapped("eins zwei drei", 9), (Lines{"eins zwei", "drei"}));
  EXPECT_EQ(wrapped("日本 日本", 8), (Lines{"日本", "日本"}));
  EXPECT_EQ(wrapped("ganzlangeswort so", 5), (Lines{"ganzlangeswort", "so"}));
  EXPECT_EQ(wrapped("", 5), Lines{});
}

TEST(Terminal, NeverPassesControlCharactersOn) { EXPECT_EQ(printable("a\tb\x1b[31m\u2028"), "a b�[31m�"); }

// A term may be found across a line break, and messages quote it.
TEST(Terminal, PutsATextOfSeveralLinesOnOne) { EXPECT_EQ(printable("Projekt\nFalke"), "Projekt Falke"); }

TEST(Terminal, ColoursOnlyWhereAsked) {
  EXPECT_EQ(Terminal(false).styled(Style::error, "x"), "x");
  EXPECT_EQ(Terminal(true).styled(Style::bold, "x"), "\x1b[1mx\x1b[0m");
  EXPECT_EQ(Terminal(true).styled(Style::plain, "x"), "x");
}

}  // namespace
}  // namespace herold::cli
