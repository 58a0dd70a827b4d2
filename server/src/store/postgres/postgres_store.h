// Herold's data in PostgreSQL, in a schema `herold` of the database named. Replicas share it: an advisory
// lock lets one write at a time, and LISTEN/NOTIFY tells the others of a revision.
#pragma once

#include <memory>
#include <mutex>
#include <pqxx/pqxx>
#include <string>
#include <vector>

#include "store/postgres/revision_watch.h"
#include "store/store.h"

namespace herold::store {

class PostgresStore final : public Store {
 public:
  static app::Result<std::unique_ptr<Store>> open(const std::string& url);
  static app::Result<std::unique_ptr<Store>> open_existing(const std::string& url);

  void announce(std::int64_t revision) override;
  void listen(RevisionListener* listener) override;
  app::Result<void> backup(const std::string& path) override;
  std::string description() const override { return description_; }

 private:
  explicit PostgresStore(std::string url) : url_(std::move(url)), description_("PostgreSQL") {}
  std::optional<app::Error> prepare();
  std::optional<app::Error> look();
  std::optional<app::Error> run_read(const Work& work) override;
  std::optional<app::Error> run_write(const Work& work) override;
  template <class F>
  std::optional<app::Error> with_connection(F&& use);
  app::Error failure(const std::string& reason) const;

  std::unique_ptr<pqxx::connection> take();
  std::unique_ptr<pqxx::connection> take_idle();
  void give_back(std::unique_ptr<pqxx::connection> connection);

  const std::string url_;
  std::string description_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<pqxx::connection>> idle_;
  std::unique_ptr<RevisionWatch> watch_;
};

// A connection with the session settings that every use needs. May throw pqxx::failure.
std::unique_ptr<pqxx::connection> connect(const std::string& url);

}  // namespace herold::store
