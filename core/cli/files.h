// Reading what the command line names.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "herold/pack.h"

namespace herold::cli {

/// The whole file, `-` being standard input; a Failure names the file and what is wrong with it. At most one
/// byte past `limit` is read, so that a reader can tell "too large" without holding everything.
std::string read_file(const std::string& path, std::size_t limit);

/// How messages call it.
std::string display_name(const std::string& path);

/// The pack as a client loads it; one line on standard error for each guideline that was left out.
Pack load_pack_file(const std::string& path);

/// On one line, fit for a terminal.
std::string describe(const Problem& problem);

}  // namespace herold::cli
