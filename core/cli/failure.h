// What ends a command.
#pragma once

#include <stdexcept>

namespace herold::cli {

/// Bad usage or unreadable input: one line that says what and where.
struct Failure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace herold::cli
