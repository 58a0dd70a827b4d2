// The outside world of the update machine: HTTP by libcurl, hashes and signatures by libsodium.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "herold/update.h"

namespace herold::cli {

class UpdateOutside {
 public:
  /// Addresses of the two folders.
  UpdateOutside(std::string metadata_url, std::string target_url);

  /// To a Fetch or a Verify. A `local` file with the wanted hash spares the download.
  update::Answer answer(const update::Step& step, const std::filesystem::path& local = {});

 private:
  update::Answer download(const std::string& url, std::size_t max_bytes);

  std::string metadata_url_;
  std::string target_url_;
  std::shared_ptr<void> curl_;
};

/// A target's name as a file name: one level, nothing but letters, digits, `-`, `.`, `_`, `~` and `%XX`.
std::string file_name_of(std::string_view target);

}  // namespace herold::cli
