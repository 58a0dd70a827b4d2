#include "app/organisation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/json.h"
#include "support/over_herold.h"

namespace herold {
namespace {

using testing::kAnna;
using ::testing::StartsWith;

class Organisation : public testing::OverHerold {
 protected:
  // The organisation with one member replaced.
  static std::string with(const char* pointer, const char* value) {
    app::Json organisation = app::stored(kOrganisation);
    organisation[app::Json::json_pointer(pointer)] = app::stored(value);
    return organisation.dump();
  }
};
HEROLD_OVER_BOTH_DATABASES(Organisation);

TEST_P(Organisation, IsRefusedWithTheFaultyValue) {
  const struct {
    const char* pointer;
    const char* value;
    const char* says;
  } cases[] = {
      {"/id", R"("Acme AG")", "/id"},
      {"/title", "{}", "/title"},
      {"/publicUrl", R"("acme")", "/publicUrl"},
      {"/publicUrl", "null", "/publicUrl"},
      {"/roles/0/id", R"("")", "/roles/0/id"},
      {"/groups/1/id", R"("sales")", "/groups/1/id"},
      {"/groups/0/label", "7", "/groups/0/label"},
      {"/channels", "[]", "/channels"},
      {"/channels/1", R"("pilot")", "/channels/1"},
      {"/settings/k", "4", "/settings/k"},
      {"/settings/k", "5.5", "/settings/k"},
      {"/settings/pageMode", R"("on")", "/settings/pageMode"},
      {"/settings/groupFigures", "1", "/settings/groupFigures"},
      {"/settings/linkedin", "true", "/settings/linkedin"},
      {"/settings/linkedin", R"({"clientId":"a b","version":"202610"})", "/settings/linkedin/clientId"},
      {"/settings/linkedin", R"({"clientId":"77abc","version":"202613"})", "/settings/linkedin/version"},
      {"/settings/linkedin", R"({"clientId":"77abc","version":"2026-10"})", "/settings/linkedin/version"},
  };
  for (const auto& one : cases) {
    const auto saved = herold().organisation.put(with(one.pointer, one.value), std::nullopt, kAnna);
    ASSERT_FALSE(saved) << one.pointer << " " << one.value;
    EXPECT_EQ(saved.error().pointer, one.says) << one.value;
  }
}

TEST_P(Organisation, KeepsItsIdOnceSomethingWasPublishedUnderIt) {
  ASSERT_TRUE(herold().organisation.put(with("/id", R"("nordwerk")"), std::nullopt, kAnna));
  publish("everyone");
  const auto saved = herold().organisation.put(with("/id", R"("acme")"), std::nullopt, kAnna);
  ASSERT_FALSE(saved);
  EXPECT_EQ(saved.error().pointer, "/id");
}

class NewDatabase : public testing::OverHerold {
 protected:
  void SetUp() override { OverBothDatabases::SetUp(); }
};
HEROLD_OVER_BOTH_DATABASES(NewDatabase);

TEST_P(NewDatabase, HasAnOrganisationToEdit) {
  const auto fresh = open(std::string(32, 'k'));
  ASSERT_TRUE(fresh->publications.renew());
  const auto organisation = fresh->organisation.get();
  ASSERT_TRUE(organisation);
  EXPECT_THAT(organisation->json, StartsWith(R"({"id":"org-)"));
  EXPECT_EQ(organisation->version, 1);
  ASSERT_TRUE(fresh->publications.renew());
  EXPECT_EQ(fresh->organisation.get()->json, organisation->json);
}

}  // namespace
}  // namespace herold
