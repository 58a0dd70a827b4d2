// Runs the program's commands in this process, with files of their own.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "cli/commands.h"

namespace herold::cli {

struct Outcome {
  int status = 0;
  std::string out, err;
};

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

class CommandTest : public testing::Test {
 protected:
  CommandTest() { std::filesystem::create_directories(folder_); }
  ~CommandTest() override { std::filesystem::remove_all(folder_); }

  std::string file(const std::string& name, std::string_view content) const {
    const std::string path = (folder_ / name).string();
    std::ofstream(path, std::ios::binary) << content;
    return path;
  }

  static Outcome run(std::vector<std::string> arguments) {
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

 private:
  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("herold-cli-" + std::to_string(getpid()));
};

}  // namespace herold::cli
