// A TUF repository in memory that can be told to misbehave, and the outside that a client needs: answers to
// fetches, signature checks by libsodium, hashes.
#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "herold/update.h"

namespace herold::update::testing {

using nlohmann::json;

std::string sha256_hex(std::string_view bytes);

struct Key {
  std::string id, public_hex, secret;

  static Key make();
};

struct SimulatorOptions {
  std::string organisation = "acme";
  std::string channel = "pilot";
};

/// `signed_parts` and `signers` may be changed freely; publish() signs them and puts the files where a client
/// looks for them. Everything starts at version 1 and expires on 2030-01-01.
class Simulator {
 public:
  explicit Simulator(const SimulatorOptions& options = {});

  json& part(const std::string& role) { return signed_parts[role]; }
  std::string& file(const std::string& path) { return files.at(path); }

  /// Makes the bundle anew with this revision and publishes targets, snapshot and timestamp above it.
  void publish_bundle(std::int64_t revision);
  /// Raises the role's version, signs it and announces it in the role above, without publishing that one.
  void publish(const std::string& role);
  /// Signs the part as it stands.
  std::string signed_text(const std::string& role) const;
  void add_key(const std::string& role, Key key);
  /// Replaces the role's keys by a new one, in a new root.
  void rotate(const std::string& role);
  void publish_root();

  std::string path(const std::string& role) const;
  std::string bundle_path() const;

  std::map<std::string, json> signed_parts;
  std::map<std::string, std::vector<Key>> signers;
  std::map<std::string, std::string> files;
  json bundle;
  std::vector<std::string> fetched;

  Answer answer(const Step& step);

 private:
  void announce(const std::string& above, const std::string& role, const std::string& text);
  std::vector<Key> root_signers_before_;
};

/// 2026-01-01T00:00:00Z
inline constexpr Instant now{1767225600, 0};

/// Turns the crank until the update ends.
template <typename Machine>
Step finish(Machine& machine, Step step, Simulator& repository) {
  while (std::holds_alternative<Fetch>(step) || std::holds_alternative<Verify>(step))
    step = machine.resume(repository.answer(step));
  return step;
}

}  // namespace herold::update::testing
