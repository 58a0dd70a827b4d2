// Files that are part of the program: the console, the API's description, the default packs.
#pragma once

#include <algorithm>
#include <cassert>
#include <string_view>
#include <vector>

namespace herold {

struct EmbeddedFile {
  std::string_view name;  // "console/index.html", "openapi.yaml", "packs/de.json"
  std::string_view bytes;
};

const std::vector<EmbeddedFile>& embedded_files();

// The bytes of a file that every build has.
inline std::string_view embedded_file(std::string_view name) {
  const auto& files = embedded_files();
  const auto found =
      std::find_if(files.begin(), files.end(), [&](const EmbeddedFile& file) { return file.name == name; });
  assert(found != files.end());
  return found->bytes;
}

}  // namespace herold
