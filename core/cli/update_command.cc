// `herold update`: the TUF client, with the command line that the tuf-conformance suite drives.
#include <filesystem>
#include <iostream>
#include <vector>

#include "cli/clock.h"
#include "cli/commands.h"
#include "cli/failure.h"
#include "cli/update_files.h"
#include "cli/update_outside.h"

namespace herold::cli {
namespace {

using update::Step;

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

bool download(update::Client& client, UpdateOutside& outside, const UpdateArguments& given,
              const std::string& target) {
  const auto file = given.target_dir / file_name_of(target);
  const Step end = finish(client, outside, client.target(target), file);
  if (!succeeded(end)) return false;
  std::filesystem::create_directories(given.target_dir);
  write_file(file, *std::get<update::Done>(end).content);
  return true;
}

int refresh(const UpdateArguments& given, const std::vector<std::string>& targets) {
  const update::Trusted before = read_trusted(given.metadata_dir);
  if (before.root.empty())
    throw Failure((given.metadata_dir / "root.json").string() + ": run `update init` first");
  UpdateOutside outside(given.metadata_url, given.target_base_url);
  update::Client client(before, now());
  const Step end = finish(client, outside, client.refresh());
  write_trusted(given.metadata_dir, before, client.trusted());
  if (!succeeded(end)) return 1;
  for (const auto& target : targets) {
    if (!download(client, outside, given, target)) return 1;
  }
  return 0;
}

void expect(const std::string& value, const char* option) {
  if (value.empty()) throw Failure(std::string(option) + " is missing; --help says what it takes");
}

}  // namespace

int init_updates(const UpdateArguments& given) {
  const auto root = read_if_there(given.trusted_root, update::Limits::root);
  if (!root) throw Failure(given.trusted_root.string() + ": no such file");
  // Its signatures are checked with those of its successors, when there is something to trust it for.
  const Step first = update::Client({*root, {}, {}, {}}, now()).refresh();
  const auto* refused = std::get_if<update::Refused>(&first);
  if (refused) throw Failure(given.trusted_root.string() + " is no root: " + refused->message);
  std::filesystem::create_directories(given.metadata_dir);
  write_file(given.metadata_dir / "root.json", *root);
  return 0;
}

int refresh_updates(const UpdateArguments& given) {
  expect(given.metadata_url, "--metadata-url");
  return refresh(given, {});
}

int download_updates(const UpdateArguments& given) {
  expect(given.metadata_url, "--metadata-url");
  expect(given.target_base_url, "--target-base-url");
  expect(given.target_dir.string(), "--target-dir");
  if (given.targets.empty()) throw Failure("--target-name is missing; --help says what it takes");
  return refresh(given, given.targets);
}

}  // namespace herold::cli
