// Who listens for revisions. One number is all there is to tell, so nothing is queued: each listener sends
// the newest one whenever it is ready to, and a slow one merely skips some.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstdint>
#include <unordered_set>

namespace herold::push {

// Lives on the thread of its io_context, but for `publish`, which may be called from any.
class Hub {
 public:
  Hub(boost::asio::io_context& io, std::int64_t revision) : io_(io), revision_(revision) {}

  // The same revision may be told twice, and an older one after a newer.
  void publish(std::int64_t revision);

  // The newest revision, 0 before the first.
  std::int64_t revision() const { return revision_; }

  // Listeners wait on a timer, which the hub cancels when there is something to say.
  void add(boost::asio::steady_timer& wake) { listeners_.insert(&wake); }
  void remove(boost::asio::steady_timer& wake) { listeners_.erase(&wake); }
  std::size_t listeners() const { return listeners_.size(); }

  // Asks every listener to say goodbye.
  void close();
  bool closing() const { return closing_; }

 private:
  void wake_all();

  boost::asio::io_context& io_;
  std::int64_t revision_;
  bool closing_ = false;
  std::unordered_set<boost::asio::steady_timer*> listeners_;
};

}  // namespace herold::push
