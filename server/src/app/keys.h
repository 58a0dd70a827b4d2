// The signing keys of the update repository. They live in the database, sealed (XChaCha20-Poly1305) with a
// master key that does not: DIR/master.key (0600), or HEROLD_MASTER_KEY in the environment.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/clock.h"
#include "app/result.h"
#include "store/store.h"

namespace herold::app {

// 32 bytes. Made and written (0600) when `directory` has none and the environment neither.
// Refuses a key file that others may read, and one that is no key.
Result<std::string> load_master_key(const std::string& directory);
// Whether there is one already, whatever it is good for.
bool has_master_key(const std::string& directory);

class Keys {
 public:
  explicit Keys(std::string master_key);
  ~Keys();
  Keys(const Keys&) = delete;
  Keys& operator=(const Keys&) = delete;

  // A new Ed25519 key for the role, sealed.
  store::SigningKey make(std::string_view role, Seconds now) const;
  // Hex signature; an Error when the key is kept elsewhere or was sealed with another master key.
  Result<std::string> sign(const store::SigningKey& key, std::string_view message) const;
  // Seals the seed of that key, whatever it was sealed with before.
  void seal_seed(store::SigningKey& key, std::string_view seed) const;
  // The private seed, for export.
  Result<std::string> unseal(const store::SigningKey& key) const;

  // A secret of another service, such as an app's client secret; `name` is bound to it.
  std::string seal_credential(std::string_view name, std::string_view secret) const;
  Result<std::string> unseal_credential(std::string_view name, std::string_view sealed) const;

 private:
  std::string master_key_;
};

// Before the first start of the server.
Error no_keys();
// Where the keys were sealed with one that is missing: a new one would open none of them.
Error no_master_key(const std::string& directory);

class KeyCeremony {
 public:
  KeyCeremony(store::Store& store, const Clock& clock, const Keys& keys)
      : store_(store), clock_(clock), keys_(keys) {}

  struct KeyView {
    std::string key_id;
    std::string role;
    bool on_server = true;
    Seconds created_at = 0;
    Seconds expires_at = 0;  // what the key signed; the server renews all but the root's
  };
  // `not_found` before the first start of the server.
  Result<std::vector<KeyView>> list();
  // When the root's metadata expires: devices take no updates from then on. 0 when there is none yet.
  Result<Seconds> root_expires_at();
  // Whether those on the server open: all of them were sealed with its master key.
  Result<void> verify();
  // The root key as PKCS #8 PEM.
  Result<std::string> export_root(std::string_view actor);
  // Takes it off the server: for good, unless what was exported has been written.
  Result<void> remove_root(std::string_view actor);
  // Takes such a PEM back: where the key is kept elsewhere, or was sealed with a master key that is lost.
  // `refused` when it is not the root key of this database.
  Result<void> import_root(std::string_view pem, std::string_view actor);
  // New keys for targets, snapshot and timestamp, and the next root that names them; all signed anew.
  Result<void> rotate_online(std::string_view actor);

 private:
  store::Store& store_;
  const Clock& clock_;
  const Keys& keys_;
};

}  // namespace herold::app
