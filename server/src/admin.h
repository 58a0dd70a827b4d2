// `herold admin …`: what an operator does beside the server.
#pragma once

#include <CLI/App.hpp>

namespace herold {

void add_admin(CLI::App& app, int& status);

}  // namespace herold
