// German builds new words from old ones; a lexicon knows the old ones.
#pragma once

#include <optional>
#include <string_view>
#include <utility>

namespace herold::suggest {

/// The two words of a compound, as keys that `known` accepts: both of at least three bytes, the split chosen
/// that leaves the shorter of them longest. Between them may stand what German puts there (s, n, en, es, er,
/// e).
///   "warmepump"  →  "warm", "pump"
template <typename Known>
std::optional<std::pair<std::string_view, std::string_view>> split_compound(std::string_view key,
                                                                            Known known) {
  constexpr std::size_t shortest = 3;
  std::optional<std::pair<std::string_view, std::string_view>> best;
  std::size_t best_shorter = 0;
  for (std::size_t at = shortest; at + shortest <= key.size(); ++at) {
    const std::string_view second = key.substr(at);
    const std::size_t reachable = second.size() < at ? second.size() : at;
    if (reachable <= best_shorter || !known(second)) continue;
    for (const std::string_view link : {"", "s", "n", "e", "en", "es", "er"}) {
      if (at < shortest + link.size() || key.substr(at - link.size(), link.size()) != link) continue;
      const std::string_view first = key.substr(0, at - link.size());
      const std::size_t shorter = first.size() < second.size() ? first.size() : second.size();
      if (shorter <= best_shorter || !known(first)) continue;
      best = {first, second};
      best_shorter = shorter;
    }
  }
  return best;
}

}  // namespace herold::suggest
