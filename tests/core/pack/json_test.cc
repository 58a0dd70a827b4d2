#include "pack/json.h"

#include <gtest/gtest.h>

namespace herold::pack {
namespace {

std::string error_of(std::string_view text, JsonLimits limits = {100, 4}) {
  const auto parsed = parse_json(text, limits);
  const auto* error = std::get_if<std::string>(&parsed);
  return error ? *error : "";
}

TEST(Json, KeepsTheOrderOfKeys) {
  const auto parsed = parse_json(R"({"b": [1, {"c": null}], "a": 1.5})", {100, 4});
  ASSERT_TRUE(std::holds_alternative<Json>(parsed));
  EXPECT_EQ(to_text(std::get<Json>(parsed)), R"({"b":[1,{"c":null}],"a":1.5})");
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
    const auto parsed = parse_json(text, {100, 4});
    ASSERT_TRUE(std::holds_alternative<Json>(parsed)) << text;
    const Json expected = Json::parse(text);
    EXPECT_EQ(std::get<Json>(parsed).type(), expected.type()) << text;
    EXPECT_EQ(to_text(std::get<Json>(parsed)), to_text(expected)) << text;
  }
}

TEST(Json, ReadsObjectsOfManyKeys) {
  std::string text = "{";
  for (int i = 0; i < 1000; ++i) text += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":[]";
  EXPECT_EQ(error_of(text + "}", {1 << 20, 4}), "");
  EXPECT_EQ(error_of(text + ",\"999\":1}", {1 << 20, 4}), "holds the key “999” twice in one object");
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
  for (const char* text :
       {"",          "{",      "[1,]",      "NaN",  "[1] 2", "// a\n[]", "{'a': 1}", "[\"\\ud800\"]", "[01]",
        "[\"\n\"]",  "[+1]",   "[1.]",      "[1e]", "[-]",   "[1-2]",    "[tru]",    "[truefalse]",   "[1 2]",
        "{\"a\" 1}", "{1: 2}", "[\"\\x\"]", "[\"a]"}) {
    EXPECT_EQ(error_of(text).substr(0, 18), "is not JSON: line ") << text;
  }
}

}  // namespace
}  // namespace herold::pack
