// A TCP connection with TLS or without, as Asio's and Beast's operations take it.
#pragma once

#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/beast/core/role.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace herold::push {

// One type for both, and handlers without their types below it (Asio's any_completion_handler, which comes
// with Boost 1.82): Beast is all templates, and would be compiled for each kind of stream and each step of
// each operation. Handlers run on the stream's executor, which has one thread.
class Stream {
 public:
  using Tcp = boost::beast::tcp_stream;
  using next_layer_type = Tcp;
  using executor_type = Tcp::executor_type;

  explicit Stream(boost::asio::ip::tcp::socket socket);
  // Keeps what `context` holds now, also when that is replaced.
  Stream(boost::asio::ip::tcp::socket socket, boost::asio::ssl::context& context);

  executor_type get_executor() { return next_layer().get_executor(); }
  // Where Beast looks for time limits and the socket.
  Tcp& next_layer() { return tls_ ? tls_->next_layer() : *tcp_; }
  const Tcp& next_layer() const { return tls_ ? tls_->next_layer() : *tcp_; }

  // What TLS begins and ends with; nothing where the connection is plain. An error says that the peer did
  // not.
  boost::asio::awaitable<boost::system::error_code> begin();
  boost::asio::awaitable<boost::system::error_code> end();

  template <class Buffers, class Token>
  auto async_read_some(const Buffers& buffers, Token&& token) {
    return boost::asio::async_initiate<Token, void(boost::system::error_code, std::size_t)>(
        [this](auto handler, boost::asio::mutable_buffer room) { read(room, erased(std::move(handler))); },
        token, first<1, boost::asio::mutable_buffer>(buffers)[0]);
  }

  template <class Buffers, class Token>
  auto async_write_some(const Buffers& buffers, Token&& token) {
    return boost::asio::async_initiate<Token, void(boost::system::error_code, std::size_t)>(
        [this](auto handler, const Parts& parts) { write(parts, erased(std::move(handler))); }, token,
        first<kParts, boost::asio::const_buffer>(buffers));
  }

  // How a WebSocket ends what is below it; found by its arguments.
  template <class Handler>
  friend void async_teardown(boost::beast::role_type role, Stream& stream, Handler&& handler) {
    boost::asio::async_initiate<Handler, void(boost::system::error_code)>(
        [&stream, role](auto done) { stream.tear_down(role, erased(std::move(done))); }, handler);
  }

 private:
  static constexpr std::size_t kParts = 4;  // a head and its body, and some
  using Parts = std::array<boost::asio::const_buffer, kParts>;
  using Transferred = std::function<void(boost::system::error_code, std::size_t)>;
  using Done = std::function<void(boost::system::error_code)>;

  // A function can be copied, handlers cannot.
  template <class Handler>
  static auto erased(Handler handler) {
    return [shared = std::make_shared<Handler>(std::move(handler))](auto... outcome) {
      std::invoke(std::move(*shared), outcome...);
    };
  }

  // Of what there is: reading and writing some may always stop early.
  template <std::size_t N, class Buffer, class Buffers>
  static std::array<Buffer, N> first(const Buffers& buffers) {
    std::array<Buffer, N> taken;
    std::size_t count = 0;
    const auto end = boost::asio::buffer_sequence_end(buffers);
    for (auto it = boost::asio::buffer_sequence_begin(buffers); it != end && count < N; ++it)
      if (const Buffer buffer(*it); buffer.size() > 0) taken[count++] = buffer;
    return taken;
  }

  void read(boost::asio::mutable_buffer room, Transferred handler);
  void write(const Parts& parts, Transferred handler);
  void tear_down(boost::beast::role_type role, Done handler);

  std::optional<Tcp> tcp_;
  std::optional<boost::beast::ssl_stream<Tcp>> tls_;
};

}  // namespace herold::push
