// The command line of the commands that need no server. The chosen one runs while the line is parsed and
// leaves its exit status.
#pragma once

#include <CLI/App.hpp>

namespace herold::cli {

void add_check(CLI::App& app, int& status);
void add_pack(CLI::App& app, int& status);
void add_update(CLI::App& app, int& status);
void add_suggest(CLI::App& app, int& status);

/// Parses, runs the chosen command and turns every failure into its line and exit status.
int run(CLI::App& app, int argc, const char* const* argv, const int& status);

}  // namespace herold::cli
