#include "store/postgres/postgres_store.h"

#include <poll.h>

#include "store/migrations.h"
#include "store/postgres/postgres_connection.h"

namespace herold::store {
namespace {

constexpr std::size_t kIdleConnections = 8;

// "herold" as a number. Held to the end of a transaction: one writer at a time, whichever replica.
constexpr const char* kTakeWriterLock = "SELECT pg_advisory_xact_lock(114776365164644)";

// The server's words without the file and line of libpqxx that may follow.
std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

// Whether the other side has not closed it, without asking: an idle connection has nothing to read but its
// end.
bool is_alive(const pqxx::connection& connection) {
  pollfd socket{.fd = connection.sock(), .events = POLLIN, .revents = 0};
  return socket.fd >= 0 && ::poll(&socket, 1, 0) == 0;
}

std::string description_of(pqxx::connection& connection) {
  const char* host = connection.hostname();
  return std::string("PostgreSQL at ") + (host ? host : "localhost") + "/" + connection.dbname();
}

// Any other cannot hold some of what people write, and says so only when they do.
std::optional<app::Error> unfit_encoding(pqxx::transaction_base& transaction,
                                         const std::string& description) {
  const auto encoding = transaction.exec1("SHOW server_encoding")[0].as<std::string>();
  if (encoding == "UTF8") return std::nullopt;
  return app::Error{app::ErrorCode::unavailable,
                    description + " has the encoding " + encoding +
                        ", which cannot hold every text; make another with `createdb --encoding=UTF8 "
                        "--template=template0 NAME` and name that one with --database"};
}

// A database that does not answer must not hold every worker for the minutes that TCP waits. The URL's own
// values come later and win.
std::string bounded(const std::string& url) {
  constexpr const char* kTimeouts =
      "connect_timeout=5&tcp_user_timeout=20000&keepalives_idle=60&"
      "keepalives_interval=10&keepalives_count=3";
  const std::size_t mark = url.find('?');
  if (mark == std::string::npos) return url + "?" + kTimeouts;
  return url.substr(0, mark + 1) + kTimeouts + "&" + url.substr(mark + 1);
}

// The shared migrations say BLOB.
constexpr const char* kPrepareSchema =
    "CREATE SCHEMA IF NOT EXISTS herold; "
    "DO $$ BEGIN "
    "IF to_regtype('herold.blob') IS NULL THEN CREATE DOMAIN herold.blob AS bytea; END IF; "
    "END $$";

}  // namespace

std::unique_ptr<pqxx::connection> connect(const std::string& url) {
  auto connection = std::make_unique<pqxx::connection>(bounded(url));
  pqxx::nontransaction session(*connection);
  session.exec("SET client_encoding TO 'UTF8'");
  session.exec("SET search_path TO herold");
  session.exec("SET client_min_messages TO warning");
  // A query that hangs must not hold the writers' lock for good.
  session.exec("SET statement_timeout TO '30s'");
  session.exec("SET idle_in_transaction_session_timeout TO '60s'");
  return connection;
}

app::Result<std::unique_ptr<Store>> PostgresStore::open(const std::string& url) {
  std::unique_ptr<PostgresStore> store(new PostgresStore(url));
  if (auto error = store->prepare()) return std::move(*error);
  return std::unique_ptr<Store>(std::move(store));
}

app::Result<std::unique_ptr<Store>> PostgresStore::open_existing(const std::string& url) {
  std::unique_ptr<PostgresStore> store(new PostgresStore(url));
  if (auto error = store->look()) return std::move(*error);
  return open(url);
}

std::optional<app::Error> PostgresStore::look() {
  return with_connection([&](pqxx::connection& connection) -> std::optional<app::Error> {
    description_ = description_of(connection);
    pqxx::nontransaction session(connection);
    if (session.exec1("SELECT to_regclass('herold.herold_schema') IS NOT NULL")[0].as<bool>())
      return std::nullopt;
    return app::Error{
        app::ErrorCode::not_found,
        description_ + ": Herold has no tables there; --database or --data says where its database is"};
  });
}

std::optional<app::Error> PostgresStore::prepare() {
  return with_connection([&](pqxx::connection& connection) -> std::optional<app::Error> {
    description_ = description_of(connection);
    pqxx::work transaction(connection);
    if (auto error = unfit_encoding(transaction, description_)) return error;
    // An upgrade of a large table takes what it takes, and whoever waits for it to end does too.
    transaction.exec("SET LOCAL statement_timeout = 0");
    transaction.exec(kTakeWriterLock);
    PostgresConnection in_transaction(transaction);
    in_transaction.script(kPrepareSchema);
    if (auto error = migrate(in_transaction, description_)) return error;
    transaction.commit();
    return std::nullopt;
  });
}

// A connection that failed is dropped; the next call makes a new one.
template <class F>
std::optional<app::Error> PostgresStore::with_connection(F&& use) try {
  auto connection = take();
  auto error = use(*connection);
  give_back(std::move(connection));
  return error;
} catch (const pqxx::failure& reason) {
  return failure(reason.what());
} catch (const DatabaseFailure& reason) {
  return failure(reason.what());
}

std::optional<app::Error> PostgresStore::run_read(const Work& work) {
  return with_connection([&](pqxx::connection& connection) -> std::optional<app::Error> {
    pqxx::transaction<pqxx::repeatable_read, pqxx::read_only> transaction(connection);
    PostgresConnection in_transaction(transaction);
    Transaction tables(in_transaction);
    work(tables);
    return std::nullopt;
  });
}

std::optional<app::Error> PostgresStore::run_write(const Work& work) {
  return with_connection([&](pqxx::connection& connection) -> std::optional<app::Error> {
    pqxx::work transaction(connection);
    transaction.exec(kTakeWriterLock);
    PostgresConnection in_transaction(transaction);
    Transaction tables(in_transaction);
    if (work(tables)) transaction.commit();
    return std::nullopt;
  });
}

// A connection that waited may be cut since: the database was restarted, or a firewall forgot it.
std::unique_ptr<pqxx::connection> PostgresStore::take() {
  while (auto waited = take_idle())
    if (is_alive(*waited)) return waited;
  return connect(url_);
}

std::unique_ptr<pqxx::connection> PostgresStore::take_idle() {
  const std::lock_guard lock(mutex_);
  if (idle_.empty()) return nullptr;
  auto connection = std::move(idle_.back());
  idle_.pop_back();
  return connection;
}

void PostgresStore::give_back(std::unique_ptr<pqxx::connection> connection) {
  const std::lock_guard lock(mutex_);
  if (idle_.size() < kIdleConnections) idle_.push_back(std::move(connection));
}

void PostgresStore::announce(std::int64_t revision) {
  // Outside the publication's transaction: a NOTIFY inside serialises all commits. A failure is no matter,
  // the conditional GET finds the revision all the same.
  with_connection([&](pqxx::connection& connection) -> std::optional<app::Error> {
    pqxx::nontransaction session(connection);
    session.exec(std::string("NOTIFY ") + RevisionWatch::channel + ", '" + std::to_string(revision) + "'");
    return std::nullopt;
  });
}

void PostgresStore::listen(RevisionListener* listener) {
  watch_.reset();
  if (listener) watch_ = std::make_unique<RevisionWatch>(url_, *listener);
}

app::Result<void> PostgresStore::backup(const std::string&) {
  return app::Error{app::ErrorCode::invalid, "back up " + description_ + " with pg_dump"};
}

app::Error PostgresStore::failure(const std::string& reason) const {
  return {app::ErrorCode::unavailable, description_ + ": " + first_line(reason)};
}

}  // namespace herold::store
