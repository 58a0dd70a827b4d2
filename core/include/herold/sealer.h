// Makes packs for clients, who must recognise secret terms without being able to read them.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "herold/result.h"

namespace herold {

/// As many bytes as asked for, from a source that nobody can foretell.
using RandomBytes = std::function<std::string(std::size_t)>;

/// Makes packs as bundles carry them: without examples, and with the terms of secret guidelines sealed
/// (core/README.md says how, and what that is worth). Each term is sealed once, at the price of a slow hash
/// (some 30 ms), and remembered. Not thread-safe.
class Sealer {
 public:
  explicit Sealer(RandomBytes random);
  /// The text must have loaded without problems.
  Result<std::string> pack_for_clients(std::string_view json);

 private:
  struct Seal {
    std::string salt, sealed;
  };
  std::optional<Seal> seal(const std::string& term);

  RandomBytes random_;
  std::unordered_map<std::string, Seal> seals_;  // by term
};

}  // namespace herold
