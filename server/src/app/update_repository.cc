#include "app/update_repository.h"

#include "app/crypto.h"
#include "app/json.h"
#include "herold/canonical_json.h"

namespace herold::app {
namespace {

constexpr const char* kSpecification = "1.0.31";
constexpr const char* kRoles[] = {"root", "targets", "snapshot", "timestamp"};
constexpr Seconds kTargetsRenewal = 30 * kDay;
constexpr Seconds kSkew = kHour;  // between the clocks of replicas, at most

Json key_object(std::string_view public_key) {
  return {{"keytype", "ed25519"}, {"scheme", "ed25519"}, {"keyval", {{"public", hex(public_key)}}}};
}

Json head(const char* role, std::int64_t version, Seconds expires_at) {
  return {{"_type", role},
          {"spec_version", kSpecification},
          {"version", version},
          {"expires", rfc3339(expires_at)}};
}

// Consistent snapshots: the version is part of the name, except the timestamp's.
std::string file_name(const std::string& role, std::int64_t version) {
  if (role == "timestamp") return "metadata/timestamp.json";
  return "metadata/" + std::to_string(version) + "." + role + ".json";
}

// How a role's file is named in the metadata above it.
Json meta_of(const store::RoleVersion& role, const store::File& file) {
  return {
      {role.role + ".json",
       {{"version", role.version}, {"length", file.bytes.size()}, {"hashes", {{"sha256", file.sha256}}}}}};
}

}  // namespace

std::string key_id_of(std::string_view public_key) {
  return hex(sha256(canonical_json(key_object(public_key).dump()).value()));
}

std::string fingerprint_of(std::string_view root_file) { return base64url(sha256(root_file).substr(0, 16)); }

bool UpdateRepository::exists() { return tx_.role_version("root").has_value(); }

Result<void> UpdateRepository::create() {
  for (const char* role : kRoles) tx_.put_signing_key(keys_.make(role, clock_.now()));
  if (auto root = write_root(1); !root) return root;
  return write_targets("{}");
}

Result<void> UpdateRepository::publish(const Target& target) {
  const std::string hash = hex(sha256(target.bytes));
  tx_.put_file(
      {.name = "targets/" + hash + "." + target.channel + ".json", .bytes = target.bytes, .sha256 = hash});
  Json targets = stored(current_targets());
  targets[target.channel + ".json"] = {{"length", target.bytes.size()},
                                       {"hashes", {{"sha256", hash}}},
                                       {"custom", {{"revision", target.revision}}}};
  return write_targets(targets.dump());
}

Result<void> UpdateRepository::renew() {
  if (is_due("targets", kTargetsRenewal, targets_life)) return write_targets(current_targets());
  if (is_due("snapshot", snapshot_life / 2, snapshot_life)) return write_snapshot();
  if (is_due("timestamp", timestamp_life / 2, timestamp_life)) return write_timestamp();
  return {};
}

Result<void> UpdateRepository::replace_keys_below_root() {
  for (const auto& key : tx_.signing_keys()) {
    if (key.role == "root") continue;
    tx_.remove_signing_key(key.key_id);
    tx_.put_signing_key(keys_.make(key.role, clock_.now()));
  }
  if (auto root = write_root(next_version("root")); !root) return root;
  return write_targets(current_targets());
}

Result<void> UpdateRepository::write_root(std::int64_t version) {
  const Seconds expires_at = clock_.now() + root_life;
  Json root = head("root", version, expires_at);
  root["consistent_snapshot"] = true;
  root["keys"] = Json::object();
  root["roles"] = Json::object();
  for (const char* role : kRoles) root["roles"][role] = {{"keyids", Json::array()}, {"threshold", 1}};
  for (const auto& key : tx_.signing_keys()) {
    root["keys"][key.key_id] = key_object(key.public_key);
    root["roles"][key.role]["keyids"].push_back(key.key_id);
  }
  return write("root", root.dump(), expires_at);
}

Result<void> UpdateRepository::write_targets(const std::string& targets) {
  const Seconds expires_at = clock_.now() + targets_life;
  Json signed_part = head("targets", next_version("targets"), expires_at);
  signed_part["targets"] = stored(targets);
  if (auto written = write("targets", signed_part.dump(), expires_at); !written) return written;
  return write_snapshot();
}

Result<void> UpdateRepository::write_snapshot() {
  const auto targets = tx_.role_version("targets").value();
  const Seconds expires_at = clock_.now() + snapshot_life;
  Json signed_part = head("snapshot", next_version("snapshot"), expires_at);
  signed_part["meta"] = meta_of(targets, tx_.file(targets.file).value());
  if (auto written = write("snapshot", signed_part.dump(), expires_at); !written) return written;
  return write_timestamp();
}

Result<void> UpdateRepository::write_timestamp() {
  const auto snapshot = tx_.role_version("snapshot").value();
  const Seconds expires_at = clock_.now() + timestamp_life;
  Json signed_part = head("timestamp", next_version("timestamp"), expires_at);
  signed_part["meta"] = meta_of(snapshot, tx_.file(snapshot.file).value());
  return write("timestamp", signed_part.dump(), expires_at);
}

Result<void> UpdateRepository::write(const std::string& role, const std::string& signed_part,
                                     Seconds expires_at) {
  auto bytes = envelope(role, signed_part);
  if (!bytes) return bytes.error();
  const std::int64_t version = stored(signed_part).at("version").get<std::int64_t>();
  const std::string name = file_name(role, version);
  tx_.put_file({.name = name, .bytes = *bytes, .sha256 = hex(sha256(*bytes))});
  tx_.put_role_version({.role = role, .version = version, .expires_at = expires_at, .file = name});
  return {};
}

Result<std::string> UpdateRepository::envelope(const std::string& role, const std::string& signed_part) {
  const std::string message = canonical_json(signed_part).value();
  Json signatures = Json::array();
  for (const auto& key : tx_.signing_keys()) {
    if (key.role != role) continue;
    auto signature = keys_.sign(key, message);
    if (!signature) return signature.error();
    signatures.push_back({{"keyid", key.key_id}, {"sig", *signature}});
  }
  return Json{{"signatures", signatures}, {"signed", stored(signed_part)}}.dump();
}

std::string UpdateRepository::current_targets() {
  const auto file = tx_.file(tx_.role_version("targets").value().file).value();
  return stored(file.bytes).at("signed").at("targets").dump();
}

std::int64_t UpdateRepository::next_version(const char* role) {
  const auto current = tx_.role_version(role);
  return current ? current->version + 1 : 1;
}

// What would live longer than it may was signed while the clock was ahead, and would be worth something to
// whoever kept it, long after it was replaced.
bool UpdateRepository::is_due(const char* role, Seconds least, Seconds life) {
  const Seconds left = tx_.role_version(role).value().expires_at - clock_.now();
  return left <= least || left > life + kSkew;
}

}  // namespace herold::app
