// What a network does to a text: how it counts characters, and how much of a post it shows at first.
#pragma once

#include <cstdint>
#include <optional>

#include "herold/guideline.h"
#include "match/characters.h"

namespace herold::check {

struct NetworkRules {
  match::CharacterCount counting = match::CharacterCount::graphemes;
  std::uint32_t opening = 200;  // characters before "see more"
};

/// Without a network: grapheme clusters.
NetworkRules network_rules(std::optional<Network> network);

}  // namespace herold::check
