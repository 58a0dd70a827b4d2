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

// What was printed must have arrived, help included.
int finish(int status) {
  std::cout.flush();
  return std::cout ? status : fail("standard output could not be written");
}

// The word that stands where a command is wanted and names none; empty when there is no such word.
std::string unknown_command(const CLI::App& app) {
  const CLI::App* chosen = &app;
  while (!chosen->get_subcommands().empty()) chosen = chosen->get_subcommands().front();
  const std::vector<std::string> rest = chosen->remaining();
  const bool is_word = !rest.empty() && rest.front().front() != '-';
  return chosen->get_require_subcommand_min() > 0 && is_word ? rest.front() : std::string();
}

}  // namespace

int run(CLI::App& app, int argc, const char* const* argv, const int& status) {
  try {
    app.parse(argc, argv);
    return finish(status);
  } catch (const CLI::ParseError& error) {
    // Help and version are "errors" of status 0.
    if (error.get_exit_code() == 0) return finish(app.exit(error));
    const std::string word = unknown_command(app);
    return fail(word.empty() ? error.what() : "there is no command “" + word + "”; --help lists them");
  } catch (const std::exception& error) {
    return fail(error.what());
  }
}

}  // namespace herold::cli
