// The slow hash that secret terms are sealed with: Argon2id (RFC 9106), version 1.3, one lane.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace herold::match {

// The least that OWASP's Password Storage Cheat Sheet recommends: some 30 ms natively, twice that in
// WebAssembly, where the memory is taken once and kept.
inline constexpr std::uint32_t slow_hash_kib = 19'456;
inline constexpr std::uint32_t slow_hash_passes = 2;
inline constexpr std::size_t slow_hash_salt_bytes = 16;

// `size` bytes, at least 4; nothing when there is not enough memory. `salt` has slow_hash_salt_bytes.
std::optional<std::string> slow_hash(std::string_view secret, std::string_view salt, std::size_t size);

}  // namespace herold::match
