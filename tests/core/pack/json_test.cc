#include "pack/json.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "to_nlohmann.h"

namespace herold::pack {
namespace {

std::string error_of(std::string_view text, JsonLimits limits = {100, 4}) {
  const auto parsed = parse_json(text, limits);
  return parsed ? "" : parsed.error().message;
}

// Of a text that is JSON and stays where it is.
Nlohmann read(const std::string& text, JsonLimits limits = {1 << 20, 64}) {
  return to_nlohmann(parse_json(text, limits)->root());
}

TEST(Json, KeepsTheOrderOfKeys) {
  EXPECT_EQ(read(R"({"b": [1, {"c": null}], "a": 1.5})").dump(), R"({"b":[1,{"c":null}],"a":1.5})");
}

TEST(Json, HasNothingOfWhatItIsNot) {
  const std::string text = R"(["x", 1, {"x": 2.5, "y": 12345678901234567890}])";
  const auto parsed = parse_json(text, {100, 4});
  const Json list = parsed->root();
  EXPECT_EQ(list.size(), 3u);
  EXPECT_FALSE(list.member("x"));
  auto each = list.begin();
  EXPECT_TRUE((*each).begin() == (*each).end());
  EXPECT_FALSE((*each).integer());
  EXPECT_EQ((*++each).integer(), 1);
  EXPECT_FALSE((*++each).member("x")->integer());
  EXPECT_EQ((*each).member("x")->number(), 2.5);
  EXPECT_FALSE((*each).member("y")->integer());
  EXPECT_TRUE(++each == list.end());
}

TEST(Json, ReadsWhatNlohmannsOwnParserReads) {
  for (const char* text : {"0",
                           "-0",
                           "7",
                           "-12",
                           "1.5",
                           "-0.0",
                           "1e3",
                           "1E-7",
                           "12.5e+2",
                           "123456789012345678",
                           "9223372036854775808",
                           "18446744073709551615",
                           "18446744073709551616",
                           "-9223372036854775808",
                           "true",
                           "false",
                           "null",
                           "\"\"",
                           R"("a\"\\\/\b\f\n\r\t")",
                           R"("\u00e4\u20AC\uD83D\uDE00\u0000")",
                           "{}",
                           "[]",
                           " [ 1 , 2.5 ,\t\n\r-3 ] ",
                           R"({"a" : {"b\u0041": [true, {}, []]}, "c": null})"}) {
    ASSERT_EQ(error_of(text), "") << text;
    EXPECT_EQ(read(text), Nlohmann::parse(text)) << text;
  }
}

TEST(Json, ReadsObjectsOfManyKeys) {
  std::string text = "{";
  for (int i = 0; i < 1000; ++i) text += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":[]";
  EXPECT_EQ(error_of(text + "}", {1 << 20, 4}), "");
  EXPECT_EQ(error_of(text + ",\"999\":1}", {1 << 20, 4}), "holds the key “999” twice in one object");
}

// Strings are read several bytes at a time.
TEST(Json, StringsEndWhereverTheyEnd) {
  for (std::size_t letters = 0; letters < 20; ++letters) {
    for (const std::string& letter : {std::string("a"), std::string("ü"), std::string("\x7F")}) {
      std::string before;
      for (std::size_t i = 0; i < letters; ++i) before += letter;
      for (const char* rest : {"", "b", "bbbbbbbbb"}) {
        const auto with = [&](const std::string& middle) { return "[\"" + before + middle + rest + "\"]"; };
        EXPECT_EQ(read(with("")).dump(), with(""));
        EXPECT_EQ(read(with("\\\\\\\"")).dump(), with("\\\\\\\""));
        EXPECT_NE(error_of(with("\x1F")), "");
        EXPECT_NE(error_of(with(std::string(1, '\0'))), "");
      }
    }
  }
}

TEST(Json, SkipsAByteOrderMark) { EXPECT_EQ(error_of("\xEF\xBB\xBF{}"), ""); }

TEST(Json, NamesTheByteOfIllFormedUtf8) {
  EXPECT_EQ(error_of("[\"ab\xC3\"]"), "is not valid UTF-8 at byte 4");
  EXPECT_EQ(error_of("\xEF\xBB\xBF\xFF"), "is not valid UTF-8 at byte 3");
}

TEST(Json, NamesTheKeyThatOccursTwice) {
  EXPECT_EQ(error_of(R"([0, {"x/y": {"a": 1, "a": 2}}])"),
            "holds the key “a” twice in one object, at /1/x~1y");
  EXPECT_EQ(error_of(R"({"a": {"a": 1}, "b": {"a": 1}})"), "");
}

TEST(Json, BoundsSizeAndDepth) {
  EXPECT_EQ(error_of("[[[[]]]]"), "");
  EXPECT_EQ(error_of("[[[[[]]]]]"), "nests deeper than 4 levels");
  EXPECT_EQ(error_of("[[[[[[[[[[[", {1 << 20, 64}).substr(0, 12), "is not JSON:");
  EXPECT_EQ(
      error_of("                                                                                  {}      "
               "                    ",
               {100, 4}),
      "is larger than 0 MiB");
}

TEST(Json, SaysWhereTheSyntaxBreaks) {
  struct Broken {
    const char* text;
    const char* fault;
  };
  for (const auto& [text, fault] : {
           Broken{"", "line 1, column 1: expected a value"},
           Broken{"{", "line 1, column 2: expected a key in quotation marks"},
           Broken{"[1,]", "line 1, column 4: expected a value"},
           Broken{"NaN", "line 1, column 1: expected a value"},
           Broken{"[1] 2", "line 1, column 5: expected the end of the document"},
           Broken{"// a\n[]", "line 1, column 1: expected a value"},
           Broken{"{'a': 1}", "line 1, column 2: expected a key in quotation marks"},
           Broken{"{1: 2}", "line 1, column 2: expected a key in quotation marks"},
           Broken{"{\n  \"ä\" 1}", "line 2, column 7: expected a colon"},
           Broken{"{\"a\": 1 \"b\": 2}", "line 1, column 9: expected a comma or “}”"},
           Broken{"[1 2]", "line 1, column 4: expected a comma or “]”"},
           Broken{"[truefalse]", "line 1, column 6: expected a comma or “]”"},
           Broken{"[tru]", "line 1, column 2: expected a value"},
           Broken{"[01]", "line 1, column 3: expected a comma or “]”"},
           Broken{"[1-2]", "line 1, column 3: expected a comma or “]”"},
           Broken{"[+1]", "line 1, column 2: expected a value"},
           Broken{"[-]", "line 1, column 3: expected a digit"},
           Broken{"[1.]", "line 1, column 4: expected a digit"},
           Broken{"[1e]", "line 1, column 4: expected a digit"},
           Broken{"[1e999]", "line 1, column 7: expected a smaller number"},
           Broken{"[\"\n\"]", "line 1, column 3: expected an escape for a line break, tab or the like"},
           Broken{"{\"a\n\": 1}", "line 1, column 4: expected an escape for a line break, tab or the like"},
           Broken{"[\"\\x\"]", "line 1, column 4: expected one of \"\\/bfnrtu after a backslash"},
           Broken{"[\"\\u00g0\"]", "line 1, column 7: expected four hexadecimal digits"},
           Broken{"[\"\\ud800\"]", "line 1, column 9: expected the other half of a character"},
           Broken{"[\"\\ud800\\u0041\"]", "line 1, column 15: expected the other half of a character"},
           Broken{"[\"\\udc00\"]", "line 1, column 9: expected the other half of a character"},
           Broken{"[\"a]", "line 1, column 5: expected a closing quotation mark"},
       }) {
    EXPECT_EQ(error_of(text), std::string("is not JSON: ") + fault) << text;
  }
}

// The oracle for what is JSON and what it means. It takes keys that occur twice, which we do not.
void expect_agreement(const std::string& text) {
  const auto parsed = parse_json(text, {1 << 20, 64});
  if (!parsed && parsed.error().message.find("twice in one object") != std::string::npos) return;
  const Nlohmann expected = Nlohmann::parse(text, nullptr, false);
  ASSERT_EQ(!parsed, expected.is_discarded()) << text;
  if (!parsed) return;
  ASSERT_EQ(read(text), expected) << text;
}

TEST(Json, AgreesWithNlohmannsParserOnRandomTokens) {
  constexpr std::string_view tokens[] = {"{", "}",    "[",     "]",     ",",           ",",
                                         ":", ":",    "\"a\"", "\"b\"", "true",        "nul",
                                         "1", "-0.5", "1e3",   " ",     "\"\\u00e9\"", "\""};
  std::mt19937 random(1);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t i = random() % 7 + 1; i > 0; --i) text += tokens[random() % std::size(tokens)];
    expect_agreement(text);
  }
}

TEST(Json, AgreesWithNlohmannsParserOnDamagedDocuments) {
  constexpr std::string_view whole =
      R"({"a": [1, -20, 3.25e-2, "x\n\u00fc\ud83d\ude00"], "b\t": {"c": null, "d": [true, false, {}, []]}})";
  constexpr std::string_view letters = "{}[],:\"\\u0189-+.eE tfn";
  std::mt19937 random(1);
  for (int round = 0; round < 50'000; ++round) {
    std::string text(whole);
    for (std::size_t i = random() % 3 + 1; i > 0; --i) {
      const std::size_t at = random() % text.size();
      if (random() % 2 == 0)
        text[at] = letters[random() % letters.size()];
      else
        text.erase(at, random() % 4);
    }
    expect_agreement(text);
  }
}

TEST(Json, ReadsNumbersExactly) {
  std::mt19937_64 random(1);
  for (int round = 0; round < 10'000; ++round) {
    const std::string text = std::to_string(random()) + "." + std::to_string(random()) + "e" +
                             std::to_string(static_cast<int>(random() % 640) - 340);
    expect_agreement(text);
  }
}

}  // namespace
}  // namespace herold::pack
