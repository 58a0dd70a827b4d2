#include "running.h"

#include <CLI/App.hpp>
#include <iostream>
#include <sstream>

#include "cli/command_line.h"

namespace herold::cli {
namespace {

/// Catches what is written to a standard stream while it lives.
class Capture {
 public:
  explicit Capture(std::ostream& stream) : stream_(stream), before_(stream.rdbuf(caught_.rdbuf())) {}
  ~Capture() { stream_.rdbuf(before_); }
  std::string text() const { return caught_.str(); }

 private:
  std::ostream& stream_;
  std::ostringstream caught_;
  std::streambuf* before_;
};

}  // namespace

Outcome CommandTest::run(std::vector<std::string> arguments) {
  CLI::App app("test", "herold");
  app.require_subcommand(1);
  int status = 0;
  add_check(app, status);
  add_pack(app, status);
  add_suggest(app, status);
  arguments.insert(arguments.begin(), "herold");
  std::vector<const char*> argv;
  for (const std::string& argument : arguments) argv.push_back(argument.c_str());
  const Capture out(std::cout), err(std::cerr);
  const int exit = cli::run(app, static_cast<int>(argv.size()), argv.data(), status);
  return {exit, out.text(), err.text()};
}

}  // namespace herold::cli
