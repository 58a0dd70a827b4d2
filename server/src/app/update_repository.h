// The TUF repository that clients follow (contract, section 6): root, targets, snapshot and timestamp, signed
// with the server's keys, as files in the store. Everything happens inside the caller's transaction, so that
// a client never sees a half-made state.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "app/clock.h"
#include "app/keys.h"
#include "app/result.h"
#include "store/store.h"

namespace herold::app {

// The TUF key id of an Ed25519 public key.
std::string key_id_of(std::string_view public_key);

// base64url of the first 16 bytes of the root file's SHA-256: what an invitation pins.
std::string fingerprint_of(std::string_view root_file);

class UpdateRepository {
 public:
  static constexpr Seconds root_life = 365 * kDay;
  static constexpr Seconds targets_life = 365 * kDay;
  static constexpr Seconds snapshot_life = 7 * kDay;
  static constexpr Seconds timestamp_life = kDay;
  static constexpr Seconds root_warning = 60 * kDay;

  UpdateRepository(store::Transaction& tx, const Clock& clock, const Keys& keys)
      : tx_(tx), clock_(clock), keys_(keys) {}

  bool exists();
  // Keys for every role, the first root, and the other roles without targets.
  Result<void> create();

  struct Target {
    std::string channel;
    std::string bytes;
    std::int64_t revision = 0;
  };
  // Adds or replaces the channel's target and signs what follows from it.
  Result<void> publish(const Target& target);

  // Signs anew what has used up half of its life (targets: all but 30 days), or has more left than its life.
  Result<void> renew();

  // The next root, which names the keys as they are now, and everything below it signed anew. The root key
  // must be on the server.
  Result<void> replace_keys_below_root();

 private:
  Result<void> write_root(std::int64_t version);
  Result<void> write_targets(const std::string& targets);  // JSON: the `targets` member
  Result<void> write_snapshot();
  Result<void> write_timestamp();
  Result<void> write(const std::string& role, const std::string& signed_part, Seconds expires_at);
  Result<std::string> envelope(const std::string& role, const std::string& signed_part);
  std::string current_targets();
  std::int64_t next_version(const char* role);
  bool is_due(const char* role, Seconds least, Seconds life);

  store::Transaction& tx_;
  const Clock& clock_;
  const Keys& keys_;
};

}  // namespace herold::app
