#include "match/slow_hash.h"

#include <argon2.h>

namespace herold::match {

std::optional<std::string> slow_hash(std::string_view secret, std::string_view salt, std::size_t size) {
  std::string hash(size, '\0');
  std::string input(secret), salted(salt);
  argon2_context context{};
  context.out = reinterpret_cast<std::uint8_t*>(hash.data());
  context.outlen = static_cast<std::uint32_t>(hash.size());
  context.pwd = reinterpret_cast<std::uint8_t*>(input.data());
  context.pwdlen = static_cast<std::uint32_t>(input.size());
  context.salt = reinterpret_cast<std::uint8_t*>(salted.data());
  context.saltlen = static_cast<std::uint32_t>(salted.size());
  context.t_cost = slow_hash_passes;
  context.m_cost = slow_hash_kib;
  context.lanes = context.threads = 1;
  context.version = ARGON2_VERSION_13;
  context.flags = ARGON2_DEFAULT_FLAGS;
  if (argon2id_ctx(&context) != ARGON2_OK) return std::nullopt;
  return hash;
}

}  // namespace herold::match
