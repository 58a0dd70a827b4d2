// Which signatures a role's metadata needs, as questions to the caller, and whether the answers are enough.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "herold/update.h"
#include "update/metadata.h"

namespace herold::update {

/// The signatures of one file, to be judged by one or more roots: a new root needs the old one's threshold
/// and its own.
class SignatureQuestion {
 public:
  void ask(const Envelope& envelope, const RootMetadata& root, Role role);

  /// One check per distinct key and signature.
  const std::vector<SignatureCheck>& checks() const { return checks_; }

  /// Whether every threshold is met; two key ids of one key count once.
  bool met(const std::vector<bool>& holds) const;

 private:
  struct Threshold {
    std::int64_t needed;
    std::vector<std::size_t> checks;
  };

  std::size_t check_of(const std::string& key, const std::string& signature, const std::string& message);

  std::vector<SignatureCheck> checks_;
  std::map<std::pair<std::string, std::string>, std::size_t> index_;
  std::vector<Threshold> thresholds_;
};

}  // namespace herold::update
