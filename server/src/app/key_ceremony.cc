#include <optional>
#include <string>
#include <string_view>

#include "app/audit.h"
#include "app/crypto.h"
#include "app/keys.h"
#include "app/update_repository.h"

namespace herold::app {
namespace {

// RFC 8410: an Ed25519 private key in PKCS #8, up to its 32 bytes.
constexpr std::string_view kPkcs8Head("\x30\x2e\x02\x01\x00\x30\x05\x06\x03\x2b\x65\x70\x04\x22\x04\x20", 16);

constexpr std::size_t kSeedBytes = 32;
constexpr std::string_view kBegin = "-----BEGIN PRIVATE KEY-----";
constexpr std::string_view kEnd = "-----END PRIVATE KEY-----";

std::string pem(std::string_view seed) {
  return std::string(kBegin) + "\n" + base64_lines(std::string(kPkcs8Head) + std::string(seed)) +
         std::string(kEnd) + "\n";
}

// The seed in the first such PEM of the text.
std::optional<std::string> seed_in(std::string_view text) {
  const std::size_t begin = text.find(kBegin);
  if (begin == std::string_view::npos) return std::nullopt;
  text.remove_prefix(begin + kBegin.size());
  const std::size_t end = text.find(kEnd);
  if (end == std::string_view::npos) return std::nullopt;
  auto key = from_base64_lines(text.substr(0, end));
  if (!key || key->size() != kPkcs8Head.size() + kSeedBytes || !key->starts_with(kPkcs8Head))
    return std::nullopt;
  std::string seed = key->substr(kPkcs8Head.size());
  wipe(*key);
  return seed;
}

std::optional<store::SigningKey> root_key(store::Transaction& tx) {
  for (auto& key : tx.signing_keys())
    if (key.role == "root") return std::move(key);
  return std::nullopt;
}

}  // namespace

Result<std::string> KeyCeremony::export_root(std::string_view actor) {
  return store_.write([&](store::Transaction& tx) -> Result<std::string> {
    const auto root = root_key(tx);
    if (!root) return no_keys();
    auto seed = keys_.unseal(*root);
    if (!seed) return seed.error();
    const std::string text = pem(*seed);
    wipe(*seed);
    audit(tx, clock_, actor, "keys.export", "root");
    return text;
  });
}

Result<void> KeyCeremony::remove_root(std::string_view actor) {
  return store_.write([&](store::Transaction& tx) -> Result<void> {
    auto root = root_key(tx);
    if (!root) return no_keys();
    root->sealed.clear();
    tx.put_signing_key(*root);
    audit(tx, clock_, actor, "keys.remove", "root");
    return {};
  });
}

Result<void> KeyCeremony::import_root(std::string_view text, std::string_view actor) {
  auto seed = seed_in(text);
  if (!seed) {
    return Error{ErrorCode::invalid,
                 "this is no root key; it is an Ed25519 private key in PEM, as `herold admin export-root` "
                 "prints it"};
  }
  const std::string key_id = key_id_of(public_key_of(*seed));
  auto imported = store_.write([&](store::Transaction& tx) -> Result<void> {
    auto root = root_key(tx);
    if (!root) return no_keys();
    if (root->key_id != key_id)
      return Error{ErrorCode::refused, "this is another key, " + key_id +
                                           "; the root key of this database is " + root->key_id +
                                           ". Restore the backup that belongs to the key"};
    keys_.seal_seed(*root, *seed);
    tx.put_signing_key(*root);
    audit(tx, clock_, actor, "keys.import", "root");
    return {};
  });
  wipe(*seed);
  return imported;
}

Result<void> KeyCeremony::rotate_online(std::string_view actor) {
  return store_.write([&](store::Transaction& tx) -> Result<void> {
    UpdateRepository repository(tx, clock_, keys_);
    if (!repository.exists()) return no_keys();
    auto replaced = repository.replace_keys_below_root();
    if (replaced) audit(tx, clock_, actor, "keys.rotate", "targets, snapshot, timestamp");
    return replaced;
  });
}

}  // namespace herold::app
