#include "cli/files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <memory>

#include "cli/failure.h"
#include "cli/terminal.h"

namespace herold::cli {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};

}  // namespace

std::string display_name(const std::string& path) {
  if (path.empty()) return "a file without a name";
  return path == "-" ? "standard input" : path;
}

std::string read_file(const std::string& path, std::size_t limit) {
  const auto failed = [&] {
    return Failure("cannot read " + display_name(path) + ": " + std::strerror(errno));
  };
  const std::unique_ptr<std::FILE, CloseFile> file(path == "-" ? stdin : std::fopen(path.c_str(), "rb"));
  if (!file) throw failed();
  std::string bytes;
  char buffer[1 << 16];
  while (bytes.size() <= limit) {
    const std::size_t wanted = std::min(sizeof buffer, limit + 1 - bytes.size());
    const std::size_t read = std::fread(buffer, 1, wanted, file.get());
    bytes.append(buffer, read);
    if (read < wanted) break;
  }
  if (std::ferror(file.get()) != 0) throw failed();
  return bytes;
}

std::string describe(const Problem& problem) {
  std::string line = problem.pointer;
  if (!problem.guideline.empty()) line += " (" + problem.guideline + ")";
  return printable(line + ": " + problem.message);
}

Pack load_pack_file(const std::string& path) {
  Result<Pack> pack = load_pack(read_file(path, PackLimits::bytes), Audience::client);
  if (!pack) throw Failure(display_name(path) + " " + pack.error().message);
  for (const Problem& problem : pack->problems) {
    std::cerr << "herold: " << display_name(path) << ": left out: " << describe(problem) << '\n';
  }
  return *std::move(pack);
}

}  // namespace herold::cli
