#include "support/test_database.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <pqxx/pqxx>
#include <stdexcept>

namespace herold::testing {
namespace {

const char* cluster() { return std::getenv("HEROLD_TEST_POSTGRES"); }

// The cluster's URL with another database: the path is what stands between the host and the parameters.
std::string with_database(const std::string& url, const std::string& name) {
  const auto host = url.find("://") + 3;
  const auto path = url.find('/', host);
  const auto parameters = url.find('?', host);
  const std::string tail = parameters == std::string::npos ? "" : url.substr(parameters);
  return url.substr(0, path) + "/" + name + tail;
}

void run(const std::string& url, const std::string& statement) {
  pqxx::connection connection(url);
  pqxx::nontransaction(connection).exec(statement);
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string new_name() {
  static int count = 0;
  return "herold_test_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
}

}  // namespace

std::ostream& operator<<(std::ostream& out, Kind kind) {
  return out << (kind == Kind::sqlite ? "Sqlite" : "Postgres");
}

std::string missing(Kind kind) {
  if (kind == Kind::sqlite || cluster()) return "";
  return "HEROLD_TEST_POSTGRES names no PostgreSQL";
}

TestDatabase::TestDatabase(Kind kind) : kind_(kind), name_(new_name()) {
  folder_ = (std::filesystem::temp_directory_path() / name_).string();
  std::filesystem::create_directories(folder_);
  url_ = "sqlite:" + folder_ + "/herold.db";
  if (kind == Kind::sqlite) return;
  // With the order of a language, as companies have it, so that it shows where the server relies on another.
  run(cluster(), "CREATE DATABASE " + name_ + " TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'de'");
  url_ = with_database(cluster(), name_);
}

TestDatabase::~TestDatabase() {
  store_.reset();
  std::filesystem::remove_all(folder_);
  if (kind_ == Kind::postgres) run(cluster(), "DROP DATABASE " + name_ + " WITH (FORCE)");
}

store::Store& TestDatabase::store() {
  if (store_) return *store_;
  auto opened = store::open_store(url_);
  if (!opened) throw std::runtime_error(opened.error().message);
  store_ = std::move(*opened);
  return *store_;
}

std::string TestDatabase::dump() const {
  std::string all;
  if (kind_ == Kind::sqlite) {
    for (const auto& file : std::filesystem::directory_iterator(folder_)) all += bytes_of(file.path());
    return all;
  }
  pqxx::connection connection(url_);
  pqxx::nontransaction session(connection);
  for (const auto& table : session.exec("SELECT tablename FROM pg_tables WHERE schemaname = 'herold'")) {
    const std::string name = table[0].as<std::string>();
    for (const auto& row : session.exec("SELECT t::text FROM herold." + name + " t")) {
      all += row[0].as<std::string>() + "\n";
    }
  }
  return all;
}

void TestDatabase::sql(const std::string& statement) const {
  if (kind_ == Kind::postgres) return run(url_, "SET search_path TO herold; " + statement);
  SQLite::Database(folder_ + "/herold.db", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(statement);
}

}  // namespace herold::testing
