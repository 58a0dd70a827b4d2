#include "app/content.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/over_herold.h"

namespace herold {
namespace {

using ::testing::ElementsAre;
using testing::kAnna;

TEST(ContentItem, IsRefusedWithTheFaultyValue) {
  const struct {
    const char* also;  // beside an item that is right
    const char* pointer;
  } cases[] = {
      {R"("id":"A")", "/id"},
      {R"("url":"javascript:void")", "/url"},
      {R"("url":"https://")", "/url"},
      {R"("url":"https://acme.example/a b")", "/url"},
      {R"("title":"")", "/title"},
      {R"("title":7)", "/title"},
      {R"("language":"deutsch!")", "/language"},
      {R"("summary":[])", "/summary"},
      {R"("image":{"url":"https://acme.example/a.png"})", "/image/alt"},
      {R"("image":{"url":"ftp://acme.example/a.png","alt":"Bild"})", "/image/url"},
      {R"("topics":["Über"])", "/topics/0"},
      {R"("captions":[{"id":"1","language":"de","text":""}])", "/captions/0/text"},
      {R"("captions":[{"id":"1","language":"de","text":"a"},{"id":"1","language":"de","text":"b"}])",
       "/captions/1/id"},
      {R"("captions":[{"id":"1","language":"de","text":"a","network":"myspace"}])", "/captions/0/network"},
      {R"("networks":["linkedin","myspace"])", "/networks/1"},
      {R"("audience":{"roles":[1]})", "/audience/roles/0"},
      {R"("from":"tomorrow")", "/from"},
      {R"("from":"2026-02-30T00:00:00Z")", "/from"},
      {R"("from":"2026-12-01T00:00:00Z","until":"2026-12-01T00:00:00Z")", "/until"},
      {R"("priority":"high")", "/priority"},
  };
  for (const auto& one : cases) {
    const std::string item =
        std::string(R"({"id":"a","url":"https://acme.example/","title":"t","language":"de",)") + one.also +
        "}";
    const auto problems = app::content_problems(item);
    ASSERT_EQ(problems.size(), 1U) << item;
    EXPECT_EQ(problems.front().pointer, one.pointer) << item;
  }
}

TEST(ContentItem, NeedsIdUrlTitleAndLanguage) { EXPECT_EQ(app::content_problems("{}").size(), 4U); }

class Content : public testing::OverHerold {
 protected:
  std::vector<std::string> list(const std::string& query, const std::string& topic) {
    std::vector<std::string> found;
    const auto items = herold().content.list(query, topic);
    for (const auto& item : *items) found.push_back(item.id + " " + app::name(item.state));
    return found;
  }
};
HEROLD_OVER_BOTH_DATABASES(Content);

TEST_P(Content, IsListedNewestFirstByTextAndTopic) {
  auto& content = herold().content;
  ASSERT_TRUE(content.put("a", item("a", "Rohrbruch um Mitternacht"), 0, kAnna));
  clock.advance(60);
  ASSERT_TRUE(content.put("b", item("b", "Bogenkarriere"), 0, kAnna));
  EXPECT_THAT(list("", ""), ElementsAre("b new", "a new"));
  EXPECT_THAT(list("rohrBRUCH", ""), ElementsAre("a new"));
  EXPECT_THAT(list("", "service"), ElementsAre("b new", "a new"));
  EXPECT_TRUE(list("", "hr").empty());
  publish("everyone");
  clock.advance(60);
  ASSERT_TRUE(content.remove("a", 1, kAnna));
  EXPECT_THAT(list("", ""), ElementsAre("a removed", "b published"));
  EXPECT_FALSE(content.get("a"));
}

TEST_P(Content, HasTopicsWithLabels) {
  auto& content = herold().content;
  EXPECT_EQ(content.topics()->json, "{}");
  ASSERT_TRUE(content.put_topics(R"({"service":{"de":"Service"}})", std::nullopt, kAnna));
  EXPECT_EQ(content.topics()->version, 1);
  for (const char* wrong :
       {R"({"Über":{"de":"x"}})", R"({"a":"text"})", R"({"a":{}})", R"({"a":{"de":""}})", "[]"}) {
    EXPECT_FALSE(content.put_topics(wrong, std::nullopt, kAnna)) << wrong;
  }
}

}  // namespace
}  // namespace herold
