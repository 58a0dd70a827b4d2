#include <CLI/CLI.hpp>
#include <algorithm>
#include <exception>
#include <iostream>

#include "cli/commands.h"

namespace herold::cli {
namespace {

int fail(std::string message) {
  std::replace(message.begin(), message.end(), '\n', ' ');
  std::cerr << "herold: " << message << '\n';
  return 2;
}

}  // namespace

int run(CLI::App& app, int argc, const char* const* argv, const int& status) {
  try {
    app.parse(argc, argv);
    std::cout.flush();
    return std::cout ? status : fail("standard output could not be written");
  } catch (const CLI::ParseError& error) {
    // Help and version are "errors" of status 0.
    if (error.get_exit_code() == 0) return app.exit(error);
    return fail(error.what());
  } catch (const std::exception& error) {
    return fail(error.what());
  }
}

}  // namespace herold::cli
