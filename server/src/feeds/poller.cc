#include "feeds/poller.h"

#include <chrono>
#include <utility>

#include "app/background.h"
#include "feeds/schedule.h"

namespace herold::feeds {
namespace {

constexpr std::chrono::seconds kLook{10};  // between two looks at what is due
constexpr std::chrono::seconds kRenewal{Schedule::renewal};

}  // namespace

Poller::Poller(Visits& visits, const outgoing::Client& client, const app::Clock& clock)
    : visits_(visits), client_(client), clock_(clock) {}

void Poller::start() {
  for (std::size_t i = 0; i < at_once; ++i) threads_.emplace_back([this] { work(); });
  threads_.emplace_back([this] { keep_leases(); });
}

Poller::~Poller() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void Poller::wake() {
  {
    const std::lock_guard lock(mutex_);
    ++wakes_;
  }
  changed_.notify_all();
}

void Poller::work() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    const std::size_t seen = wakes_;
    lock.unlock();
    bool more = false;
    app::in_background("feed-failed", [&] { more = visit_one(); });
    lock.lock();
    if (!more) changed_.wait_for(lock, kLook, [&] { return stopping_ || wakes_ != seen; });
  }
}

// False when there was nothing to do. What the database refuses is tried again at the next look.
bool Poller::visit_one() {
  const auto claimed = visits_.claim();
  outage_.note(claimed);
  if (!claimed || !*claimed) return false;
  const store::Feed& feed = **claimed;
  const Held lease(*this, {feed.id, feed.leased_by});
  const Visit visit = visit_feed(client_, feed.url, {feed.etag, feed.last_modified}, clock_.now());
  const bool stopped = visit.trouble && visit.trouble->code == outgoing::name(outgoing::Reason::stopped);
  const auto done = stopped ? visits_.give_back(feed) : visits_.record(feed, visit);
  outage_.note(done);
  return done && !stopped;
}

Poller::Held::Held(Poller& poller, Lease lease) : poller_(poller), lease_(std::move(lease)) {
  const std::lock_guard lock(poller_.mutex_);
  poller_.leases_.push_back(lease_);
}

Poller::Held::~Held() {
  const std::lock_guard lock(poller_.mutex_);
  std::erase(poller_.leases_, lease_);
}

void Poller::keep_leases() {
  std::unique_lock lock(mutex_);
  while (!changed_.wait_for(lock, kRenewal, [&] { return stopping_; })) {
    const auto leases = leases_;
    if (leases.empty()) continue;
    lock.unlock();
    app::in_background("feed-failed", [&] { outage_.note(visits_.renew(leases)); });
    lock.lock();
  }
}

}  // namespace herold::feeds
