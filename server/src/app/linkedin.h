// The LinkedIn connector, as far as it needs a server: LinkedIn hands out a member's access token only to who
// knows the app's client secret. The secret is kept sealed and never leaves; a token passes through and is
// not kept. Texts and posts are none of the server's business: devices talk to LinkedIn's API themselves.
// https://learn.microsoft.com/linkedin/shared/authentication/authorization-code-flow
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "app/clock.h"
#include "app/keys.h"
#include "app/result.h"
#include "store/store.h"

namespace herold::app {

class LinkedIn {
 public:
  LinkedIn(store::Store& store, const Clock& clock, const Keys& keys)
      : store_(store), clock_(clock), keys_(keys) {}

  struct SecretView {
    bool stored = false;
    Seconds changed_at = 0;  // 0: there never was one
  };
  Result<SecretView> secret();
  Result<void> put_secret(std::string_view secret, std::string_view actor);
  // Succeeds as well when there is none.
  Result<void> remove_secret(std::string_view actor);

  // The form that LinkedIn's token endpoint takes. It holds the secret: send it there and wipe it.
  // `not_found` while the organisation has not switched the connector on, or has not entered a secret.
  Result<std::string> exchange_form(std::string_view code, std::string_view redirect_uri);

 private:
  store::Store& store_;
  const Clock& clock_;
  const Keys& keys_;
};

struct LinkedInToken {
  std::string access_token;
  std::int64_t expires_in = 0;  // seconds
  std::string scope;
};

// What the token endpoint answered. `invalid`: the code was refused, which a new attempt mends; `refused`:
// LinkedIn does not accept the organisation's app; `unavailable`: anything else. No message quotes LinkedIn.
Result<LinkedInToken> read_token_answer(int status, std::string_view body);

// `LinkedIn-Version`: a year and a month, YYYYMM.
bool is_linkedin_version(std::string_view text);

// As LinkedIn makes them: 1 to 64 letters, digits, hyphens and underscores.
bool is_linkedin_client_id(std::string_view text);

}  // namespace herold::app
