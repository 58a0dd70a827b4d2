// Files that are part of the program: the console, the API's description, the default packs.
#pragma once

#include <string_view>
#include <vector>

namespace herold {

struct EmbeddedFile {
  std::string_view name;  // "console/index.html", "openapi.yaml", "packs/de.json"
  std::string_view bytes;
};

const std::vector<EmbeddedFile>& embedded_files();

}  // namespace herold
