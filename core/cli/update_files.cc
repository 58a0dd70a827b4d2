#include "cli/update_files.h"

#include <fstream>
#include <system_error>

#include "cli/failure.h"
#include "cli/files.h"

namespace herold::cli {
namespace {

namespace fs = std::filesystem;
using update::Limits;
using update::Trusted;

struct Entry {
  const char* file;
  std::string Trusted::*text;
  std::size_t limit;
};

constexpr Entry entries[] = {
    {"root.json", &Trusted::root, Limits::root},
    {"timestamp.json", &Trusted::timestamp, Limits::timestamp},
    {"snapshot.json", &Trusted::snapshot, Limits::snapshot},
    {"targets.json", &Trusted::targets, Limits::targets},
};

}  // namespace

std::optional<std::string> read_if_there(const fs::path& path, std::size_t limit) {
  std::error_code error;
  if (!fs::exists(path, error) && !error) return std::nullopt;
  std::string text = read_file(path.string(), limit);
  if (text.size() > limit)
    throw Failure(path.string() + ": is larger than " + std::to_string(limit) + " bytes");
  return text;
}

void write_file(const fs::path& path, std::string_view text) {
  const fs::path next = path.string() + ".new";
  std::ofstream file(next, std::ios::binary | std::ios::trunc);
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  file.close();
  if (!file) throw Failure(path.string() + ": cannot be written");
  std::error_code error;
  fs::rename(next, path, error);
  if (error) throw Failure(path.string() + ": " + error.message());
}

Trusted read_trusted(const fs::path& directory) {
  Trusted trusted;
  for (const auto& [file, text, limit] : entries)
    trusted.*text = read_if_there(directory / file, limit).value_or("");
  return trusted;
}

void write_trusted(const fs::path& directory, const Trusted& before, const Trusted& after) {
  for (const auto& [file, text, limit] : entries) {
    if (before.*text == after.*text) continue;
    if (!(after.*text).empty()) {
      write_file(directory / file, after.*text);
      continue;
    }
    std::error_code error;
    fs::remove(directory / file, error);
    if (error) throw Failure((directory / file).string() + ": " + error.message());
  }
}

}  // namespace herold::cli
