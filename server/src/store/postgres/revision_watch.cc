#include "store/postgres/revision_watch.h"

#include <chrono>
#include <cstdlib>
#include <exception>
#include <pqxx/pqxx>

#include "store/postgres/postgres_store.h"

namespace herold::store {
namespace {

// How long a stop may take to be seen.
constexpr long kTurnMicroseconds = 250'000;
constexpr int kTurnsBeforeReconnecting = 4;

class Receiver final : public pqxx::notification_receiver {
 public:
  Receiver(pqxx::connection_base& connection, std::function<void(std::int64_t)> tell)
      : pqxx::notification_receiver(connection, RevisionWatch::channel), tell_(std::move(tell)) {}

  void operator()(const std::string& payload, int) override {
    tell_(std::strtoll(payload.c_str(), nullptr, 10));
  }

 private:
  std::function<void(std::int64_t)> tell_;
};

}  // namespace

RevisionWatch::RevisionWatch(std::string url, RevisionListener& listener)
    : url_(std::move(url)), listener_(listener), thread_([this] { run(); }) {}

RevisionWatch::~RevisionWatch() {
  stopping_ = true;
  thread_.join();
}

void RevisionWatch::run() {
  while (!stopping_) {
    try {
      watch_until_broken();
    } catch (const std::exception&) {
      for (int turn = 0; turn < kTurnsBeforeReconnecting && !stopping_; ++turn) {
        std::this_thread::sleep_for(std::chrono::microseconds(kTurnMicroseconds));
      }
    }
  }
}

void RevisionWatch::watch_until_broken() {
  const auto connection = connect(url_);
  const Receiver receiver(*connection, [this](std::int64_t revision) { tell(revision); });
  {
    pqxx::nontransaction session(*connection);
    tell(session.exec1("SELECT COALESCE(MAX(revision), 0) FROM publications")[0].as<std::int64_t>());
  }
  while (!stopping_) connection->await_notification(0, kTurnMicroseconds);
}

void RevisionWatch::tell(std::int64_t revision) {
  if (revision <= told_) return;
  told_ = revision;
  listener_.revision_published(revision);
}

}  // namespace herold::store
