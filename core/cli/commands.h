// The commands of the program that need no server. Each adds itself to the command line; the chosen one runs
// while the line is parsed and leaves its exit status.
//
//   0  nothing to report    1  something found    2  bad usage or unreadable input, in one line on standard
//   error
#pragma once

#include <CLI/App.hpp>
#include <stdexcept>
#include <string>

namespace herold::cli {

/// Bad usage or unreadable input: one line that says what and where.
struct Failure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

void add_check(CLI::App& app, int& status);
void add_pack(CLI::App& app, int& status);
void add_import_vale(CLI::App& pack, int& status);
void add_update(CLI::App& app, int& status);
void add_suggest(CLI::App& app, int& status);

/// Parses, runs the chosen command and turns every failure into its line and exit status.
int run(CLI::App& app, int argc, const char* const* argv, const int& status);

}  // namespace herold::cli
