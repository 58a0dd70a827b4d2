#include "app/linkedin.h"

#include <algorithm>

#include "app/audit.h"
#include "app/crypto.h"
#include "app/json.h"
#include "app/limits.h"
#include "app/records.h"
#include "app/source.h"
#include "herold/ascii.h"
#include "herold/percent_encoding.h"

namespace herold::app {
namespace {

constexpr const char* kCredential = "linkedin.client-secret";

Error switched_off() {
  return {ErrorCode::not_found, "the organisation has not switched on posting to LinkedIn"};
}

Result<std::string> unsealed(const Keys& keys, const store::Document& document) {
  const auto sealed = from_base64url(text_of(stored(document.body), "sealed"));
  return keys.unseal_credential(kCredential, sealed.value_or(""));
}

}  // namespace

Result<LinkedIn::SecretView> LinkedIn::secret() {
  return store_.read([&](store::Transaction& tx) -> Result<SecretView> {
    const auto document = tx.document(store::DocumentKind::credential, kCredential);
    if (!document) return SecretView{};
    return SecretView{.stored = !document->removed, .changed_at = document->updated_at};
  });
}

Result<void> LinkedIn::put_secret(std::string_view secret, std::string_view actor) {
  if (secret.empty() || !is_line(secret, InputLimits::linkedin_secret)) {
    return Error{ErrorCode::refused,
                 "a client secret is one line of " + at_most(InputLimits::linkedin_secret, "characters"),
                 "/secret"};
  }
  const Json body{{"sealed", base64url(keys_.seal_credential(kCredential, secret))}};
  return store_.write([&](store::Transaction& tx) -> Result<void> {
    const auto saved =
        save(tx, clock_, {store::DocumentKind::credential, kCredential, "client secret"}, body.dump(), {});
    if (!saved) return saved.error();
    audit(tx, clock_, actor, "linkedin.secret.save", "");
    return {};
  });
}

Result<void> LinkedIn::remove_secret(std::string_view actor) {
  return store_.write([&](store::Transaction& tx) -> Result<void> {
    const auto document = tx.document(store::DocumentKind::credential, kCredential);
    if (!document || document->removed) return {};
    const Target target{store::DocumentKind::credential, kCredential, "client secret"};
    auto erased = erase(tx, clock_, target, std::nullopt);
    if (!erased) return erased;
    audit(tx, clock_, actor, "linkedin.secret.remove", "");
    return {};
  });
}

Result<std::string> LinkedIn::exchange_form(std::string_view code, std::string_view redirect_uri) {
  return store_.read([&](store::Transaction& tx) -> Result<std::string> {
    const Json organisation = stored(organisation_document(tx).body);
    const auto settings = organisation.find("settings");
    if (settings == organisation.end() || !settings->contains("linkedin")) return switched_off();
    const auto document = tx.document(store::DocumentKind::credential, kCredential);
    if (!document || document->removed) return switched_off();
    auto secret = unsealed(keys_, *document);
    if (!secret) return secret.error();
    std::string form = "grant_type=authorization_code&code=" + percent_encoded(code) +
                       "&redirect_uri=" + percent_encoded(redirect_uri) +
                       "&client_id=" + percent_encoded(text_of(settings->at("linkedin"), "clientId")) +
                       "&client_secret=" + percent_encoded(*secret);
    wipe(*secret);
    return form;
  });
}

Result<LinkedInToken> read_token_answer(int status, std::string_view body) {
  const Json answer = Json::parse(body, nullptr, false);
  if (!answer.is_object()) return Error{ErrorCode::unavailable, "LinkedIn's answer cannot be read"};
  if (status == 200) {
    LinkedInToken token{.access_token = text_of(answer, "access_token"), .scope = text_of(answer, "scope")};
    const auto lifetime = answer.find("expires_in");
    if (lifetime != answer.end() && lifetime->is_number_integer())
      token.expires_in = lifetime->get<std::int64_t>();
    if (!token.access_token.empty() && token.expires_in > 0) return token;
    return Error{ErrorCode::unavailable, "LinkedIn's answer holds no token"};
  }
  const std::string error = text_of(answer, "error");
  if (error == "invalid_client" || error == "unauthorized_client" || error == "invalid_client_id" ||
      status == 401) {
    return Error{ErrorCode::refused,
                 "LinkedIn does not accept this organisation's app; IT checks client id, client secret and "
                 "redirect address"};
  }
  if (status >= 400 && status < 500) {
    return Error{ErrorCode::invalid,
                 "LinkedIn does not accept this sign-in; it may be used up or too old. Connect once more",
                 "/code"};
  }
  return Error{ErrorCode::unavailable, "LinkedIn answered with an error of its own"};
}

bool is_linkedin_version(std::string_view text) {
  if (text.size() != 6 || !text.starts_with("20")) return false;
  if (!std::all_of(text.begin(), text.end(), ascii::is_digit<char>)) return false;
  const int month = (text[4] - '0') * 10 + (text[5] - '0');
  return month >= 1 && month <= 12;
}

bool is_linkedin_client_id(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
    return ascii::is_alphanumeric(c) || c == '-' || c == '_';
  });
}

}  // namespace herold::app
