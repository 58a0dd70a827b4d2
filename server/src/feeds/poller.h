// Visits feeds when they are due, in threads of its own, so that no request waits for other people's servers.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <thread>
#include <vector>

#include "app/clock.h"
#include "app/outage.h"
#include "feeds/visits.h"
#include "outgoing/client.h"

namespace herold::feeds {

class Poller {
 public:
  static constexpr std::size_t at_once = 4;  // visits under way, in each replica

  // All must outlive the poller.
  Poller(Visits& visits, const outgoing::Client& client, const app::Clock& clock);
  // Stops. Stop the client first, or this waits for the visits under way.
  ~Poller();
  Poller(const Poller&) = delete;
  Poller& operator=(const Poller&) = delete;

  // Nothing is visited before.
  void start();
  // Looks for what is due at once rather than within ten seconds.
  void wake();

 private:
  // Keeps a lease renewed while it lives.
  class Held {
   public:
    Held(Poller& poller, Lease lease);
    ~Held();
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;

   private:
    Poller& poller_;
    Lease lease_;
  };

  void work();
  bool visit_one();
  void keep_leases();

  Visits& visits_;
  const outgoing::Client& client_;
  const app::Clock& clock_;
  app::Outage outage_{"feeds-failed", "feeds-again"};
  std::mutex mutex_;
  std::condition_variable changed_;
  bool stopping_ = false;
  std::size_t wakes_ = 0;
  std::vector<Lease> leases_;  // of the visits under way
  std::vector<std::thread> threads_;
};

}  // namespace herold::feeds
