#include "cli/clock.h"

#include <chrono>

namespace herold::cli {

Instant now() {
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::seconds>(since_epoch).count(), 0};
}

}  // namespace herold::cli
