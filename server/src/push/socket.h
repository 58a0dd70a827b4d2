// One WebSocket of the hub.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include "push/hub.h"
#include "push/limits.h"
#include "push/stream.h"

namespace herold::push {

using Upgrade = boost::beast::http::request<boost::beast::http::string_body>;

// Accepts the handshake and sends `{"revision": N}` at once, at every publication and every heartbeat, until
// either side closes. What the client sends is read and thrown away. The caller has checked the token.
boost::asio::awaitable<void> serve_socket(Stream stream, Upgrade upgrade, Hub& hub,
                                          const SocketLimits& limits);

}  // namespace herold::push
