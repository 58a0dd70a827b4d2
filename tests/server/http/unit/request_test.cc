// What is read out of a request before a handler sees it: targets, cookies, tokens, origins, entity tags,
// bodies.
#include <gtest/gtest.h>

#include "http/fields.h"
#include "http/guard.h"
#include "http/representation.h"
#include "http/resources/answers.h"
#include "http/uri.h"

namespace herold::http {
namespace {

TEST(Target, IsDecoded) {
  const auto target = parse_target("/a%20b/c+d?q=x+y&q=z&empty=&flag&k=%C3%A4");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/a b/c+d");
  const std::map<std::string, std::string, std::less<>> query{
      {"q", "x y"}, {"empty", ""}, {"flag", ""}, {"k", "ä"}};
  EXPECT_EQ(target->query, query);
}

TEST(Target, IsRefusedWhenMalformed) {
  for (const char* target : {"", "a", "*", "http://x/", "/%", "/%4", "/%zz", "/%00", "/a%0Ab", "/../etc",
                             "/a/./b", "/%2e%2e/x", "/a?q=%", "/%FF", "/a?q=%C3%28", "/%ED%A0%80"})
    EXPECT_FALSE(parse_target(target)) << target;
}

TEST(Cookie, IsFoundByItsWholeName) {
  EXPECT_EQ(cookie("a=1; herold_session=abc; b=2", "herold_session"), "abc");
  EXPECT_EQ(cookie("herold_session_old=x; herold_session=abc", "herold_session"), "abc");
  EXPECT_EQ(cookie("other=herold_session=x", "herold_session"), "");
  EXPECT_EQ(cookie("", "herold_session"), "");
}

TEST(BearerToken, IsTakenFromItsSchemeOnly) {
  EXPECT_EQ(bearer_token("Bearer abc"), "abc");
  EXPECT_EQ(bearer_token("Basic abc"), "");
  EXPECT_EQ(bearer_token("Bearer"), "");
  EXPECT_EQ(bearer_token(""), "");
}

TEST(OfferedToken, NeedsTheProtocolBesideIt) {
  EXPECT_EQ(offered_token("herold.v1, herold.token.abc"), "abc");
  EXPECT_EQ(offered_token("herold.token.abc,herold.v1"), "abc");
  EXPECT_EQ(offered_token("herold.token.abc"), "");
  EXPECT_EQ(offered_token("herold.v1"), "");
  EXPECT_EQ(offered_token("herold.v10, herold.token.abc"), "");
}

TEST(Origin, IsThatOfTheHostOrOfThePublicUrl) {
  EXPECT_TRUE(is_own_origin("https://herold.example", "herold.example", ""));
  EXPECT_TRUE(is_own_origin("http://127.0.0.1:8080", "127.0.0.1:8080", ""));
  EXPECT_TRUE(is_own_origin("https://herold.example", "internal:8080", "https://herold.example/"));
  EXPECT_FALSE(
      is_own_origin("https://herold.example.evil.example", "herold.example", "https://herold.example"));
  EXPECT_FALSE(is_own_origin("https://evil.example", "herold.example", ""));
  EXPECT_FALSE(is_own_origin("null", "herold.example", ""));
  EXPECT_FALSE(is_own_origin("", "herold.example", ""));
  EXPECT_FALSE(is_own_origin("https://", "", ""));
}

TEST(EntityTag, IsAnotherOneForEachEncoding) {
  EXPECT_EQ(entity_tag("ab", Encoding::identity), "\"ab\"");
  EXPECT_EQ(entity_tag("ab", Encoding::brotli), "\"ab-br\"");
  EXPECT_TRUE(lists_tag("\"x\", W/\"ab\"", "\"ab\""));
  EXPECT_TRUE(lists_tag("*", "\"ab\""));
  EXPECT_FALSE(lists_tag("\"ab-br\"", "\"ab\""));
  EXPECT_FALSE(lists_tag("ab", "\"ab\""));
  EXPECT_FALSE(lists_tag("\"unclosed", "\"ab\""));
  EXPECT_FALSE(lists_tag("", "\"ab\""));
}

app::Expected if_match(const char* tags) {
  Request request;
  request.headers = {{"if-match", tags}};
  return expected_version(request).value();
}

TEST(Version, IsReadFromIfMatch) {
  EXPECT_EQ(if_match("\"7\""), app::Expected(7));
  for (const char* foreign : {"7", "\"\"", "\"7", "\"x\"", "\"7x\"", "\"-1\"", "W/\"7\""})
    for (const std::int64_t version : {-1, 0, 7})
      EXPECT_FALSE(if_match(foreign).admits(version, true)) << foreign;
}

// RFC 9110, section 13.1.1: a list of strong tags, or whatever there is.
TEST(Version, MayBeOneOfSeveral) {
  for (const char* list : {"\"6\", \"7\"", "\"6\",\"7\"", "W/\"9\", \"7\", \"x\"", "\"7\"  ,"}) {
    EXPECT_TRUE(if_match(list).admits(7, true)) << list;
    EXPECT_FALSE(if_match(list).admits(9, true)) << list;
    EXPECT_FALSE(if_match(list).admits(0, false)) << list;
  }
  Request request;
  request.headers = {{"If-Match", "\"6\""}, {"If-None-Match", "\"1\""}, {"if-match", "\"7\""}};
  EXPECT_TRUE(expected_version(request)->admits(6, true));
  EXPECT_TRUE(expected_version(request)->admits(7, true));
}

TEST(Version, MayBeWhateverThereIs) {
  EXPECT_TRUE(if_match("*").admits(99, true));
  EXPECT_TRUE(if_match("*").admits(0, true)) << "a default";
  EXPECT_FALSE(if_match("*").admits(0, false));
}

TEST(Version, OfWhatIsToBeCreatedIsZero) {
  Request request;
  request.headers = {{"If-None-Match", "*"}};
  EXPECT_EQ(expected_version(request), app::Expected(0));
}

TEST(Version, MustBeNamedByWhoeverChanges) {
  const Handler handler = conditional([](const Request&, const app::Expected& expected) {
    EXPECT_EQ(expected, app::Expected(7));
    return empty_answer();
  });
  Request request;
  EXPECT_EQ(handler(request).status, 428);
  request.headers = {{"If-Match", "\"7\""}};
  EXPECT_EQ(handler(request).status, 204);
}

std::string detail_of(const std::optional<Response>& response) {
  return response ? Json::parse(response->text()).at("detail").get<std::string>() : "";
}

TEST(Malformed, NamesThePlace) {
  const Limits limits;
  EXPECT_FALSE(malformed("{\"a\": [1, 2]}", limits));
  EXPECT_NE(detail_of(malformed("{\"a\":\n  \"open", limits)).find("line 2"), std::string::npos);
  EXPECT_NE(detail_of(malformed("{} x", limits)).find("byte 3"), std::string::npos);
  EXPECT_TRUE(malformed("\"\xff\"", limits));
  EXPECT_TRUE(malformed("", limits));
}

// Which of the two counts, the caller cannot know.
TEST(Malformed, IsAnObjectThatHoldsAKeyTwice) {
  const Limits limits;
  EXPECT_NE(detail_of(malformed(R"({"a": 1, "b": [{"code": 1, "c\u006fde": 2}]})", limits)).find("\"code\""),
            std::string::npos);
  EXPECT_TRUE(malformed(R"({"": 1, "": 2})", limits));
  EXPECT_FALSE(malformed(R"([{"a": {"a": 1}, "b": {"a": 2}}, {"a": 3}])", limits));
  const std::string key(100'000, 'k');
  EXPECT_LT(malformed("{\"" + key + "\": 1, \"" + key + "\": 2}", limits)->text().size(), 1000U);
}

TEST(Malformed, RefusesToDigTooDeep) {
  const Limits limits;
  EXPECT_FALSE(malformed(std::string(64, '[') + std::string(64, ']'), limits));
  EXPECT_NE(detail_of(malformed(std::string(1'000'000, '['), limits)).find("64 levels"), std::string::npos);
  EXPECT_FALSE(malformed("\"" + std::string(100, '[') + "\"", limits)) << "brackets in a text nest nothing";
}

TEST(Fields, CollectEverythingThatIsWrong) {
  Document body(R"({"n": 0, "name": "", "list": [{"id": 1}], "other/key": true, "more": 1})");
  Fields fields = body.object();
  fields.integer("n", {.least = 1, .most = 5});
  fields.text("name", {.most = 10});
  fields.text("missing", {.most = 10});
  EXPECT_EQ(fields.list("list", {.most = 3}).size(), 1U);
  EXPECT_TRUE(fields.list("other/key", {.most = 3}).empty());
  fields.no_others();
  const Json refusal = Json::parse(body.refusal()->text());
  std::vector<std::string> pointers;
  for (const Json& problem : refusal.at("problems")) pointers.push_back(problem.at("pointer"));
  EXPECT_EQ(pointers, (std::vector<std::string>{"/n", "/name", "", "/other~1key", "/more"}));
}

TEST(Fields, OfWhatIsNoObjectSayOnlyThat) {
  Document body("[1]");
  Fields fields = body.object();
  fields.text("name", {.most = 10});
  fields.no_others();
  EXPECT_EQ(Json::parse(body.refusal()->text()).at("problems").size(), 1U);
}

TEST(Fields, CountCharactersNotBytes) {
  Document body(R"({"name": "äöü"})");
  EXPECT_EQ(body.object().text("name", {.most = 3}), "äöü");
  EXPECT_FALSE(body.refusal());
}

}  // namespace
}  // namespace herold::http
