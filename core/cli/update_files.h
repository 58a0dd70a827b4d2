// What the update client keeps on disk: trusted metadata under its role's name, downloaded targets under
// theirs.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "herold/update.h"

namespace herold::cli {

/// `root.json`, `timestamp.json`, … in `directory`; those that are missing are empty.
update::Trusted read_trusted(const std::filesystem::path& directory);

/// Writes what changed and removes what is no longer trusted.
void write_trusted(const std::filesystem::path& directory, const update::Trusted& before,
                   const update::Trusted& after);

/// The file whole, or nothing when there is none; a Failure when it cannot be read or exceeds the limit.
std::optional<std::string> read_if_there(const std::filesystem::path& path, std::size_t limit);

/// Replaces the file in one step, so that a crash leaves the old one or the new one.
void write_file(const std::filesystem::path& path, std::string_view text);

}  // namespace herold::cli
