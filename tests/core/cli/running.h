// Runs the program's commands in this process, with files of their own.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace herold::cli {

struct Outcome {
  int status = 0;
  std::string out, err;
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

  static Outcome run(std::vector<std::string> arguments);

 private:
  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("herold-cli-" + std::to_string(getpid()));
};

}  // namespace herold::cli
