// One WebSocket of the hub.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

#include "push/hub.h"
#include "push/limits.h"

namespace herold::push {

using Upgrade = boost::beast::http::request<boost::beast::http::string_body>;
using PlainStream = boost::beast::tcp_stream;
using TlsStream = boost::beast::ssl_stream<boost::beast::tcp_stream>;

// Accepts the handshake and sends `{"revision": N}` at once, at every publication and every heartbeat, until
// either side closes. What the client sends is read and thrown away. The caller has checked the token.
boost::asio::awaitable<void> serve_socket(PlainStream stream, Upgrade upgrade, Hub& hub,
                                          const SocketLimits& limits);
boost::asio::awaitable<void> serve_socket(TlsStream stream, Upgrade upgrade, Hub& hub,
                                          const SocketLimits& limits);

}  // namespace herold::push
