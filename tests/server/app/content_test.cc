#include "app/content.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/json.h"
#include "support/over_herold.h"

namespace herold {
namespace {

using app::Decision;
using app::Editorial;
using app::ErrorCode;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::kAnna;
using ::testing::UnorderedElementsAre;

TEST(ContentItem, IsRefusedWithTheFaultyValue) {
  const struct {
    const char* also;  // beside an item that is right
    const char* pointer;
  } cases[] = {
      {R"("id":"A")", "/id"},
      {R"("url":"javascript:void")", "/url"},
      {R"("url":"https://www.acme.example@evil.example/")", "/url"},
      {R"("url":"https://www.acme.example\\@evil.example/")", "/url"},
      {R"("url":"https://anna:secret@acme.example/a")", "/url"},
      {R"("url":"https://")", "/url"},
      {R"("url":"https://acme.example/a b")", "/url"},
      {R"("title":"")", "/title"},
      {R"("title":7)", "/title"},
      {R"("title":" \u00a0\u200b\t")", "/title"},
      {R"("hashtags":["Team"," "])", "/hashtags/1"},
      {R"("captions":[{"id":"1","language":"de","text":"\n \n"}])", "/captions/0/text"},
      {R"("priority":-1)", "/priority"},
      {R"("priority":11)", "/priority"},
      {R"("priority":1.5)", "/priority"},
      {R"("priority":1e300)", "/priority"},
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
    const auto problems = app::content_problems(app::stored(item));
    ASSERT_EQ(problems.size(), 1U) << item;
    EXPECT_EQ(problems.front().pointer, one.pointer) << item;
  }
}

TEST(ContentItem, IsBounded) {
  const auto problem = [](const app::Json& also) {
    app::Json item = {{"id", "a"}, {"url", "https://acme.example/"}, {"title", "t"}, {"language", "de"}};
    item.update(also);
    const auto problems = app::content_problems(item);
    return problems.empty() ? std::string() : problems.front().pointer;
  };
  const auto longer = [](std::size_t limit) { return std::string(limit + 1, 'x'); };
  const auto many = [](const app::Json& one) { return app::Json(std::vector<app::Json>(101, one)); };
  EXPECT_EQ(problem({{"title", longer(1000)}}), "/title");
  EXPECT_EQ(problem({{"summary", longer(4000)}}), "/summary");
  EXPECT_EQ(problem({{"disclosure", longer(1000)}}), "/disclosure");
  EXPECT_EQ(problem({{"owner", longer(1000)}}), "/owner");
  EXPECT_EQ(problem({{"hashtags", {longer(200)}}}), "/hashtags/0");
  EXPECT_EQ(problem({{"topics", many("t")}}), "/topics");
  EXPECT_EQ(problem({{"hashtags", many("t")}}), "/hashtags");
  app::Json captions = app::Json::array();
  for (int i = 0; i < 101; ++i)
    captions.push_back({{"id", std::to_string(i)}, {"language", "de"}, {"text", "x"}});
  EXPECT_EQ(problem({{"captions", captions}}), "/captions");
  captions.erase(100);
  EXPECT_EQ(problem({{"captions", captions}, {"summary", std::string(4000, 'x')}, {"priority", 10}}), "");
}

TEST(ContentItem, NeedsIdUrlTitleAndLanguage) {
  EXPECT_EQ(app::content_problems(app::Json::object()).size(), 4U);
}

class Content : public testing::OverHerold {
 protected:
  std::vector<std::string> list(const std::string& query, const std::string& topic) {
    std::vector<std::string> found;
    const auto items = herold().content.list({.query = query, .topic = topic});
    for (const auto& item : items->items)
      found.push_back(item.document.id + " " + app::name(item.document.state));
    return found;
  }
  std::vector<std::string> ids(const app::ContentFilter& filter) {
    std::vector<std::string> found;
    const auto items = herold().content.list(filter);
    for (const auto& item : items->items) found.push_back(item.document.id);
    return found;
  }
  std::string editorial(const std::string& id) { return herold().content.get(id)->editorial.state; }
  std::vector<std::string> pending() {
    std::vector<std::string> found;
    const auto diff = herold().publications.pending("everyone");
    for (const auto& change : diff->changes) {
      if (change.what == "content") found.push_back(change.id + " " + change.change);
    }
    return found;
  }
  void save(const std::string& id) { ASSERT_TRUE(herold().content.put(id, item(id, id), 0, kAnna)); }
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

TEST_P(Content, IsPublishedOnlyWhenApproved) {
  auto& content = herold().content;
  save("a");
  EXPECT_EQ(editorial("a"), "approved");
  ASSERT_TRUE(content.put("b", item("b", "Entwurf"), 0, kAnna, Editorial::draft));
  EXPECT_THAT(pending(), ElementsAre("a added"));
  publish("everyone");
  EXPECT_THAT(list("", ""), UnorderedElementsAre("a published", "b new"));
  const auto bundle = herold().publications.list();
  EXPECT_EQ(bundle->front().content, 1);

  ASSERT_TRUE(content.decide("b", {Decision::approve}, 1, kAnna));
  ASSERT_TRUE(content.decide("a", {Decision::archive}, 1, kAnna));
  EXPECT_THAT(pending(), UnorderedElementsAre("b added", "a removed"));
  EXPECT_THAT(list("", ""), UnorderedElementsAre("a removed", "b new"));
  publish("everyone");
  EXPECT_THAT(list("", ""), UnorderedElementsAre("a new", "b published"));
}

TEST_P(Content, StaysInItsStateWhenSaved) {
  auto& content = herold().content;
  ASSERT_TRUE(content.put("a", item("a", "Eins"), 0, kAnna, Editorial::draft));
  ASSERT_TRUE(content.put("a", item("a", "Zwei"), 1, kAnna));
  EXPECT_EQ(editorial("a"), "draft");
  ASSERT_TRUE(content.put("a", item("a", "Drei"), 2, kAnna, Editorial::approved));
  EXPECT_EQ(editorial("a"), "approved");
  // What is removed and made anew starts from nothing.
  ASSERT_TRUE(content.decide("a", {Decision::archive}, 3, kAnna));
  ASSERT_TRUE(content.remove("a", std::nullopt, kAnna));
  ASSERT_TRUE(content.put("a", item("a", "Vier"), 0, kAnna));
  EXPECT_EQ(editorial("a"), "approved");
}

TEST_P(Content, TakesOnlyDecisionsThatFit) {
  auto& content = herold().content;
  save("a");
  const auto code = [&](Decision decision, app::Expected expected = std::nullopt) {
    const auto decided = content.decide("a", {decision, "Weil."}, expected, kAnna);
    return decided ? ErrorCode::exists : decided.error().code;
  };
  EXPECT_EQ(code(Decision::approve), ErrorCode::refused);
  EXPECT_EQ(code(Decision::decline), ErrorCode::refused);
  EXPECT_EQ(code(Decision::restore), ErrorCode::refused);
  EXPECT_EQ(code(Decision::archive, 7), ErrorCode::stale);
  EXPECT_EQ(content.decide("b", {Decision::archive}, std::nullopt, kAnna).error().code, ErrorCode::not_found);
  EXPECT_FALSE(content.decide("a", {Decision::archive, "zwei\nZeilen"}, std::nullopt, kAnna));
  EXPECT_FALSE(content.decide("a", {Decision::archive, std::string(1001, 'x')}, std::nullopt, kAnna));
  ASSERT_TRUE(content.decide("a", {Decision::archive}, 1, kAnna));
  ASSERT_TRUE(content.decide("a", {Decision::restore}, 2, kAnna));
  EXPECT_EQ(editorial("a"), "draft");
  const auto log = herold().audit_log.entries(0, 2);
  EXPECT_EQ(log->front().action, "content.restore");
  EXPECT_EQ(log->front().subject, "a");
}

TEST_P(Content, IsFilteredByStateLanguageNetworkAndAddress) {
  auto& content = herold().content;
  save("a");
  ASSERT_TRUE(content.put("b",
                          R"({"id":"b","url":"https://acme.example/b?x=1","title":"t","language":"fr-CH",)"
                          R"("networks":["linkedin"]})",
                          0, kAnna, Editorial::draft));
  EXPECT_THAT(ids({.state = "draft"}), ElementsAre("b"));
  EXPECT_THAT(ids({.language = "fr"}), ElementsAre("b"));
  EXPECT_THAT(ids({.language = "f"}), ElementsAre());
  EXPECT_THAT(ids({.network = "x"}), ElementsAre("a"));
  EXPECT_THAT(ids({.network = "linkedin"}), UnorderedElementsAre("a", "b"));
  EXPECT_THAT(ids({.address = "http://acme.example:80/b/?utm_source=y&x=1"}), ElementsAre("b"));
  EXPECT_THAT(ids({.address = "nowhere"}), ElementsAre());
}

TEST_P(Content, NoticesTheSamePage) {
  save("a");
  const std::string same =
      R"({"id":"b","url":"http://ACME.example/a/?utm_source=x","title":"Zweites","language":"de"})";
  ASSERT_TRUE(herold().content.put("b", same, 0, kAnna));
  const auto second = herold().content.get("b");
  ASSERT_EQ(second->duplicates.size(), 1U);
  EXPECT_EQ(second->duplicates.front().id, "a");
  EXPECT_EQ(second->duplicates.front().title, "a");
  EXPECT_EQ(herold().content.get("a")->duplicates.front().title, "Zweites");
  ASSERT_TRUE(herold().content.remove("a", std::nullopt, kAnna));
  EXPECT_TRUE(herold().content.get("b")->duplicates.empty());
}

// What is kept in memory from one look to the next is no older than the database.
TEST_P(Content, SeesAtOnceWhatAnotherReplicaChanged) {
  save("a");
  save_guideline("falke", "Projekt Falke");
  const auto other = open(std::string(32, 'k'));
  const auto seen = [&] { return *herold().content.get("a"); };
  EXPECT_TRUE(seen().duplicates.empty());
  EXPECT_EQ(seen().document.state, app::State::fresh);
  const auto put_b = [&](const std::string& title) {
    const std::string body =
        R"({"id":"b","url":"https://acme.example/a/","title":")" + title + R"(","language":"de"})";
    ASSERT_TRUE(other->content.put("b", body, std::nullopt, kAnna));
  };
  put_b("Zweites");
  ASSERT_EQ(seen().duplicates.size(), 1U);
  put_b("Drittes");
  EXPECT_EQ(seen().duplicates.at(0).title, "Drittes");
  ASSERT_TRUE(other->content.remove("b", std::nullopt, kAnna));
  EXPECT_TRUE(seen().duplicates.empty());
  ASSERT_TRUE(other->publications.publish("everyone", "", kAnna));
  EXPECT_EQ(seen().document.state, app::State::published);
  EXPECT_EQ(herold().content.list()->items.size(), 1U);
}

TEST_P(Content, IsListedPageByPage) {
  for (const char* id : {"c", "a", "d.1"}) save(id);
  clock.advance(1);
  save("b");
  publish("everyone");
  clock.advance(1);
  ASSERT_TRUE(herold().content.remove("c", std::nullopt, kAnna));
  const std::vector<std::string> all = ids({});
  EXPECT_THAT(all, ElementsAre("c", "b", "a", "d.1"));  // newest first, the removed one too; then by id
  for (std::size_t limit = 1; limit <= 5; ++limit) {
    std::vector<std::string> found;
    std::string cursor;
    do {
      const auto page = herold().content.list({}, {.limit = limit, .cursor = cursor});
      ASSERT_TRUE(page) << page.error().message;
      EXPECT_LE(page->items.size(), limit);
      for (const auto& item : page->items) found.push_back(item.document.id);
      cursor = page->next;
    } while (!cursor.empty());
    EXPECT_EQ(found, all) << limit;
  }
  // What changes meanwhile comes to the front: nothing comes twice that was not changed, and nothing is left
  // out.
  const auto first = *herold().content.list({}, {.limit = 2});
  clock.advance(1);
  ASSERT_TRUE(herold().content.put("d.1", item("d.1", "Neu"), std::nullopt, kAnna));
  const auto second = *herold().content.list({}, {.limit = 2, .cursor = first.next});
  ASSERT_EQ(second.items.size(), 1U);
  EXPECT_EQ(second.items[0].document.id, "a");
  EXPECT_EQ(second.next, "");
  for (const char* wrong : {"x", "1", "_", "MQ_", "MQ_A", "1_a", "*_a"})
    EXPECT_EQ(herold().content.list({}, {.limit = 2, .cursor = wrong}).error().code, ErrorCode::invalid)
        << wrong;
}

TEST_P(Content, FindsWhatTheQuerySaysInTextsAlone) {
  const std::string quoting =
      R"({"id":"a","url":"https://acme.example/a","title":"Er sagte \"Moin\" und ging","language":"de",)"
      R"("summary":"C:\\Daten"})";
  ASSERT_TRUE(herold().content.put("a", quoting, std::nullopt, kAnna));
  for (const char* there : {"MOIN", "sagte \"moin\" und", "c:\\daten"})
    EXPECT_THAT(ids({.query = there}), ElementsAre("a")) << there;
  for (const char* missing : {"summary", "\",\"", "{", "\x01"})
    EXPECT_THAT(ids({.query = missing}), IsEmpty()) << missing;
}

TEST_P(Content, IsFoundWithoutLetterCaseAndAccents) {
  const std::string text =
      R"({"id":"a","url":"https://acme.example/a","title":"Gr\u00fc\u00dfe aus Z\u00fcrich","language":"de",)"
      R"("captions":[{"id":"c1","language":"de","network":"linkedin","text":"\u00c9t\u00e9"}]})";
  ASSERT_TRUE(herold().content.put("a", text, std::nullopt, kAnna));
  for (const char* there : {"ZÜRICH", "zurich grusse", "grüsse", "été", "  "})
    EXPECT_THAT(ids({.query = there}), ElementsAre("a")) << there;
  // Neither a part of the words nor a value that nobody reads.
  for (const char* missing : {"zurich bern", "linkedin"})
    EXPECT_THAT(ids({.query = missing}), IsEmpty()) << missing;
}

TEST_P(Content, IsSortedByWhatIsAskedFor) {
  const struct {
    const char* id;
    const char* title;
    const char* also;
  } items[] = {{"a", "Zebra", R"("language":"en")"},
               {"b", "\u00e4pfel", R"("language":"fr","until":"2027-01-01T00:00:00+02:00")"},
               {"c", "Bahn", R"("language":"de","until":"2026-12-31T23:00:00Z")"},
               {"d", "bahn", R"("language":"de-CH")"}};
  for (const auto& [id, title, also] : items) {
    clock.advance(1);
    const std::string url = std::string("https://acme.example/") + id;
    ASSERT_TRUE(herold().content.put(id,
                                     R"({"id":")" + std::string(id) + R"(","url":")" + url +
                                         R"(","title":")" + title + R"(",)" + also + "}",
                                     std::nullopt, kAnna));
  }
  using Key = app::ContentKey;
  const struct {
    app::ContentOrder order;
    std::vector<std::string> ids;
  } cases[] = {{{Key::updated, true}, {"d", "c", "b", "a"}},   {{Key::updated, false}, {"a", "b", "c", "d"}},
               {{Key::title, false}, {"b", "c", "d", "a"}},    {{Key::title, true}, {"a", "c", "d", "b"}},
               {{Key::language, false}, {"c", "d", "a", "b"}}, {{Key::until, false}, {"b", "c", "a", "d"}},
               {{Key::until, true}, {"a", "d", "c", "b"}}};
  for (const auto& one : cases) {
    std::vector<std::string> found;
    std::string cursor;
    do {
      const auto page = *herold().content.list({}, {.limit = 1, .cursor = cursor, .order = one.order});
      EXPECT_EQ(page.matching, 4U);
      for (const auto& item : page.items) found.push_back(item.document.id);
      cursor = page.next;
    } while (!cursor.empty());
    EXPECT_EQ(found, one.ids) << static_cast<int>(one.order.by) << one.order.descending;
  }
}

TEST_P(Content, CountsWhatMatchesAndWhatThereIs) {
  save("a");
  save("b");
  ASSERT_TRUE(herold().content.put("c", item("c", "c"), 0, kAnna, Editorial::draft));
  ASSERT_TRUE(herold().content.decide("b", {Decision::archive}, std::nullopt, kAnna));
  const auto page = *herold().content.list({.state = app::kCurrent}, {.limit = 1});
  EXPECT_EQ(page.items.size(), 1U);
  EXPECT_EQ(page.matching, 2U);
  EXPECT_EQ(page.total, 3U);
  EXPECT_THAT(page.languages, ElementsAre("de"));
  EXPECT_THAT(ids({.state = app::kCurrent}), UnorderedElementsAre("a", "c"));
}

TEST_P(Content, IsChangedInNumbersEachForItself) {
  auto& content = herold().content;
  save("a");
  save("b");
  const auto changed = content.change(
      R"({"items":[{"id":"a","version":1},{"id":"b","version":7},{"id":"c","version":1}],"decision":"archive",)"
      R"("edit":{"topics":{"add":["news","news"],"remove":["service"]},"priority":3,"owner":"Anna",)"
      R"("until":"2027-01-01T00:00:00Z"}})",
      kAnna);
  ASSERT_TRUE(changed) << changed.error().message;
  ASSERT_EQ(changed->size(), 3U);
  EXPECT_EQ(changed->at(0).saved->version, 2);
  EXPECT_EQ(changed->at(1).saved.error().code, ErrorCode::stale);
  EXPECT_EQ(changed->at(2).saved.error().code, ErrorCode::not_found);
  EXPECT_EQ(editorial("a"), "archived");
  EXPECT_EQ(editorial("b"), "approved");
  const auto item = app::stored(content.get("a")->document.json);
  EXPECT_EQ(item["topics"], app::Json::array({"news"}));
  EXPECT_EQ(item["priority"], 3);
  EXPECT_EQ(item["owner"], "Anna");
  // Null takes away; what an item cannot be is told of that item.
  const auto again = content.change(
      R"({"items":[{"id":"a","version":2}],"edit":{"until":null,"owner":null,"topics":{"remove":["news"]}}})",
      kAnna);
  ASSERT_TRUE(again);
  const auto bare = app::stored(content.get("a")->document.json);
  EXPECT_FALSE(bare.contains("until") || bare.contains("owner") || bare.contains("topics"));
  const auto wrong =
      content.change(R"({"items":[{"id":"a","version":3}],"edit":{"until":"tomorrow"}})", kAnna);
  EXPECT_EQ(wrong->front().saved.error().pointer, "/until");
}

TEST_P(Content, TellsHowAnEditOfManyIsTakenBack) {
  auto& content = herold().content;
  const auto change = [&](const app::Json& body) {
    auto done = content.change(body.dump(), kAnna);
    EXPECT_TRUE(done && done->front().saved) << body;
    return done->front().undo;
  };
  const auto at = [](int version, const app::Json& edit) -> app::Json {
    return {{"id", "a"}, {"version", version}, {"edit", edit}};
  };
  const auto item = [&] { return app::stored(content.get("a")->document.json); };
  save("a");
  change({{"items", {at(1, {{"topics", {{"set", {"service", "news", "work"}}}}, {"owner", "Ben"}})}}});
  const auto before = item();
  EXPECT_EQ(before["topics"], (app::Json{"service", "news", "work"}));
  const auto undo =
      change({{"items", {{{"id", "a"}, {"version", 2}}}},
              {"edit",
               {{"topics", {{"add", {"more"}}, {"remove", {"news"}}}}, {"owner", "Anna"}, {"priority", 3}}}});
  EXPECT_EQ(undo, (app::Json{{"topics", {{"set", {"service", "news", "work"}}}},
                             {"owner", "Ben"},
                             {"priority", nullptr}}));
  // An edit of the item's own goes before that of all.
  const app::Json back = {{"items", {at(3, undo)}}, {"edit", {{"owner", "Cleo"}}}};
  EXPECT_EQ(change(back)["owner"], "Anna");
  EXPECT_TRUE(app::same_json(item().dump(), before.dump()));
}

TEST_P(Content, StaysAsItIsWhereAnEditOfManyChangesNothing) {
  auto& content = herold().content;
  save("a");
  save("b");
  const auto change = [&](int version_of_b) {
    return content.change(R"({"items":[{"id":"a","version":1},{"id":"b","version":)" +
                              std::to_string(version_of_b) + R"(}],"edit":{"topics":{"add":["service"]}}})",
                          kAnna);
  };
  const auto before = herold().audit_log.entries(0, 100)->size();
  const auto same = change(1);
  ASSERT_TRUE(same && same->front().saved && same->back().saved);
  EXPECT_EQ(same->back().saved->version, 1);
  EXPECT_TRUE(same->back().undo.is_null());
  EXPECT_EQ(content.get("b")->document.version, 1);
  EXPECT_EQ(herold().audit_log.entries(0, 100)->size(), before);
  EXPECT_EQ(change(7)->back().saved.error().code, ErrorCode::stale) << "what somebody else saw";
}

TEST_P(Content, IsGivenAnAudienceNetworksAndABeginningInNumbers) {
  auto& content = herold().content;
  const auto change = [&](int version, const app::Json& edit) {
    const app::Json body = {{"items", {{{"id", "a"}, {"version", version}}}}, {"edit", edit}};
    const auto done = content.change(body.dump(), kAnna);
    EXPECT_TRUE(done && done->front().saved) << body;
    return done->front().undo;
  };
  const auto item = [&] { return app::stored(content.get("a")->document.json); };
  save("a");
  const auto plain = item();
  const auto first = change(1, {{"audience", {{"roles", {"spokesperson"}}}},
                                {"networks", {"linkedin", "x"}},
                                {"from", "2026-12-01T08:00:00Z"}});
  EXPECT_EQ(item()["audience"], (app::Json{{"roles", {"spokesperson"}}}));
  EXPECT_EQ(item()["networks"], (app::Json{"linkedin", "x"}));
  EXPECT_EQ(first, (app::Json{{"audience", nullptr}, {"networks", nullptr}, {"from", nullptr}}));
  // One half of an audience leaves the other as it is.
  const auto second = change(2, {{"audience", {{"groups", {"sales"}}}}, {"networks", nullptr}});
  EXPECT_EQ(item()["audience"], (app::Json{{"roles", {"spokesperson"}}, {"groups", {"sales"}}}));
  EXPECT_FALSE(item().contains("networks"));
  const auto third = change(3, {{"audience", nullptr}});
  EXPECT_FALSE(item().contains("audience"));
  change(4, third);
  change(5, second);
  change(6, first);
  EXPECT_TRUE(app::same_json(item().dump(), plain.dump()));
}

TEST_P(Content, RefusesOfEachItemWhatItCannotBe) {
  save("a");
  const auto refuses = [&](const app::Json& edit, const char* pointer) {
    const app::Json body = {{"items", {{{"id", "a"}, {"version", 1}}}}, {"edit", edit}};
    const auto done = herold().content.change(body.dump(), kAnna);
    ASSERT_TRUE(done) << done.error().message;
    ASSERT_FALSE(done->front().saved) << edit;
    EXPECT_EQ(done->front().saved.error().pointer, pointer) << edit;
  };
  refuses({{"networks", {"myspace"}}}, "/networks/0");
  refuses({{"networks", "linkedin"}}, "/networks");
  refuses({{"audience", {{"roles", {7}}}}}, "/audience/roles/0");
  refuses({{"from", "tomorrow"}}, "/from");
  refuses({{"from", "2027-01-02T00:00:00Z"}, {"until", "2027-01-01T00:00:00Z"}}, "/until");
  EXPECT_EQ(herold().content.get("a")->document.version, 1);
}

TEST_P(Content, GoesBackToWhereItStoodBeforeADecision) {
  auto& content = herold().content;
  ASSERT_TRUE(herold().proposals.propose(
      {.url = "https://acme.example/p", .title = "Vorschlag", .source = "employee", .note = "Lies das."}));
  ASSERT_TRUE(content.put("d", item("d", "Entwurf"), 0, kAnna, Editorial::draft));
  save("a");
  ASSERT_TRUE(content.decide("a", {Decision::archive, "Hatten wir schon."}, 1, kAnna));
  const auto change = [&](const app::Json& items, const app::Json& also) {
    app::Json body = {{"items", items}};
    body.update(also);
    auto done = content.change(body.dump(), kAnna);
    EXPECT_TRUE(done) << done.error().message;
    app::Json back = app::Json::array();
    for (const auto& one : *done) {
      EXPECT_TRUE(one.saved) << one.saved.error().message;
      back.push_back({{"id", one.id}, {"version", one.saved->version}, {"edit", one.undo}});
    }
    return back;
  };
  const app::Json chosen = {
      {{"id", "vorschlag"}, {"version", 1}}, {{"id", "d"}, {"version", 1}}, {{"id", "a"}, {"version", 2}}};
  const auto undo = change(chosen, {{"decision", "approve"}});
  EXPECT_EQ(undo[0]["edit"], (app::Json{{"editorial", {{"state", "proposed"}, {"note", ""}}}}));
  for (const char* id : {"vorschlag", "d", "a"}) EXPECT_EQ(editorial(id), "approved");
  const auto redo = change(undo, app::Json::object());
  EXPECT_EQ(editorial("vorschlag"), "proposed");
  EXPECT_EQ(editorial("d"), "draft");
  EXPECT_EQ(editorial("a"), "archived");
  EXPECT_EQ(content.get("a")->editorial.note, "Hatten wir schon.");
  EXPECT_EQ(content.get("vorschlag")->editorial.remark, "Lies das.");
  EXPECT_EQ(herold().audit_log.entries(0, 1)->front().action, "content.undo");
  // Taking it back is itself taken back.
  change(redo, app::Json::object());
  EXPECT_EQ(editorial("vorschlag"), "approved");
}

TEST_P(Content, GoesBackOnlyToWhereItCanHaveStood) {
  auto& content = herold().content;
  save("a");
  const auto back = [&](const app::Json& standing) {
    const app::Json items = {{{"id", "a"}, {"version", 1}, {"edit", {{"editorial", standing}}}}};
    auto done = content.change(app::Json{{"items", items}}.dump(), kAnna);
    EXPECT_TRUE(done) << done.error().message;
    return done->front().saved;
  };
  // Nobody proposed it.
  EXPECT_EQ(back({{"state", "proposed"}}).error().code, ErrorCode::refused);
  EXPECT_EQ(back({{"state", "draft"}, {"note", "zwei\nZeilen"}}).error().pointer, "/editorial/note");
  EXPECT_EQ(editorial("a"), "approved");
  // What is approved again must be whole.
  const std::string bare =
      R"({"id":"b","url":"https://acme.example/b","title":"t","language":"de","image":{"url":"https://acme.example/b.png","alt":""}})";
  ASSERT_TRUE(content.put("b", bare, 0, kAnna, Editorial::draft));
  const auto whole = content.change(
      R"({"items":[{"id":"b","version":1,"edit":{"editorial":{"state":"approved","note":""}}}]})", kAnna);
  EXPECT_EQ(whole->front().saved.error().pointer, "/image/alt");
}

TEST_P(Content, RefusesAChangeOfManyThatIsNone) {
  save("a");
  for (const char* wrong :
       {"[]",
        R"({"items":[],"decision":"approve"})",
        R"({"items":[{"id":"a","version":1}]})",
        R"({"items":[{"id":"a","version":1}],"decision":"burn"})",
        R"({"items":[{"id":"a","version":1}],"edit":{}})",
        R"({"items":[{"id":"a","version":1}],"edit":{"title":"x"}})",
        R"({"items":[{"id":"A B","version":1}],"decision":"archive"})",
        R"({"items":[{"id":"a","version":0}],"decision":"archive"})",
        R"({"items":[{"id":"a"}],"decision":"archive"})",
        R"({"items":["a"],"decision":"archive"})",
        R"({"items":[{"id":"a","version":1}],"decision":"archive","note":7})",
        R"({"items":[{"id":"a","version":1}],"note":"x"})",
        R"({"items":[{"id":"a","version":1}],"edit":{"topics":["x"]}})",
        R"({"items":[{"id":"a","version":1}],"edit":{"topics":{"add":["Ü"]}}})",
        R"({"items":[{"id":"a","version":1,"edit":{"title":"x"}}]})",
        R"({"items":[{"id":"a","version":1,"edit":null}]})",
        R"({"items":[{"id":"a","version":1}],"edit":{"audience":["sales"]}})",
        R"({"items":[{"id":"a","version":1}],"edit":{"audience":{}}})",
        R"({"items":[{"id":"a","version":1}],"edit":{"audience":{"people":["anna"]}}})",
        R"({"items":[{"id":"a","version":1}],"edit":{"editorial":{"state":"draft"}}})",
        R"({"items":[{"id":"a","version":1,"edit":{"editorial":{"state":"burnt"}}}]})",
        R"({"items":[{"id":"a","version":1,"edit":{"editorial":"draft"}}]})",
        R"({"items":[{"id":"a","version":1,"edit":{"editorial":{"state":"draft","note":7}}}]})",
        R"({"items":[{"id":"a","version":1,"edit":{"editorial":{"state":"draft"}}}],"decision":"archive"})",
        R"({"items":[{"id":"a","version":1,"edit":{"owner":null}},{"id":"b","version":1}]})",
        R"({"items":[{"id":"a","version":1}],"decision":"archive","more":1})"}) {
    EXPECT_FALSE(herold().content.change(wrong, kAnna)) << wrong;
  }
  EXPECT_EQ(editorial("a"), "approved");
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
