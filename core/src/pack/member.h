// Looking into JSON whose shape is not certain.
#pragma once

#include <string>

#include "pack/json.h"

namespace herold::pack {

/// Signed metadata, bundles and events, beside the larger packs.
inline constexpr JsonLimits document_limits{32 << 20, 64};

/// The member, or null when there is none or `value` is no object.
inline const Json* member(const Json& value, const char* key) {
  const auto found = value.find(key);
  return found == value.end() ? nullptr : &*found;
}

/// The member if it is a text, else an empty one.
inline std::string text_member(const Json& value, const char* key) {
  const Json* found = member(value, key);
  return found && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace herold::pack
