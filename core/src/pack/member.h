// Looking into JSON whose shape is not certain.
#pragma once

#include <string>

#include "pack/json.h"

namespace herold::pack {

/// Signed metadata, bundles and events, beside the larger packs.
inline constexpr JsonLimits document_limits{32 << 20, 64};

/// The member if it is a text, else an empty one.
inline std::string text_member(Json value, std::string_view key) {
  const auto found = value.member(key);
  return found && found->is_string() ? std::string(found->text()) : std::string();
}

}  // namespace herold::pack
