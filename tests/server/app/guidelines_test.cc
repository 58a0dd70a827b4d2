#include "app/guidelines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/over_herold.h"

namespace herold {
namespace {

using app::ErrorCode;
using app::State;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::kAnna;

class Guidelines : public testing::OverHerold {
 protected:
  std::vector<std::string> states(const std::string& query = "") {
    std::vector<std::string> found;
    const auto list = herold().guidelines.list(query);
    for (const auto& entry : *list) found.push_back(entry.id + " " + app::name(entry.state));
    return found;
  }
};
HEROLD_OVER_BOTH_DATABASES(Guidelines);

TEST_P(Guidelines, ComeBackAsTheyWereSaved) {
  save_guideline("a.b", "Falke");
  const auto found = herold().guidelines.get("a.b");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->json, guideline("a.b", "Falke"));
  EXPECT_EQ(found->version, 1);
  EXPECT_EQ(found->updated_at, clock.now());
}

TEST_P(Guidelines, AreRefusedWithTheFaultyValue) {
  const struct {
    const char* id;
    const char* json;
    const char* pointer;
  } cases[] = {
      {"a", "[]", ""},
      {"a", "{", ""},
      {"a", R"({"id":"b","kind":"existence","message":"m","terms":["x"]})", "/id"},
      {"A", R"({"id":"A","kind":"existence","message":"m","terms":["x"]})", "/id"},
      {"a", R"({"id":"a","kind":"existence","message":"m","terms":[]})", "/terms"},
      {"a", R"({"id":"a","kind":"existence","message":"m","patterns":["(?=x)y"]})", "/patterns/0"},
      {"a", R"({"id":"a","kind":"existence","message":"m","terms":["x"],"applies":{"role":["r"]}})",
       "/applies/role"},
      {"a", R"({"id":"a","kind":"telepathy","message":"m"})", "/kind"},
  };
  for (const auto& one : cases) {
    const auto saved = herold().guidelines.put(one.id, one.json, std::nullopt, kAnna);
    ASSERT_FALSE(saved) << one.json;
    EXPECT_EQ(saved.error().pointer, one.pointer) << one.json << "\n" << saved.error().message;
  }
  EXPECT_TRUE(states().empty());
}

TEST_P(Guidelines, AreNotOverwrittenUnseen) {
  save_guideline("a", "x");
  auto& guidelines = herold().guidelines;
  const auto again = guidelines.put("a", guideline("a", "y"), 0, kAnna);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, ErrorCode::exists);
  ASSERT_TRUE(guidelines.put("a", guideline("a", "y"), 1, kAnna));
  const auto late = guidelines.put("a", guideline("a", "z"), 1, kAnna);
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().code, ErrorCode::stale);
  EXPECT_EQ(guidelines.get("a")->json, guideline("a", "y"));
  const auto removed = guidelines.remove("a", 1, kAnna);
  ASSERT_FALSE(removed);
  EXPECT_EQ(removed.error().code, ErrorCode::stale);
}

TEST_P(Guidelines, NeverHaveAVersionTwice) {
  auto& guidelines = herold().guidelines;
  save_guideline("a", "x");
  ASSERT_TRUE(guidelines.remove("a", std::nullopt, kAnna));
  const auto again = guidelines.put("a", guideline("a", "y"), 0, kAnna);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->created);
  EXPECT_EQ(again->version, 3);
}

TEST_P(Guidelines, SayWhatBecameOfThemSinceTheLastPublication) {
  for (const char* id : {"a", "b", "c"}) save_guideline(id, "x");
  EXPECT_THAT(states(), ElementsAre("a new", "b new", "c new"));
  publish("everyone");
  save_guideline("b", "y");
  ASSERT_TRUE(herold().guidelines.remove("c", std::nullopt, kAnna));
  save_guideline("d", "x");
  EXPECT_THAT(states(), ElementsAre("a published", "b changed", "c removed", "d new"));
  EXPECT_EQ(herold().guidelines.get("c")->state, State::removed);
}

TEST_P(Guidelines, GoBackToThePublishedOne) {
  save_guideline("a", "x");
  save_guideline("b", "x");
  publish("everyone");
  save_guideline("a", "y");
  ASSERT_TRUE(herold().guidelines.remove("b", std::nullopt, kAnna));
  ASSERT_TRUE(herold().guidelines.restore("a", std::nullopt, kAnna));
  ASSERT_TRUE(herold().guidelines.restore("b", std::nullopt, kAnna));
  EXPECT_THAT(states(), ElementsAre("a published", "b published"));
  EXPECT_EQ(herold().guidelines.get("a")->json, guideline("a", "x"));
}

TEST_P(Guidelines, ComeBackAfterRemovalWithWhatWasNotPublished) {
  save_guideline("a", "x");
  publish("everyone");
  save_guideline("a", "y");
  ASSERT_TRUE(herold().guidelines.remove("a", 2, kAnna));
  ASSERT_TRUE(herold().guidelines.restore("a", 0, kAnna));
  EXPECT_EQ(herold().guidelines.get("a")->json, guideline("a", "y"));
}

TEST_P(Guidelines, GoBackAfterRemovalEvenIfNeverPublished) {
  save_guideline("a", "x");
  ASSERT_TRUE(herold().guidelines.remove("a", std::nullopt, kAnna));
  EXPECT_TRUE(states().empty());
  ASSERT_TRUE(herold().guidelines.restore("a", std::nullopt, kAnna));
  EXPECT_THAT(states(), ElementsAre("a new"));
  const auto none = herold().guidelines.restore("never", std::nullopt, kAnna);
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::not_found);
}

// What came after the removal, or after the look at the published one, is not undone unseen.
TEST_P(Guidelines, GoBackOnlyFromTheVersionThatWasSeen) {
  auto& guidelines = herold().guidelines;
  save_guideline("a", "x");
  publish("everyone");
  save_guideline("a", "y");
  EXPECT_EQ(guidelines.restore("a", 1, kAnna).error().code, ErrorCode::stale);
  ASSERT_TRUE(guidelines.restore("a", 2, kAnna));
  ASSERT_TRUE(guidelines.remove("a", 3, kAnna));
  EXPECT_EQ(guidelines.get("a")->version, 4) << "of the tombstone";
  ASSERT_TRUE(guidelines.restore("a", 4, kAnna));
  ASSERT_TRUE(guidelines.remove("a", 5, kAnna));
  save_guideline("a", "z");
  EXPECT_EQ(guidelines.restore("a", 0, kAnna).error().code, ErrorCode::exists);
  EXPECT_EQ(guidelines.restore("a", 6, kAnna).error().code, ErrorCode::stale);
  EXPECT_EQ(guidelines.get("a")->json, guideline("a", "z"));
}

TEST_P(Guidelines, AreReplacedOnlyAsTheyWereSeen) {
  auto& guidelines = herold().guidelines;
  EXPECT_EQ(guidelines.document()->version, 0);
  save_guideline("a", "x");
  const auto seen = *guidelines.document();
  save_guideline("b", "x");
  ASSERT_TRUE(guidelines.remove("b", std::nullopt, kAnna));
  EXPECT_EQ(guidelines.document()->json, seen.json);
  EXPECT_EQ(guidelines.replace(seen.json, seen.version, kAnna).error().code, ErrorCode::stale);
  EXPECT_TRUE(guidelines.replace(seen.json, guidelines.document()->version, kAnna));
}

TEST_P(Guidelines, AreFoundByIdAndText) {
  save_guideline("confidential.falke", "Falke");
  save_guideline("brand", "Acme");
  EXPECT_THAT(states("FALKE"), ElementsAre("confidential.falke new"));
  EXPECT_THAT(states("acme"), ElementsAre("brand new"));
  EXPECT_TRUE(states("nothing of the kind").empty());
}

TEST_P(Guidelines, ArePackedAndUnpackedWhole) {
  save_guideline("a", "x");
  save_guideline("b", "x");
  const auto before = herold().guidelines.document();
  ASSERT_TRUE(before);
  ASSERT_TRUE(load_pack(before->json, Audience::publisher));

  const std::string pack = R"({"schema":1,"id":"acme","defaultLanguage":"de","guidelines":[)" +
                           guideline("b", "y") + "," + guideline("c", "x") + "]}";
  const auto imported = herold().guidelines.replace(pack, std::nullopt, kAnna);
  ASSERT_TRUE(imported) << imported.error().message;
  EXPECT_EQ(imported->added, 1);
  EXPECT_EQ(imported->changed, 1);
  EXPECT_EQ(imported->removed, 1);
  EXPECT_THAT(states(), ElementsAre("b new", "c new"));

  const auto again = herold().guidelines.replace(before->json, std::nullopt, kAnna);
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(herold().guidelines.document()->json, before->json);
}

TEST_P(Guidelines, StayWhenAPackIsNotRight) {
  save_guideline("a", "x");
  for (const char* pack : {"", "{}", R"({"schema":1,"id":"acme","guidelines":[{"id":"a"}]})"}) {
    EXPECT_FALSE(herold().guidelines.replace(pack, std::nullopt, kAnna)) << pack;
  }
  EXPECT_THAT(states(), ElementsAre("a new"));
}

TEST_P(Guidelines, AreNotLookedUpUnderImpossibleNames) {
  for (const std::string& id :
       {std::string(""), std::string("\xff"), std::string("a\0b", 3), std::string(500, 'a')}) {
    const auto found = herold().guidelines.get(id);
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, ErrorCode::not_found);
  }
}

}  // namespace
}  // namespace herold
