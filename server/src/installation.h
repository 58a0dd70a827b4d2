// What `serve` and `admin` open: the database and the data folder, and what both need on the command line.
#pragma once

#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include <CLI/App.hpp>

#include "app/application.h"
#include "app/clock.h"
#include "app/result.h"
#include "cli/failure.h"
#include "store/store.h"

namespace herold {

struct Installation {
  std::string database;       // sqlite:PATH or postgresql://…; empty: DATA/herold.db
  std::string data = "data";  // folder of the master key
  std::string public_url;     // as employees and the public reach the server; empty: the organisation's
  std::string pages;          // file with the selectors of the networks' pages; empty: those of this release
};

void add_options(CLI::App& command, Installation& installation);

// The value, or cli::Failure with what is wrong.
template <class T>
T required(app::Result<T> result) {
  if (!result) throw cli::Failure(result.error().message);
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

// What opens the keys of a database that has some: the master key they were sealed with, or a new one, which
// only takes the root key back.
enum class MasterKey { known, new_or_known };

// Make what is missing; throw cli::Failure, in one line, for what cannot be opened.
std::unique_ptr<store::Store> open_database(const Installation& installation);
std::unique_ptr<app::Application> open_application(const Installation& installation, const app::Clock& clock);

// The same where the database must be there.
std::unique_ptr<store::Store> open_existing_database(const Installation& installation);
std::unique_ptr<app::Application> open_existing_application(const Installation& installation,
                                                            const app::Clock& clock,
                                                            MasterKey master_key = MasterKey::known);

// Makes the installation's database (SQLite) of a backup, which is only read. Throws cli::Failure.
void restore_database(const Installation& installation, const std::string& backup);

}  // namespace herold
