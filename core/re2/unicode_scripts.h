// The Script property as scripts/generate-unicode.mjs writes it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace herold::re2_tables {

/// In alphabetical order, each ended by a zero, which are there for RE2.
extern const char script_names[];
constexpr int script_count = 163;

/// Runs of code points of one script, in order: for each how many code points lie between it and the run
/// before, how many more than one it holds, both as LEB128, and the number of the script's name.
extern const std::uint8_t script_runs[];
extern const std::size_t script_runs_size;

}  // namespace herold::re2_tables
