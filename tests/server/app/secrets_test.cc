// Nothing secret lies in the database in the clear, and nothing of a person who left.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/crypto.h"
#include "auth/accounts.h"
#include "support/over_herold.h"

namespace herold {
namespace {

using ::testing::HasSubstr;
using testing::kAnna;
using ::testing::Not;

// As PostgreSQL's text form or SQLite's bytes would show it.
void expect_nowhere(const std::string& dump, const std::string& secret) {
  EXPECT_THAT(dump, Not(HasSubstr(secret)));
  EXPECT_THAT(dump, Not(HasSubstr(app::hex(secret))));
}

class Secrets : public testing::OverHerold {};
HEROLD_OVER_BOTH_DATABASES(Secrets);

TEST_P(Secrets, AreStoredAsHashesOrSealed) {
  auth::Accounts accounts(herold().store(), clock);
  ASSERT_TRUE(accounts.create(kAnna, "Anna Keller", "correct horse battery", "command line"));
  const auto signed_in = accounts.sign_in(kAnna, "correct horse battery");
  ASSERT_TRUE(signed_in);
  const auto made = invite(2, {"sales"});
  const auto token = enrol(made.code).token;
  const app::Keys keys(std::string(32, 'k'));
  std::vector<std::string> seeds;
  ASSERT_TRUE(herold().store().read([&](store::Transaction& tx) -> app::Result<void> {
    for (const auto& key : tx.signing_keys()) seeds.push_back(*keys.unseal(key));
    return {};
  }));
  ASSERT_EQ(seeds.size(), 4U);

  const std::string dump = database().dump();
  EXPECT_THAT(dump, HasSubstr(kAnna));  // the dump shows what is there
  for (const std::string& secret :
       {std::string("correct horse battery"), signed_in->token, made.code, token}) {
    expect_nowhere(dump, secret);
  }
  for (const std::string& seed : seeds) expect_nowhere(dump, seed);
}

}  // namespace
}  // namespace herold
