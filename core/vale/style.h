// A Vale style: a folder of rules, one YAML file each.
#pragma once

#include <cstddef>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

namespace herold::vale {

using Json = nlohmann::ordered_json;

/// Why a folder cannot be read as a style, in one line.
struct StyleError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct StyleLimits {
  static constexpr std::size_t file_bytes = 1 << 20;
  static constexpr std::size_t files = 10'000;
  static constexpr std::size_t levels = 16;       // of lists and maps in a file
  static constexpr std::size_t values = 100'000;  // in a file, aliases followed
};

struct RuleFile {
  std::string name;   // as Vale calls it: the folder's name, a full stop, the file's
  Json fields;        // scalars are strings, whatever YAML makes of them
  std::string fault;  // why the file cannot be read; empty when it can
};

/// A file's text, which is UTF-8. Throws StyleError.
std::string read_file(const std::filesystem::path& path);
/// What a rule's file says. Throws StyleError.
Json read_rule(const std::filesystem::path& path);

/// The rules of the folder and those below it, by path. Throws StyleError.
std::vector<RuleFile> read_style(const std::filesystem::path& directory);

}  // namespace herold::vale
