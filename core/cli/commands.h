// The commands of the program that need no server, each with its part of the command line as it was typed. A
// command returns the exit status and throws a Failure:
//
//   0  nothing to report    1  something found    2  bad usage or unreadable input, in one line on standard
//   error
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace herold::cli {

struct CheckArguments {
  std::string pack;
  std::vector<std::string> files;
  std::string language = "auto", network, at, reader, captions;
  std::optional<std::string> role;
  std::vector<std::string> groups, ignore, explain;
  std::string format = "text", fail_on = "error";
};
int check(const CheckArguments& given);

struct SuggestArguments {
  std::string content, topics, profile, network, at, queries, lexicon;
  std::string draft = "-";
  std::size_t limit = 10;
};
int suggest(const SuggestArguments& given);

/// Runs the examples of the pack in this file.
int test_pack(const std::string& path);

struct ImportValeArguments {
  std::string directory, output;
};
int import_vale(const ImportValeArguments& given);

struct UpdateArguments {
  std::filesystem::path metadata_dir, trusted_root, target_dir;
  std::string metadata_url, target_base_url;
  std::vector<std::string> targets;
};
int init_updates(const UpdateArguments& given);
int refresh_updates(const UpdateArguments& given);
int download_updates(const UpdateArguments& given);

}  // namespace herold::cli
