#include "app/audit.h"
#include "app/crypto.h"
#include "app/keys.h"
#include "app/update_repository.h"

namespace herold::app {
namespace {

// RFC 8410: an Ed25519 private key in PKCS #8, up to its 32 bytes.
constexpr std::string_view kPkcs8Head("\x30\x2e\x02\x01\x00\x30\x05\x06\x03\x2b\x65\x70\x04\x22\x04\x20", 16);

std::string pem(std::string_view seed) {
  return "-----BEGIN PRIVATE KEY-----\n" + base64_lines(std::string(kPkcs8Head) + std::string(seed)) +
         "-----END PRIVATE KEY-----\n";
}

}  // namespace

Result<std::string> KeyCeremony::export_root(RootExport how, std::string_view actor) {
  return store_.write([&](store::Transaction& tx) -> Result<std::string> {
    for (auto key : tx.signing_keys()) {
      if (key.role != "root") continue;
      auto seed = keys_.unseal(key);
      if (!seed) return seed.error();
      const std::string text = pem(*seed);
      wipe(*seed);
      if (how.remove) {
        key.sealed.clear();
        tx.put_signing_key(key);
      }
      audit(tx, clock_, actor, how.remove ? "keys.export-and-remove" : "keys.export", "root");
      return text;
    }
    return Error{ErrorCode::not_found, "there are no keys yet; start the server once"};
  });
}

Result<void> KeyCeremony::rotate_online(std::string_view actor) {
  return store_.write([&](store::Transaction& tx) -> Result<void> {
    UpdateRepository repository(tx, clock_, keys_);
    if (!repository.exists())
      return Error{ErrorCode::not_found, "there are no keys yet; start the server once"};
    auto replaced = repository.replace_keys_below_root();
    if (replaced) audit(tx, clock_, actor, "keys.rotate", "targets, snapshot, timestamp");
    return replaced;
  });
}

}  // namespace herold::app
