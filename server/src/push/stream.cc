#include "push/stream.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream_base.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <boost/beast/websocket/teardown.hpp>

namespace herold::push {

namespace asio = boost::asio;
using boost::system::error_code;

Stream::Stream(asio::ip::tcp::socket socket) : tcp_(std::move(socket)) {}

Stream::Stream(asio::ip::tcp::socket socket, asio::ssl::context& context)
    : tls_(std::in_place, Tcp(std::move(socket)), context) {}

asio::awaitable<error_code> Stream::begin() {
  error_code error;
  if (tls_)
    co_await tls_->async_handshake(asio::ssl::stream_base::server,
                                   asio::redirect_error(asio::use_awaitable, error));
  co_return error;
}

asio::awaitable<error_code> Stream::end() {
  error_code error;
  if (tls_) co_await tls_->async_shutdown(asio::redirect_error(asio::use_awaitable, error));
  co_return error;
}

void Stream::read(asio::mutable_buffer room, Transferred handler) {
  if (tls_) return tls_->async_read_some(room, std::move(handler));
  tcp_->async_read_some(room, std::move(handler));
}

void Stream::write(const Parts& parts, Transferred handler) {
  if (tls_) return tls_->async_write_some(parts, std::move(handler));
  tcp_->async_write_some(parts, std::move(handler));
}

void Stream::tear_down(boost::beast::role_type role, Done handler) {
  using boost::beast::websocket::async_teardown;
  if (tls_) return async_teardown(role, *tls_, std::move(handler));
  async_teardown(role, *tcp_, std::move(handler));
}

}  // namespace herold::push
