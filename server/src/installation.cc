#include "installation.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <string_view>
#include <system_error>
#include <vector>

#include "app/pages.h"
#include "cli/files.h"
#include "embedded.h"

namespace herold {
namespace {

std::string database_url(const Installation& installation) {
  if (!installation.database.empty()) return installation.database;
  return "sqlite:" + installation.data + "/herold.db";
}

void make_private_folder(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::create_directories(path, error) && !error) return;  // it was there
  if (!error) std::filesystem::permissions(path, std::filesystem::perms::owner_all, error);
  if (!error) return;
  const bool not_ours = error == std::errc::permission_denied;
  throw cli::Failure("--data " + path + ": " + error.message() +
                     (not_ours ? "; run herold as the user to whom the folder around it belongs" : ""));
}

std::vector<std::string> default_packs() {
  std::vector<std::string> packs;
  for (const EmbeddedFile& file : embedded_files())
    if (file.name.starts_with("packs/")) packs.emplace_back(file.bytes);
  return packs;
}

std::string pages_text(const std::string& path) {
  if (!path.empty()) return cli::read_file(path, app::PagesLimits::bytes);
  return std::string(embedded_file("pages.json"));
}

std::string pages_of(const Installation& installation) {
  app::Result<std::string> pages = app::read_pages(pages_text(installation.pages));
  if (pages) return std::move(*pages);
  const app::Error& error = pages.error();
  throw cli::Failure("--pages " + installation.pages + (error.pointer.empty() ? "" : " " + error.pointer) +
                     ": " + error.message);
}

void expect_master_key(store::Store& store, const std::string& data) {
  if (app::has_master_key(data)) return;
  const bool has_keys = required(
      store.read([](store::Transaction& tx) -> app::Result<bool> { return !tx.signing_keys().empty(); }));
  if (has_keys) throw cli::Failure(app::no_master_key(data).message);
}

std::unique_ptr<app::Application> application_over(std::unique_ptr<store::Store> store,
                                                   const Installation& installation, const app::Clock& clock,
                                                   MasterKey master_key = MasterKey::known) {
  make_private_folder(installation.data);
  if (master_key == MasterKey::known) expect_master_key(*store, installation.data);
  return std::make_unique<app::Application>(
      std::move(store), clock,
      app::ApplicationData{.master_key = required(app::load_master_key(installation.data)),
                           .default_packs = default_packs(),
                           .pages = pages_of(installation),
                           .public_url = installation.public_url});
}

}  // namespace

void add_options(CLI::App& command, Installation& installation) {
  command
      .add_option("--database", installation.database,
                  "sqlite:PATH or postgresql://…; DATA/herold.db when missing")
      ->type_name("URL");
  command.add_option("--data", installation.data, "folder of the master key")
      ->type_name("DIR")
      ->capture_default_str();
}

std::unique_ptr<store::Store> open_database(const Installation& installation) {
  make_private_folder(installation.data);
  return required(store::open_store(database_url(installation)));
}

std::unique_ptr<store::Store> open_existing_database(const Installation& installation) {
  return required(store::open_existing_store(database_url(installation)));
}

std::unique_ptr<app::Application> open_application(const Installation& installation,
                                                   const app::Clock& clock) {
  return application_over(open_database(installation), installation, clock);
}

std::unique_ptr<app::Application> open_existing_application(const Installation& installation,
                                                            const app::Clock& clock, MasterKey master_key) {
  return application_over(open_existing_database(installation), installation, clock, master_key);
}

void restore_database(const Installation& installation, const std::string& backup) {
  make_private_folder(installation.data);
  required(store::restore(backup, database_url(installation)));
}

}  // namespace herold
