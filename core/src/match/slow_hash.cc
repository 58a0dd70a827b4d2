#include "match/slow_hash.h"

#include <argon2.h>

namespace herold::match {

std::optional<std::string> slow_hash(std::string_view secret, std::string_view salt, std::size_t size) {
  std::string hash(size, '\0');
  const int result = argon2id_hash_raw(slow_hash_passes, slow_hash_kib, 1, secret.data(), secret.size(),
                                       salt.data(), salt.size(), hash.data(), hash.size());
  if (result != ARGON2_OK) return std::nullopt;
  return hash;
}

}  // namespace herold::match
