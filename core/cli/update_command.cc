// `herold update`: the TUF client, with the command line that the tuf-conformance suite drives.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>
#include <vector>

#include "cli/clock.h"
#include "cli/commands.h"
#include "cli/update_files.h"
#include "cli/update_outside.h"

namespace herold::cli {
namespace {

using update::Step;

struct UpdateOptions {
  std::filesystem::path metadata_dir, trusted_root, target_dir;
  std::string metadata_url, target_base_url;
  std::vector<std::string> targets;
};

Step finish(update::Client& client, UpdateOutside& outside, Step step,
            const std::filesystem::path& local = {}) {
  while (std::holds_alternative<update::Fetch>(step) || std::holds_alternative<update::Verify>(step))
    step = client.resume(outside.answer(step, local));
  return step;
}

/// Says what was refused, if anything.
bool succeeded(const Step& step) {
  const auto* refused = std::get_if<update::Refused>(&step);
  if (refused) std::cerr << "herold: refused (" << name(refused->code) << "): " << refused->message << '\n';
  return !refused;
}

void init(const UpdateOptions& options) {
  const auto root = read_if_there(options.trusted_root, update::Limits::root);
  if (!root) throw Failure(options.trusted_root.string() + ": no such file");
  // Its signatures are checked with those of its successors, when there is something to trust it for.
  const Step first = update::Client({*root, {}, {}, {}}, now()).refresh();
  const auto* refused = std::get_if<update::Refused>(&first);
  if (refused) throw Failure(options.trusted_root.string() + " is no root: " + refused->message);
  std::filesystem::create_directories(options.metadata_dir);
  write_file(options.metadata_dir / "root.json", *root);
}

bool download(update::Client& client, UpdateOutside& outside, const UpdateOptions& options,
              const std::string& target) {
  const auto file = options.target_dir / file_name_of(target);
  const Step end = finish(client, outside, client.target(target), file);
  if (!succeeded(end)) return false;
  std::filesystem::create_directories(options.target_dir);
  write_file(file, *std::get<update::Done>(end).content);
  return true;
}

int refresh(const UpdateOptions& options, const std::vector<std::string>& targets) {
  const update::Trusted before = read_trusted(options.metadata_dir);
  if (before.root.empty())
    throw Failure((options.metadata_dir / "root.json").string() + ": run `update init` first");
  UpdateOutside outside(options.metadata_url, options.target_base_url);
  update::Client client(before, now());
  const Step end = finish(client, outside, client.refresh());
  write_trusted(options.metadata_dir, before, client.trusted());
  if (!succeeded(end)) return 1;
  for (const auto& target : targets) {
    if (!download(client, outside, options, target)) return 1;
  }
  return 0;
}

}  // namespace

void add_update(CLI::App& app, int& status) {
  auto options = std::make_shared<UpdateOptions>();
  CLI::App* update = app.add_subcommand("update", "Fetch signed updates (The Update Framework)");
  update->require_subcommand(1);
  update->add_option("--metadata-dir", options->metadata_dir, "Folder of the trusted metadata")->required();
  update->add_option("--metadata-url", options->metadata_url, "Address of the repository's metadata");
  update->add_option("--target-name", options->targets, "Path of a target in the repository");
  update->add_option("--target-base-url", options->target_base_url, "Address of the repository's targets");
  update->add_option("--target-dir", options->target_dir, "Folder for downloaded targets");

  CLI::App* first = update->add_subcommand("init", "Trust a root to begin with")->fallthrough();
  first->add_option("TRUSTED_ROOT", options->trusted_root, "File with the root metadata")->required();
  first->callback([options] { init(*options); });

  const auto needs = [](const std::string& value, const char* option) {
    if (value.empty()) throw Failure(std::string(option) + " is required");
  };
  update->add_subcommand("refresh", "Bring the metadata up to date")->fallthrough()->callback([=, &status] {
    needs(options->metadata_url, "--metadata-url");
    status = refresh(*options, {});
  });
  update->add_subcommand("download", "Bring the metadata up to date, then fetch targets")
      ->fallthrough()
      ->callback([=, &status] {
        needs(options->metadata_url, "--metadata-url");
        needs(options->target_base_url, "--target-base-url");
        needs(options->target_dir.string(), "--target-dir");
        if (options->targets.empty()) throw Failure("--target-name is required");
        status = refresh(*options, options->targets);
      });
}

}  // namespace herold::cli
