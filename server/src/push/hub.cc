#include "push/hub.h"

#include <boost/asio/post.hpp>

namespace herold::push {

void Hub::publish(std::int64_t revision) {
  boost::asio::post(io_, [this, revision] {
    if (revision <= revision_) return;
    revision_ = revision;
    wake_all();
  });
}

void Hub::close() {
  closing_ = true;
  wake_all();
}

void Hub::wake_all() {
  for (boost::asio::steady_timer* listener : listeners_) listener->cancel();
}

}  // namespace herold::push
