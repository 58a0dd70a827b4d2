#include "update/signatures.h"

#include <set>

namespace herold::update {

void SignatureQuestion::ask(const Envelope& envelope, const RootMetadata& root, Role role) {
  const Authority& authority = root.roles.at(std::string(name(role)));
  Threshold threshold{authority.threshold, {}};
  for (const auto& [keyid, signature] : envelope.signatures) {
    const auto key = root.ed25519_keys.find(keyid);
    if (key == root.ed25519_keys.end() || !authority.keyids.contains(keyid)) continue;
    threshold.checks.push_back(check_of(key->second, signature, envelope.message));
  }
  thresholds_.push_back(std::move(threshold));
}

bool SignatureQuestion::met(const std::vector<bool>& holds) const {
  if (holds.size() != checks_.size()) return false;
  for (const Threshold& threshold : thresholds_) {
    std::set<std::string> keys;
    for (const std::size_t check : threshold.checks) {
      if (holds[check]) keys.insert(checks_[check].key);
    }
    if (static_cast<std::int64_t>(keys.size()) < threshold.needed) return false;
  }
  return true;
}

std::size_t SignatureQuestion::check_of(const std::string& key, const std::string& signature,
                                        const std::string& message) {
  const auto [slot, added] = index_.try_emplace({key, signature}, checks_.size());
  if (added) checks_.push_back({key, signature, message});
  return slot->second;
}

}  // namespace herold::update
