// A Vale style of one rule of any bytes: the import may refuse it, never crash, and what it makes is a pack
// that a publisher takes.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "herold/pack.h"
#include "vale/import.h"

namespace {

namespace fs = std::filesystem;

/// The import reads folders: one of this process, gone when it ends.
struct Style {
  Style() { fs::create_directories(folder); }
  ~Style() { fs::remove_all(folder); }
  Style(const Style&) = delete;
  Style& operator=(const Style&) = delete;

  const fs::path folder = fs::temp_directory_path() / ("herold-vale-fuzz-" + std::to_string(getpid()));
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Style style;
  std::ofstream(style.folder / "Rule.yml", std::ios::binary)
      .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  try {
    const herold::vale::Import made = herold::vale::import_style(style.folder);
    if (!made.pack.empty() && !herold::load_pack(made.pack, herold::Audience::publisher)->problems.empty())
      std::abort();
  } catch (const herold::vale::StyleError&) {
    // Told in one line by the command.
  }
  return 0;
}
