#include "auth/accounts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/audit.h"
#include "auth/password.h"
#include "support/both_databases.h"

namespace herold {
namespace {

using app::ErrorCode;
using ::testing::StartsWith;

constexpr const char* kPassword = "correct horse battery";

class Accounts : public testing::OverBothDatabases {
 protected:
  void SetUp() override {
    OverBothDatabases::SetUp();
    if (IsSkipped()) return;
    accounts = std::make_unique<auth::Accounts>(store(), clock);
    ASSERT_TRUE(accounts->create("Anna@acme.example", "Anna Keller", kPassword, "command line"));
  }
  void TearDown() override { accounts.reset(); }

  std::unique_ptr<auth::Accounts> accounts;
};
HEROLD_OVER_BOTH_DATABASES(Accounts);

TEST_P(Accounts, SignInAndOut) {
  const auto signed_in = accounts->sign_in("anna@ACME.example", kPassword);
  ASSERT_TRUE(signed_in) << signed_in.error().message;
  EXPECT_EQ(signed_in->account.name, "Anna Keller");
  EXPECT_EQ(accounts->session(signed_in->token)->email, "anna@acme.example");
  ASSERT_TRUE(accounts->sign_out(signed_in->token));
  EXPECT_EQ(accounts->session(signed_in->token).error().code, ErrorCode::unauthenticated);
}

TEST_P(Accounts, AreNotTakenWithAnythingWrong) {
  const std::pair<std::string, std::string> wrong[] = {
      {"anna@acme.example", "wrong"},
      {"anna@acme.example", ""},
      {"bob@acme.example", kPassword},
      {"bob@acme.example", "nobody"},
      {"", ""},
      {std::string("a@b\0c", 5), "x"},
      {"anna@acme.example", std::string(kPassword) + " "},
  };
  std::string message;
  for (const auto& [email, password] : wrong) {
    const auto signed_in = accounts->sign_in(email, password);
    ASSERT_FALSE(signed_in) << email;
    EXPECT_EQ(signed_in.error().code, ErrorCode::unauthenticated) << email;
    if (message.empty()) message = signed_in.error().message;
    EXPECT_EQ(signed_in.error().message, message);  // does not tell which was wrong
  }
}

TEST_P(Accounts, StaySignedInForTwelveHours) {
  const auto signed_in = accounts->sign_in("anna@acme.example", kPassword);
  clock.advance(auth::Accounts::session_length - 1);
  EXPECT_TRUE(accounts->session(signed_in->token));
  clock.advance(1);
  EXPECT_FALSE(accounts->session(signed_in->token));
}

TEST_P(Accounts, AreSignedOutEverywhereElse) {
  ASSERT_TRUE(accounts->create("beat@acme.example", "Beat", kPassword, "command line"));
  const auto beat = accounts->sign_in("beat@acme.example", kPassword);
  const auto expired = accounts->sign_in("anna@acme.example", kPassword);
  clock.advance(auth::Accounts::session_length - 1);
  const auto others = accounts->sign_in("beat@acme.example", kPassword);
  const auto there = accounts->sign_in("anna@acme.example", kPassword);
  const auto here = accounts->sign_in("anna@acme.example", kPassword);
  clock.advance(1);
  ASSERT_TRUE(accounts->sign_out_others(here->token));
  EXPECT_TRUE(accounts->session(here->token));
  EXPECT_FALSE(accounts->session(there->token));
  EXPECT_TRUE(accounts->session(others->token));
  EXPECT_EQ(accounts->sign_out_others(there->token).error().code, ErrorCode::unauthenticated);
  EXPECT_EQ(accounts->sign_out_others(expired->token).error().code, ErrorCode::unauthenticated);
  ASSERT_TRUE(accounts->sign_out_others(here->token));
  EXPECT_TRUE(accounts->session(here->token));
}

TEST_P(Accounts, AreSignedOutEverywhereByANewPassword) {
  const auto signed_in = accounts->sign_in("anna@acme.example", kPassword);
  ASSERT_TRUE(accounts->reset_password("anna@acme.example", "another long one", "command line"));
  EXPECT_FALSE(accounts->session(signed_in->token));
  EXPECT_FALSE(accounts->sign_in("anna@acme.example", kPassword));
  EXPECT_TRUE(accounts->sign_in("anna@acme.example", "another long one"));
  EXPECT_EQ(accounts->reset_password("bob@acme.example", "another long one", "").error().code,
            ErrorCode::not_found);
}

TEST_P(Accounts, AreRemovedWithTheirSessionsUntilOneIsLeft) {
  ASSERT_TRUE(accounts->create("beat@acme.example", "Beat", kPassword, "command line"));
  const auto anna = accounts->sign_in("anna@acme.example", kPassword);
  const auto beat = accounts->sign_in("beat@acme.example", kPassword);
  EXPECT_EQ(accounts->remove("carla@acme.example", "").error().code, ErrorCode::not_found);
  ASSERT_TRUE(accounts->remove("Beat@ACME.example", "anna@acme.example"));
  EXPECT_FALSE(accounts->session(beat->token));
  EXPECT_FALSE(accounts->sign_in("beat@acme.example", kPassword));
  EXPECT_EQ(accounts->remove("anna@acme.example", "").error().code, ErrorCode::refused);
  EXPECT_TRUE(accounts->session(anna->token));
  const auto log = app::AuditLog(store()).entries(0, 1);
  EXPECT_EQ(log->front().actor, "anna@acme.example");
  EXPECT_EQ(log->front().action, "administrator.remove");
  EXPECT_EQ(log->front().subject, "beat@acme.example");
  // Whoever comes back under the address is somebody new.
  ASSERT_TRUE(accounts->create("beat@acme.example", "Beat", kPassword, "command line"));
  EXPECT_FALSE(accounts->session(beat->token));
}

TEST_P(Accounts, AreRefusedWithTheFaultyValue) {
  const struct {
    const char* email;
    const char* name;
    const char* password;
    const char* pointer;
  } cases[] = {
      {"anna", "Anna", kPassword, "/email"},
      {"a b@acme.example", "Anna", kPassword, "/email"},
      {"bob@acme.example", "", kPassword, "/name"},
      {"bob@acme.example", "B\nob", kPassword, "/name"},
      {"bob@acme.example", "Bob", "ninechars", "/password"},
      {"bob@acme.example", "Bob", "äöüäöüäöü", "/password"},
  };
  for (const auto& one : cases) {
    const auto made = accounts->create(one.email, one.name, one.password, "");
    ASSERT_FALSE(made) << one.email << one.password;
    EXPECT_EQ(made.error().pointer, one.pointer);
  }
  EXPECT_EQ(accounts->create("anna@acme.example", "Anna", kPassword, "").error().code, ErrorCode::exists);
  EXPECT_EQ(accounts->list()->size(), 1U);
}

TEST(Password, IsHashedWithArgon2idAtTheFloorOrAbove) {
  const auto hash = auth::hash_password(kPassword);
  ASSERT_TRUE(hash);
  EXPECT_THAT(*hash, StartsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
  EXPECT_NE(*hash, *auth::hash_password(kPassword));
  EXPECT_TRUE(auth::fits(kPassword, *hash));
  EXPECT_FALSE(auth::fits("nobody", ""));
}

}  // namespace
}  // namespace herold
