#include "herold/canonical_json.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

namespace herold {
namespace {

using nlohmann::json;

TEST(CanonicalJson, SortsMembersAndDropsWhiteSpace) {
  EXPECT_EQ(canonical_json(R"( { "b" : [ 1 , true , null ] , "a" : { } } )"),
            R"({"a":{},"b":[1,true,null]})");
}

TEST(CanonicalJson, SortsByBytesOfUtf8) {
  EXPECT_EQ(canonical_json(R"({"ä":1,"z":2,"Z":3,"":4,"😀":5})"), R"({"":4,"Z":3,"z":2,"ä":1,"😀":5})");
}

TEST(CanonicalJson, EscapesQuoteAndBackslashAlone) {
  EXPECT_EQ(canonical_json(R"("a\"\\\n\u00e4\/")"), "\"a\\\"\\\\\n\u00e4/\"");
}

TEST(CanonicalJson, WritesIntegersAsTheyAre) {
  EXPECT_EQ(canonical_json("[-9223372036854775808,18446744073709551616,-0]"),
            "[-9223372036854775808,18446744073709551616,0]");
}

TEST(CanonicalJson, RefusesWhatHasMoreThanOneSpelling) {
  for (const char* text : {"1.0", "[1e2]", R"({"a":1,"a":1})", "", "{", "\"\xff\"", "\"\\ud800\""})
    EXPECT_FALSE(canonical_json(text)) << text;
  EXPECT_FALSE(canonical_json(std::string(65, '[') + std::string(65, ']')));
  EXPECT_TRUE(canonical_json(std::string(64, '[') + std::string(64, ']')));
}

RC_GTEST_PROP(CanonicalJson, DoesNotDependOnTheOrderOfMembers, (const std::map<std::string, int>& members)) {
  std::string forward = "{", backward = "}";
  std::string separator;
  for (const auto& [key, value] : members) {
    const std::string name = json(key).dump(-1, ' ', true, json::error_handler_t::replace);
    const std::string pair = name + ":" + std::to_string(value);
    forward += separator + pair;
    backward = (separator.empty() ? pair : pair + ",") + backward;
    separator = ",";
  }
  RC_ASSERT(canonical_json(forward + "}") == canonical_json("{" + backward));
}

}  // namespace
}  // namespace herold
