// Hears of revisions through LISTEN, in a thread and on a connection of its own. When the connection breaks
// it makes a new one and asks for the latest revision, so that none is missed.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <thread>

#include "store/store.h"

namespace herold::store {

class RevisionWatch {
 public:
  static constexpr const char* channel = "herold_revision";

  RevisionWatch(std::string url, RevisionListener& listener);
  ~RevisionWatch();

 private:
  void run();
  void watch_until_broken();
  void tell(std::int64_t revision);

  const std::string url_;
  RevisionListener& listener_;
  std::int64_t told_ = -1;  // the latest one, told once at least
  std::atomic<bool> stopping_ = false;
  std::thread thread_;
};

}  // namespace herold::store
