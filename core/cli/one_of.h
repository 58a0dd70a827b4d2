// Names to choose from, as messages and help list them.
#pragma once

#include <string>

namespace herold::cli {

template <typename Names>
std::string one_of(const Names& names) {
  std::string list;
  for (const auto& name : names) list += (list.empty() ? "" : ", ") + std::string(name);
  return list;
}

}  // namespace herold::cli
