#include "check/network_rules.h"

namespace herold::check {

NetworkRules network_rules(std::optional<Network> network) {
  if (!network) return {};
  switch (*network) {
    case Network::linkedin:
      return {.counting = match::CharacterCount::utf16};
    case Network::x:
      return {.counting = match::CharacterCount::weighted};
    case Network::mastodon:
      return {.counting = match::CharacterCount::mastodon};
    default:
      return {};
  }
}

}  // namespace herold::check
