// The bounds of a WebSocket.
#pragma once

#include <chrono>
#include <cstddef>

namespace herold::push {

struct SocketLimits {
  std::chrono::seconds heartbeat{20};  // a browser's worker dies after 30 s without a message
  std::chrono::seconds handshake{10};
  std::chrono::seconds silence{60};     // a peer that answers no ping for so long is gone
  std::size_t message_bytes = 1 << 10;  // of the client's, which are thrown away
};

}  // namespace herold::push
