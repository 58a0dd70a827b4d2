// The networks of the contract's section 2.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace herold::app {

inline constexpr std::array<std::string_view, 11> kNetworks = {"linkedin", "x",        "xing",    "facebook",
                                                               "bluesky",  "mastodon", "threads", "whatsapp",
                                                               "telegram", "teams",    "email"};

inline bool is_network(std::string_view name) {
  return std::find(kNetworks.begin(), kNetworks.end(), name) != kNetworks.end();
}

}  // namespace herold::app
