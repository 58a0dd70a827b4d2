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

const CLI::App& chosen_command(const CLI::App& app) {
  const CLI::App* chosen = &app;
  while (!chosen->get_subcommands().empty()) chosen = chosen->get_subcommands().front();
  return *chosen;
}

// The parser's own words name neither what is wrong with a word nor where to look; empty where they do.
std::string in_our_words(const CLI::App& app) {
  const CLI::App& command = chosen_command(app);
  const std::vector<std::string> rest = command.remaining();
  const bool wants_command = command.get_require_subcommand_min() > 0;
  if (rest.empty()) return wants_command ? "a command is wanted; --help lists them" : "";
  const std::string word = "“" + rest.front() + "”";
  if (rest.front().front() == '-') return "there is no option " + word + " here; --help lists them";
  return wants_command ? "there is no command " + word + "; --help lists them"
                       : word + " is one argument too many";
}

}  // namespace

int run(CLI::App& app, int argc, const char* const* argv, const int& status) {
  try {
    app.parse(argc, argv);
    return finish(status);
  } catch (const CLI::ParseError& error) {
    // Help and version are "errors" of status 0.
    if (error.get_exit_code() == 0) return finish(app.exit(error));
    const std::string words = in_our_words(app);
    return fail(words.empty() ? error.what() : words);
  } catch (const std::exception& error) {
    return fail(error.what());
  }
}

}  // namespace herold::cli
