#include "auth/accounts.h"

#include "app/audit.h"
#include "app/crypto.h"
#include "app/json.h"
#include "app/limits.h"
#include "auth/password.h"
#include "herold/ascii.h"

namespace herold::auth {
namespace {

using app::Error;
using app::ErrorCode;
using app::InputLimits;
using app::Result;

constexpr std::size_t kTokenBytes = 32;

bool is_email(std::string_view text) {
  const auto at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
         app::is_line(text, InputLimits::email) && text.find(' ') == std::string_view::npos &&
         text.find('@', at + 1) == std::string_view::npos;
}

std::optional<Error> unfit_password(std::string_view password) {
  const std::size_t length = app::characters(password);
  if (length < InputLimits::password_least) {
    return Error{
        ErrorCode::refused,
        "the password must have at least " + std::to_string(InputLimits::password_least) + " characters",
        "/password"};
  }
  if (length > InputLimits::password) {
    return Error{ErrorCode::refused,
                 "the password must have " + app::at_most(InputLimits::password, "characters"), "/password"};
  }
  return std::nullopt;
}

Account account_of(const store::Administrator& administrator) {
  return {.email = administrator.email, .name = administrator.name, .created_at = administrator.created_at};
}

Error no_administrator(std::string_view email) {
  return {ErrorCode::not_found, "there is no administrator " + std::string(email)};
}

const Error kNoMemory{ErrorCode::unavailable, "there is not enough memory to hash a password"};
const Error kNotSignedIn{ErrorCode::unauthenticated, "you are not signed in"};

}  // namespace

Result<Account> Accounts::create(std::string_view email, std::string_view name, std::string_view password,
                                 std::string_view actor) {
  if (!is_email(email)) return Error{ErrorCode::refused, "this is no e-mail address", "/email"};
  if (name.empty() || !app::is_line(name, InputLimits::name)) {
    return Error{ErrorCode::refused,
                 "the name must be one line of " + app::at_most(InputLimits::name, "characters"), "/name"};
  }
  if (auto error = unfit_password(password)) return *error;
  auto hash = hash_password(password);
  if (!hash) return kNoMemory;
  const store::Administrator administrator{.email = ascii::to_lower(email),
                                           .name = std::string(name),
                                           .password_hash = *hash,
                                           .created_at = clock_.now()};
  return store_.write([&](store::Transaction& tx) -> Result<Account> {
    if (tx.administrator(administrator.email)) {
      return Error{ErrorCode::exists, "there is an administrator " + administrator.email + " already"};
    }
    tx.put_administrator(administrator);
    app::audit(tx, clock_, actor, "administrator.create", administrator.email);
    return account_of(administrator);
  });
}

Result<std::vector<Account>> Accounts::list() {
  return store_.read([&](store::Transaction& tx) -> Result<std::vector<Account>> {
    std::vector<Account> accounts;
    for (const auto& administrator : tx.administrators()) accounts.push_back(account_of(administrator));
    return accounts;
  });
}

Result<void> Accounts::remove(std::string_view email, std::string_view actor) {
  const std::string address = ascii::to_lower(email);
  return store_.write([&](store::Transaction& tx) -> Result<void> {
    if (!tx.administrator(address)) return no_administrator(email);
    if (tx.administrators().size() == 1)
      return Error{ErrorCode::refused, address + " is the only administrator; create another one first"};
    tx.remove_administrator(address);
    app::audit(tx, clock_, actor, "administrator.remove", address);
    return {};
  });
}

Result<void> Accounts::reset_password(std::string_view email, std::string_view password,
                                      std::string_view actor) {
  if (auto error = unfit_password(password)) return *error;
  auto hash = hash_password(password);
  if (!hash) return kNoMemory;
  return store_.write([&](store::Transaction& tx) -> Result<void> {
    auto administrator = tx.administrator(ascii::to_lower(email));
    if (!administrator) return no_administrator(email);
    administrator->password_hash = *hash;
    tx.put_administrator(*administrator);
    tx.remove_sessions_of(administrator->email);
    app::audit(tx, clock_, actor, "administrator.reset-password", administrator->email);
    return {};
  });
}

Result<SignedIn> Accounts::sign_in(std::string_view email, std::string_view password) {
  const std::string address = ascii::to_lower(email);
  store::Administrator administrator;
  if (is_email(address)) {
    const auto found = store_.read([&](store::Transaction& tx) -> Result<store::Administrator> {
      return tx.administrator(address).value_or(store::Administrator{});
    });
    if (!found) return found.error();
    administrator = *found;
  }
  if (!fits(password, administrator.password_hash)) {
    return Error{ErrorCode::unauthenticated, "the e-mail address or the password is wrong"};
  }
  const SignedIn signed_in{.account = account_of(administrator),
                           .token = app::random_secret(kTokenBytes),
                           .expires_at = clock_.now() + session_length};
  const auto saved = store_.write([&](store::Transaction& tx) -> Result<void> {
    // The account may have changed while the password was being compared.
    const auto current = tx.administrator(administrator.email);
    if (!current || current->password_hash != administrator.password_hash) return kNotSignedIn;
    tx.remove_sessions_before(clock_.now());
    tx.add_session({.token_hash = app::sha256(signed_in.token),
                    .email = administrator.email,
                    .expires_at = signed_in.expires_at});
    app::audit(tx, clock_, administrator.email, "session.sign-in", "");
    return {};
  });
  if (!saved) return saved.error();
  return signed_in;
}

Result<Account> Accounts::session(std::string_view token) {
  const std::string token_hash = app::sha256(token);
  return store_.read([&](store::Transaction& tx) -> Result<Account> {
    const auto session = tx.session(token_hash);
    if (!session || session->expires_at <= clock_.now()) return kNotSignedIn;
    const auto administrator = tx.administrator(session->email);
    if (!administrator) return kNotSignedIn;
    return account_of(*administrator);
  });
}

Result<void> Accounts::sign_out(std::string_view token) {
  const std::string token_hash = app::sha256(token);
  return store_.write([&](store::Transaction& tx) -> Result<void> {
    tx.remove_session(token_hash);
    return {};
  });
}

Result<void> Accounts::sign_out_others(std::string_view token) {
  const std::string token_hash = app::sha256(token);
  return store_.write([&](store::Transaction& tx) -> Result<void> {
    const auto own = tx.session(token_hash);
    if (!own || own->expires_at <= clock_.now()) return kNotSignedIn;
    tx.remove_sessions_of(own->email);
    tx.add_session(*own);
    app::audit(tx, clock_, own->email, "session.sign-out-others", "");
    return {};
  });
}

}  // namespace herold::auth
