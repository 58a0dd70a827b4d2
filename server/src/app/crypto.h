// libsodium, in the few words the use cases need. Strings hold raw bytes unless a name says otherwise.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace herold::app {

std::string random_bytes(std::size_t count);
std::string sha256(std::string_view bytes);

std::string hex(std::string_view bytes);
// Without padding, for addresses and headers.
std::string base64url(std::string_view bytes);
std::optional<std::string> from_base64url(std::string_view text);
// With padding and line breaks after 64 characters, as PEM wants it.
std::string base64_lines(std::string_view bytes);
std::optional<std::string> from_base64_lines(std::string_view text);

// A new secret for a person to carry: base64url of `bytes` random bytes.
std::string random_secret(std::size_t bytes);

struct KeyPair {
  std::string public_key;  // 32 bytes
  std::string seed;        // 32 bytes, the private key
};
KeyPair new_key_pair();
std::string public_key_of(std::string_view seed);
std::string sign_detached(std::string_view message, std::string_view seed);

// XChaCha20-Poly1305: random nonce, then the encrypted text. `context` is bound to it but not stored.
std::string seal(std::string_view text, std::string_view context, std::string_view key);
std::optional<std::string> open_sealed(std::string_view sealed, std::string_view context,
                                       std::string_view key);

// Overwrites a secret that is no longer needed.
void wipe(std::string& secret);

}  // namespace herold::app
