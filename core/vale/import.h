// Vale styles as guideline packs (Vale's format: vale.sh/docs, checks and styles).
//
// Every rule either becomes a guideline or is named with the reason why not; the pack is one that the pack
// reader takes as its publisher.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "vale/style.h"

namespace herold::vale {

/// What of a rule was lost: some of it, or all.
struct Loss {
  std::string rule;
  std::string reason;
  bool is_whole = false;
};

struct Import {
  std::string pack{};  // JSON, with a line break at the end; empty without a guideline
  std::vector<Loss> losses{};
  std::size_t rules = 0;
  std::size_t carried = 0;  // rules of which a guideline, or several, came to be
};

/// Without a pack where none of the rules can be carried over. Throws StyleError when the folder cannot be
/// read.
Import import_style(const std::filesystem::path& directory);

}  // namespace herold::vale
