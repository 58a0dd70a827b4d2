// A database of its own for each test, SQLite or PostgreSQL, gone when the test ends. PostgreSQL comes from
// HEROLD_TEST_POSTGRES (a URL whose role may create databases; scripts/test starts a private cluster).
#pragma once

#include <memory>
#include <ostream>
#include <string>

#include "store/store.h"

namespace herold::testing {

enum class Kind { sqlite, postgres };

std::ostream& operator<<(std::ostream& out, Kind kind);

// Why tests over this kind cannot run here; empty when they can.
std::string missing(Kind kind);

class TestDatabase {
 public:
  explicit TestDatabase(Kind kind);
  ~TestDatabase();
  TestDatabase(const TestDatabase&) = delete;
  TestDatabase& operator=(const TestDatabase&) = delete;

  const std::string& url() const { return url_; }
  const std::string& folder() const { return folder_; }
  // The one that Herold opens; made on the first call.
  store::Store& store();
  void close() { store_.reset(); }

  // Everything that is stored, every table, as text or as the bytes on disk.
  std::string dump() const;
  // Behind Herold's back.
  void sql(const std::string& statement) const;

 private:
  Kind kind_;
  std::string folder_;
  std::string name_;
  std::string url_;
  std::unique_ptr<store::Store> store_;
};

}  // namespace herold::testing
