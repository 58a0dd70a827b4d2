// What is edited: JSON documents with a version, and what became of them since the last publication.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/clock.h"

namespace herold::app {

// Relative to the last publication of channel `everyone`, or of any channel while there is none.
enum class State {
  fresh,      // "new": never published
  changed,    // published, edited since
  removed,    // published, removed since
  published,  // as published
};

// "new", "changed", "removed", "published"
const char* name(State state);

struct DocumentView {
  std::string id;
  std::string json;
  std::int64_t version = 0;  // counts up with every change; the ETag
  Seconds updated_at = 0;
  State state = State::fresh;
};

struct Saved {
  std::int64_t version = 0;
  bool created = false;
};

// The version the caller knows: nothing = whatever is there; 0 = there must be none yet.
using Expected = std::optional<std::int64_t>;

}  // namespace herold::app
