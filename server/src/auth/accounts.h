// Administrators: accounts, passwords (Argon2id) and sessions. A session's token is a random secret in a
// cookie; the store holds its hash.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/clock.h"
#include "app/result.h"
#include "store/store.h"

namespace herold::auth {

struct Account {
  std::string email;
  std::string name;
  app::Seconds created_at = 0;
};

struct SignedIn {
  Account account;
  std::string token;  // for the cookie
  app::Seconds expires_at = 0;
};

class Accounts {
 public:
  static constexpr app::Seconds session_length = 12 * app::kHour;

  Accounts(store::Store& store, const app::Clock& clock) : store_(store), clock_(clock) {}

  // `exists` when there is one with that e-mail address; addresses are compared in lower case.
  app::Result<Account> create(std::string_view email, std::string_view name, std::string_view password,
                              std::string_view actor);
  app::Result<std::vector<Account>> list();  // oldest first
  // Ends its sessions. `not_found`, or `refused` for the only one: nobody could sign in any more.
  app::Result<void> remove(std::string_view email, std::string_view actor);
  // Ends all sessions of the account.
  app::Result<void> reset_password(std::string_view email, std::string_view password, std::string_view actor);

  // Takes as long for an unknown address as for a wrong password, about 50 ms of one core: call it off the
  // network thread, and after the rate limit.
  app::Result<SignedIn> sign_in(std::string_view email, std::string_view password);
  app::Result<Account> session(std::string_view token);
  app::Result<void> sign_out(std::string_view token);
  // Ends all sessions of the token's account but its own.
  app::Result<void> sign_out_others(std::string_view token);

 private:
  store::Store& store_;
  const app::Clock& clock_;
};

}  // namespace herold::auth
