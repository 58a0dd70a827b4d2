// Herold's data in one SQLite file: one writer connection, and readers beside it as many as are at work.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "store/sqlite/sqlite_connection.h"
#include "store/store.h"

namespace herold::store {

class SqliteStore final : public Store {
 public:
  static app::Result<std::unique_ptr<Store>> open(const std::string& path);
  static app::Result<std::unique_ptr<Store>> open_existing(const std::string& path);
  static app::Result<void> restore(const std::string& backup, const std::string& path);

  void announce(std::int64_t revision) override;
  void listen(RevisionListener* listener) override;
  app::Result<void> backup(const std::string& path) override;
  std::string description() const override;

 private:
  explicit SqliteStore(std::string path);
  std::optional<app::Error> prepare();
  std::optional<app::Error> run_read(const Work& work) override;
  std::optional<app::Error> run_write(const Work& work) override;
  std::optional<app::Error> run(SqliteConnection& connection, const char* begin, const Work& work);
  app::Error failure(const std::string& reason) const;

  std::unique_ptr<SqliteConnection> take_reader();
  void give_back(std::unique_ptr<SqliteConnection> reader);

  const std::string path_;
  std::mutex writer_mutex_;
  std::unique_ptr<SqliteConnection> writer_;
  std::mutex readers_mutex_;
  std::vector<std::unique_ptr<SqliteConnection>> idle_readers_;
  std::mutex listener_mutex_;
  RevisionListener* listener_ = nullptr;
};

}  // namespace herold::store
