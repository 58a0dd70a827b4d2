#include "push/socket.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <memory>
#include <string>

namespace herold::push {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using boost::system::error_code;

struct Socket {
  Socket(Stream stream, Hub& the_hub) : ws(std::move(stream)), wake(ws.get_executor()), hub(the_hub) {
    hub.add(wake);
  }
  ~Socket() { hub.remove(wake); }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;

  // A message is 16 bytes: nothing to compress.
  websocket::stream<Stream, false> ws;
  asio::steady_timer wake;
  Hub& hub;
  bool closed = false;
};

// Reading is what answers pings and close frames, and what notices that the peer has gone.
asio::awaitable<void> read_until_closed(std::shared_ptr<Socket> socket) {
  error_code error;
  beast::flat_buffer buffer;
  while (!error) {
    co_await socket->ws.async_read(buffer, asio::redirect_error(asio::use_awaitable, error));
    buffer.clear();
  }
  socket->closed = true;
  socket->wake.cancel();
}

asio::awaitable<void> send_revisions(Socket& socket, std::chrono::seconds heartbeat) {
  error_code error;
  while (!socket.closed && !socket.hub.closing()) {
    const std::int64_t revision = socket.hub.revision();
    const std::string message = "{\"revision\": " + std::to_string(revision) + "}";
    co_await socket.ws.async_write(asio::buffer(message), asio::redirect_error(asio::use_awaitable, error));
    if (error) co_return;
    // Published while the message was on its way: nobody cancels a timer that is not yet waited for.
    if (socket.hub.revision() != revision || socket.closed || socket.hub.closing()) continue;
    socket.wake.expires_after(heartbeat);
    error_code woken;
    co_await socket.wake.async_wait(asio::redirect_error(asio::use_awaitable, woken));
  }
  if (!socket.closed)
    co_await socket.ws.async_close(websocket::close_code::going_away,
                                   asio::redirect_error(asio::use_awaitable, error));
}

websocket::stream_base::timeout timeouts(const SocketLimits& limits) {
  // Beast pings a silent peer after half of the idle time, so that a connection that died without a word, or
  // does not take what is sent, is found out.
  return {.handshake_timeout = limits.handshake, .idle_timeout = limits.silence, .keep_alive_pings = true};
}

}  // namespace

asio::awaitable<void> serve_socket(Stream stream, Upgrade upgrade, Hub& hub, const SocketLimits& limits) {
  // The WebSocket has timeouts of its own.
  beast::get_lowest_layer(stream).expires_never();
  auto socket = std::make_shared<Socket>(std::move(stream), hub);
  socket->ws.set_option(timeouts(limits));
  socket->ws.read_message_max(limits.message_bytes);
  socket->ws.set_option(websocket::stream_base::decorator([](websocket::response_type& response) {
    // Only this one is echoed: the other offer holds the token.
    response.set(beast::http::field::sec_websocket_protocol, "herold.v1");
  }));
  error_code error;
  co_await socket->ws.async_accept(upgrade, asio::redirect_error(asio::use_awaitable, error));
  if (error) co_return;
  socket->ws.text(true);
  asio::co_spawn(socket->ws.get_executor(), read_until_closed(socket), asio::detached);
  co_await send_revisions(*socket, limits.heartbeat);
}

}  // namespace herold::push
