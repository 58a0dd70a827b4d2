#include "support/tuf_client.h"

#include <sodium.h>

namespace herold::testing {
namespace {

std::string from_hex(const std::string& hex) {
  std::string bytes(hex.size() / 2, '\0');
  sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), hex.data(), hex.size(),
                 nullptr, nullptr, nullptr);
  return bytes;
}

const unsigned char* raw(const std::string& bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

bool holds(const update::SignatureCheck& check) {
  const std::string key = from_hex(check.key);
  const std::string signature = from_hex(check.signature);
  return key.size() == crypto_sign_PUBLICKEYBYTES && signature.size() == crypto_sign_BYTES &&
         crypto_sign_verify_detached(raw(signature), raw(check.message), check.message.size(), raw(key)) == 0;
}

}  // namespace

update::Fetched TufClient::fetch(const std::string& path) {
  const auto file = herold_.publications.file(path);
  if (!file) return {};
  return {.bytes = file->bytes, .sha256 = file->sha256};
}

TufClient::Outcome TufClient::update(app::Seconds now) {
  update::BundleUpdate update({.organisation = "acme",
                               .channel = channel_,
                               .now = {.seconds = now, .nanoseconds = 0},
                               .trusted = trusted_,
                               .in_force = in_force_,
                               .pin = std::nullopt});
  update::Step step = update.start();
  while (true) {
    if (const auto* wanted = std::get_if<update::Fetch>(&step)) {
      step = update.resume(fetch(wanted->path));
    } else if (const auto* verify = std::get_if<update::Verify>(&step)) {
      update::Verified answer;
      for (const auto& check : verify->checks) answer.holds.push_back(holds(check));
      step = update.resume(answer);
    } else {
      break;
    }
  }
  trusted_ = update.trusted();
  in_force_ = update.in_force();
  if (const auto* refused = std::get_if<update::Refused>(&step)) {
    return {.bundle = "",
            .refused = std::string(name(refused->role)) + " " + std::string(name(refused->code)) + ": " +
                       refused->message};
  }
  return {.bundle = std::get<update::Done>(step).content.value_or(""), .refused = ""};
}

}  // namespace herold::testing
