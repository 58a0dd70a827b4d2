// `herold serve`
#pragma once

#include <CLI/App.hpp>

namespace herold {

// Runs until SIGTERM or SIGINT: then it answers what is under way and leaves with 0. What keeps it from
// starting is one line and 2.
void add_serve(CLI::App& app);

}  // namespace herold
