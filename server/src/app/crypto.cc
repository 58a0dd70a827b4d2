#include "app/crypto.h"

#include <sodium.h>

#include <utility>

#include <cstdlib>

namespace herold::app {
namespace {

const unsigned char* raw(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}
unsigned char* raw(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

// Without a source of randomness nothing here may go on.
void start() {
  static const bool started = sodium_init() >= 0;
  if (!started) std::abort();
}

std::string base64(std::string_view bytes, int variant) {
  std::string text(sodium_base64_ENCODED_LEN(bytes.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), raw(bytes), bytes.size(), variant);
  text.pop_back();  // its final NUL
  return text;
}

}  // namespace

std::string random_bytes(std::size_t count) {
  start();
  std::string bytes(count, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

std::string sha256(std::string_view bytes) {
  std::string hash(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256(raw(hash), raw(bytes), bytes.size());
  return hash;
}

std::string hex(std::string_view bytes) {
  std::string text(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), raw(bytes), bytes.size());
  text.pop_back();
  return text;
}

std::string base64url(std::string_view bytes) {
  return base64(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

std::optional<std::string> from_base64url(std::string_view text) {
  std::string bytes(text.size(), '\0');
  std::size_t size = 0;
  const int failed = sodium_base642bin(raw(bytes), bytes.size(), text.data(), text.size(), nullptr, &size,
                                       nullptr, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  if (failed) return std::nullopt;
  bytes.resize(size);
  return bytes;
}

std::string base64_lines(std::string_view bytes) {
  const std::string text = base64(bytes, sodium_base64_VARIANT_ORIGINAL);
  std::string lines;
  for (std::size_t at = 0; at < text.size(); at += 64) lines += text.substr(at, 64) + '\n';
  return lines;
}

std::optional<std::string> from_base64_lines(std::string_view text) {
  std::string bytes(text.size(), '\0');
  std::size_t size = 0;
  const char* end = nullptr;
  const int failed = sodium_base642bin(raw(bytes), bytes.size(), text.data(), text.size(), " \r\n", &size,
                                       &end, sodium_base64_VARIANT_ORIGINAL);
  if (failed || end != text.data() + text.size()) {
    wipe(bytes);
    return std::nullopt;
  }
  bytes.resize(size);
  return bytes;
}

std::string random_secret(std::size_t bytes) { return base64url(random_bytes(bytes)); }

KeyPair new_key_pair() {
  std::string seed = random_bytes(crypto_sign_SEEDBYTES);
  std::string public_key = public_key_of(seed);
  return {.public_key = std::move(public_key), .seed = std::move(seed)};
}

std::string public_key_of(std::string_view seed) {
  std::string public_key(crypto_sign_PUBLICKEYBYTES, '\0');
  std::string secret(crypto_sign_SECRETKEYBYTES, '\0');
  crypto_sign_seed_keypair(raw(public_key), raw(secret), raw(seed));
  wipe(secret);
  return public_key;
}

std::string sign_detached(std::string_view message, std::string_view seed) {
  std::string public_key(crypto_sign_PUBLICKEYBYTES, '\0');
  std::string secret(crypto_sign_SECRETKEYBYTES, '\0');
  crypto_sign_seed_keypair(raw(public_key), raw(secret), raw(seed));
  std::string signature(crypto_sign_BYTES, '\0');
  crypto_sign_detached(raw(signature), nullptr, raw(message), message.size(), raw(secret));
  wipe(secret);
  return signature;
}

std::string seal(std::string_view text, std::string_view context, std::string_view key) {
  std::string sealed = random_bytes(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
  const std::string nonce = sealed;
  sealed.resize(nonce.size() + text.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES);
  crypto_aead_xchacha20poly1305_ietf_encrypt(raw(sealed) + nonce.size(), nullptr, raw(text), text.size(),
                                             raw(context), context.size(), nullptr, raw(nonce), raw(key));
  return sealed;
}

std::optional<std::string> open_sealed(std::string_view sealed, std::string_view context,
                                       std::string_view key) {
  constexpr std::size_t nonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
  constexpr std::size_t tag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
  if (sealed.size() < nonce + tag) return std::nullopt;
  std::string text(sealed.size() - nonce - tag, '\0');
  const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
      raw(text), nullptr, nullptr, raw(sealed) + nonce, sealed.size() - nonce, raw(context), context.size(),
      raw(sealed), raw(key));
  if (failed) return std::nullopt;
  return text;
}

void wipe(std::string& secret) {
  sodium_memzero(secret.data(), secret.size());
  secret.clear();
}

}  // namespace herold::app
