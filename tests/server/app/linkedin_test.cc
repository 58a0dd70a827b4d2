#include "app/linkedin.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/json.h"
#include "support/over_herold.h"

namespace herold {
namespace {

using ::testing::HasSubstr;
using testing::kAnna;
using ::testing::Not;

constexpr const char* kSecret = "WPL_AP1.s+e/c&r=et==";
constexpr const char* kReturn = "https://herold.acme.example/linkedin/return";

class LinkedInConnector : public testing::OverHerold {
 protected:
  void switch_on() {
    app::Json organisation = app::stored(kOrganisation);
    organisation["settings"]["linkedin"] = {{"clientId", "77abc"}, {"version", "202610"}};
    ASSERT_TRUE(herold().organisation.put(organisation.dump(), std::nullopt, kAnna));
  }
  std::string stored_body() {
    const auto body = herold().store().read([](store::Transaction& tx) -> app::Result<std::string> {
      const auto document = tx.document(store::DocumentKind::credential, "linkedin.client-secret");
      return document ? document->body : std::string();
    });
    return *body;
  }
};
HEROLD_OVER_BOTH_DATABASES(LinkedInConnector);

TEST_P(LinkedInConnector, KeepsTheSecretSealed) {
  EXPECT_FALSE(herold().linkedin.secret()->stored);
  ASSERT_TRUE(herold().linkedin.put_secret(kSecret, kAnna));
  EXPECT_TRUE(herold().linkedin.secret()->stored);
  EXPECT_EQ(herold().linkedin.secret()->changed_at, clock.now());
  EXPECT_THAT(stored_body(), HasSubstr("sealed"));
  EXPECT_THAT(stored_body(), Not(HasSubstr("WPL")));
}

TEST_P(LinkedInConnector, HandsOutTheFormOnlyWhenSwitchedOnAndASecretIsThere) {
  EXPECT_EQ(herold().linkedin.exchange_form("c", kReturn).error().code, app::ErrorCode::not_found);
  ASSERT_TRUE(herold().linkedin.put_secret(kSecret, kAnna));
  EXPECT_EQ(herold().linkedin.exchange_form("c", kReturn).error().code, app::ErrorCode::not_found);
  switch_on();
  const auto form = herold().linkedin.exchange_form("A&b c", kReturn);
  ASSERT_TRUE(form) << form.error().message;
  EXPECT_EQ(*form,
            "grant_type=authorization_code&code=A%26b%20c&redirect_uri=https%3A%2F%2Fherold.acme.example%2F"
            "linkedin%2Freturn&client_id=77abc&client_secret=WPL_AP1.s%2Be%2Fc%26r%3Det%3D%3D");
}

TEST_P(LinkedInConnector, LeavesNothingOfARemovedSecret) {
  switch_on();
  ASSERT_TRUE(herold().linkedin.put_secret(kSecret, kAnna));
  ASSERT_TRUE(herold().linkedin.remove_secret(kAnna));
  ASSERT_TRUE(herold().linkedin.remove_secret(kAnna));
  EXPECT_FALSE(herold().linkedin.secret()->stored);
  EXPECT_EQ(stored_body(), "{}");
  EXPECT_EQ(herold().linkedin.exchange_form("c", kReturn).error().code, app::ErrorCode::not_found);
  ASSERT_TRUE(herold().linkedin.put_secret("another", kAnna));
  EXPECT_THAT(*herold().linkedin.exchange_form("c", kReturn), HasSubstr("client_secret=another"));
}

TEST_P(LinkedInConnector, SaysSoWhenTheMasterKeyIsAnother) {
  switch_on();
  ASSERT_TRUE(herold().linkedin.put_secret(kSecret, kAnna));
  close();
  const auto other = open(std::string(32, 'x'));
  const auto form = other->linkedin.exchange_form("c", kReturn);
  ASSERT_FALSE(form);
  EXPECT_EQ(form.error().code, app::ErrorCode::unavailable);
  EXPECT_THAT(form.error().message, HasSubstr("master key"));
}

TEST_P(LinkedInConnector, RefusesWhatIsNoSecret) {
  for (const std::string& wrong : {std::string(), std::string("a\nb"), std::string(513, 'a')}) {
    const auto saved = herold().linkedin.put_secret(wrong, kAnna);
    ASSERT_FALSE(saved) << wrong.size();
    EXPECT_EQ(saved.error().pointer, "/secret");
  }
  EXPECT_FALSE(herold().linkedin.secret()->stored);
}

TEST(LinkedInTokenAnswer, IsATokenOrTellsWhoHasToAct) {
  const auto token = app::read_token_answer(
      200, R"({"access_token":"AQX","expires_in":5184000,"scope":"openid,profile,w_member_social"})");
  ASSERT_TRUE(token);
  EXPECT_EQ(token->access_token, "AQX");
  EXPECT_EQ(token->expires_in, 5184000);

  const struct {
    int status;
    const char* body;
    app::ErrorCode code;
  } cases[] = {
      {400, R"({"error":"invalid_request","error_description":"appid/redirect uri/code verifier"})",
       app::ErrorCode::invalid},
      {401, R"({"error":"invalid_client","error_description":"Client authentication failed"})",
       app::ErrorCode::refused},
      {400, R"({"error":"unauthorized_client"})", app::ErrorCode::refused},
      {500, R"({"error":"server_error"})", app::ErrorCode::unavailable},
      {200, R"({"access_token":"AQX"})", app::ErrorCode::unavailable},
      {200, R"({"access_token":"AQX","expires_in":"soon"})", app::ErrorCode::unavailable},
      {200, R"({"access_token":7,"expires_in":9})", app::ErrorCode::unavailable},
      {200, "<html>", app::ErrorCode::unavailable},
      {200, "", app::ErrorCode::unavailable},
      {200, "[]", app::ErrorCode::unavailable},
  };
  for (const auto& one : cases) {
    const auto answer = app::read_token_answer(one.status, one.body);
    ASSERT_FALSE(answer) << one.body;
    EXPECT_EQ(answer.error().code, one.code) << one.status << " " << one.body;
    EXPECT_THAT(answer.error().message, Not(HasSubstr("AQX")));
  }
}

}  // namespace
}  // namespace herold
