#include "auth/password.h"

#include <sodium.h>

namespace herold::auth {
namespace {

// OWASP's floor for Argon2id: 19 MiB, two passes, one lane (libsodium always uses one).
constexpr unsigned long long kPasses = 2;
constexpr std::size_t kMemory = std::size_t{19'456} * 1024;

}  // namespace

std::optional<std::string> hash_password(std::string_view password) {
  char hash[crypto_pwhash_STRBYTES];
  if (crypto_pwhash_str_alg(hash, password.data(), password.size(), kPasses, kMemory,
                            crypto_pwhash_ALG_ARGON2ID13) != 0) {
    return std::nullopt;
  }
  return std::string(hash);
}

bool fits(std::string_view password, const std::string& hash) {
  // So that an unknown account cannot be told by the time the answer takes.
  static const std::string stranger = hash_password("nobody").value_or("");
  const bool known = !hash.empty();
  const std::string& compared = known ? hash : stranger;
  return crypto_pwhash_str_verify(compared.c_str(), password.data(), password.size()) == 0 && known;
}

}  // namespace herold::auth
