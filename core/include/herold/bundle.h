// The bundle: what one channel of an organisation receives (contract: core/schema/bundle.schema.json).
//
// The parts stay JSON texts, because each has a reader of its own: the pack goes to load_pack(), content and
// topics to the ranking, pages and settings to the interface.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "herold/result.h"

namespace herold {

struct Bundle {
  std::string organisation;
  std::string channel;
  std::int64_t revision = 0;
  std::string issued_at;  // RFC 3339
  std::string pack;       // object
  std::string content;    // array
  std::string topics;     // object
  std::string roles;      // array
  std::string pages;      // object
  std::string settings;   // object
};

Result<Bundle> parse_bundle(std::string_view json);

}  // namespace herold
