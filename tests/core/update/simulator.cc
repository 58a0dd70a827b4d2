#include "simulator.h"

#include <sodium.h>

#include <stdexcept>

#include "herold/canonical_json.h"

namespace herold::update::testing {
namespace {

std::string hex(std::string_view bytes) {
  std::string text(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                 bytes.size());
  text.pop_back();
  return text;
}

std::string bytes_of(std::string_view hex_text) {
  std::string bytes(hex_text.size() / 2, '\0');
  std::size_t size = 0;
  auto* out = reinterpret_cast<unsigned char*>(bytes.data());
  if (sodium_hex2bin(out, bytes.size(), hex_text.data(), hex_text.size(), nullptr, &size, nullptr) != 0)
    return {};
  bytes.resize(size);
  return bytes;
}

const unsigned char* octets(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::string sign(const Key& key, std::string_view message) {
  std::string signature(crypto_sign_BYTES, '\0');
  crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, octets(message),
                       message.size(), octets(key.secret));
  return hex(signature);
}

bool holds(const SignatureCheck& check) {
  const std::string signature = bytes_of(check.signature), key = bytes_of(check.key);
  if (signature.size() != crypto_sign_BYTES || key.size() != crypto_sign_PUBLICKEYBYTES) return false;
  return crypto_sign_verify_detached(octets(signature), octets(check.message), check.message.size(),
                                     octets(key)) == 0;
}

const std::vector<std::string> roles{"root", "timestamp", "snapshot", "targets"};

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  std::string hash(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()), octets(bytes), bytes.size());
  return hex(hash);
}

Key Key::make() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium did not start");
  std::string public_key(crypto_sign_PUBLICKEYBYTES, '\0'), secret(crypto_sign_SECRETKEYBYTES, '\0');
  crypto_sign_keypair(reinterpret_cast<unsigned char*>(public_key.data()),
                      reinterpret_cast<unsigned char*>(secret.data()));
  return {sha256_hex(public_key), hex(public_key), secret};
}

Simulator::Simulator(const SimulatorOptions& options) {
  for (const auto& role : roles) {
    signed_parts[role] = {
        {"_type", role}, {"spec_version", "1.0.31"}, {"version", 0}, {"expires", "2030-01-01T00:00:00Z"}};
  }
  part("root")["consistent_snapshot"] = true;
  part("root")["keys"] = json::object();
  for (const auto& role : roles) {
    part("root")["roles"][role] = {{"keyids", json::array()}, {"threshold", 1}};
    add_key(role, Key::make());
  }
  part("timestamp")["meta"] = json::object();
  part("snapshot")["meta"] = json::object();
  part("targets")["targets"] = json::object();
  bundle = {{"organisation", options.organisation},
            {"channel", options.channel},
            {"issuedAt", "2025-12-31T12:00:00Z"},
            {"pack", {{"schema", 1}, {"id", options.organisation}, {"guidelines", json::array()}}},
            {"content", json::array()},
            {"topics", json::object()},
            {"roles", json::array()},
            {"pages", json::object()},
            {"settings", {{"pageMode", "offered"}}}};
  publish_root();
  publish_bundle(1);
}

void Simulator::publish_bundle(std::int64_t revision) {
  bundle["revision"] = revision;
  const std::string text = bundle.dump();
  const std::string name = bundle["channel"].get<std::string>() + ".json";
  part("targets")["targets"] = {
      {name, {{"length", text.size()}, {"hashes", {{"sha256", sha256_hex(text)}}}}}};
  files[bundle_path()] = text;
  for (const char* role : {"targets", "snapshot", "timestamp"}) publish(role);
}

void Simulator::publish(const std::string& role) {
  part(role)["version"] = part(role)["version"].get<int>() + 1;
  const std::string text = signed_text(role);
  files[path(role)] = text;
  if (role == "targets") announce("snapshot", role, text);
  if (role == "snapshot") announce("timestamp", role, text);
}

void Simulator::announce(const std::string& above, const std::string& role, const std::string& text) {
  part(above)["meta"][role + ".json"] = {{"version", part(role)["version"]},
                                         {"length", text.size()},
                                         {"hashes", {{"sha256", sha256_hex(text)}}}};
}

std::string Simulator::signed_text(const std::string& role) const {
  const json& content = signed_parts.at(role);
  const auto message = canonical_json(content.dump());
  if (!message) throw std::runtime_error("cannot be signed: " + content.dump());
  auto keys = signers.at(role);
  // A new root is signed by the old root's keys as well.
  if (role == "root") keys.insert(keys.end(), root_signers_before_.begin(), root_signers_before_.end());
  json signatures = json::array();
  for (const Key& key : keys) signatures.push_back({{"keyid", key.id}, {"sig", sign(key, *message)}});
  return json{{"signed", content}, {"signatures", signatures}}.dump();
}

void Simulator::add_key(const std::string& role, Key key) {
  part("root")["keys"][key.id] = {
      {"keytype", "ed25519"}, {"scheme", "ed25519"}, {"keyval", {{"public", key.public_hex}}}};
  part("root")["roles"][role]["keyids"].push_back(key.id);
  signers[role].push_back(std::move(key));
}

void Simulator::rotate(const std::string& role) {
  if (role == "root") root_signers_before_ = signers[role];
  part("root")["roles"][role]["keyids"] = json::array();
  signers[role].clear();
  add_key(role, Key::make());
  publish_root();
}

void Simulator::publish_root() {
  publish("root");
  root_signers_before_.clear();
}

std::string Simulator::path(const std::string& role) const {
  if (role == "timestamp") return "metadata/timestamp.json";
  return "metadata/" + signed_parts.at(role)["version"].dump() + "." + role + ".json";
}

std::string Simulator::bundle_path() const {
  const auto& target = signed_parts.at("targets")["targets"].begin();
  return "targets/" + target.value()["hashes"]["sha256"].get<std::string>() + "." + target.key();
}

Answer Simulator::answer(const Step& step) {
  if (const auto* verify = std::get_if<Verify>(&step)) {
    Verified verified;
    for (const auto& check : verify->checks) verified.holds.push_back(holds(check));
    return verified;
  }
  const auto& fetch = std::get<Fetch>(step);
  fetched.push_back(fetch.path);
  const auto found = files.find(fetch.path);
  if (found == files.end()) return Fetched{};
  const std::string bytes = found->second.substr(0, fetch.max_bytes + 1);
  return Fetched{bytes, sha256_hex(bytes)};
}

}  // namespace herold::update::testing
