#include "http/connection.h"

#include <spdlog/spdlog.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/read_size.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include <array>
#include <chrono>
#include <utility>

#include "app/log_value.h"
#include "herold/ascii.h"
#include "http/head.h"
#include "http/uri.h"
#include "push/socket.h"

namespace herold::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;
using Parser = beast::http::request_parser<beast::http::string_body>;
using push::Stream;

constexpr std::size_t kFirstRead = 4096;     // bytes
constexpr std::size_t kLargestRead = 65536;  // bytes
constexpr std::size_t kWrite = 256 << 10;    // bytes of a body that have `write_time`
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

// Runs what blocks on a worker; the coroutine goes on where it was.
template <class F>
auto on_worker(asio::thread_pool& workers, F work) -> asio::awaitable<std::invoke_result_t<F>> {
  co_return co_await asio::co_spawn(
      workers, [work = std::move(work)]() -> asio::awaitable<std::invoke_result_t<F>> { co_return work(); },
      asio::use_awaitable);
}

// A person's browser at an address that somebody typed or a mail program broke: the console says what it is,
// in words.
bool is_visit(const Request& request, std::string_view target) {
  return request.method == Method::get && target.starts_with('/') && !is_operation(target) &&
         request.header("Accept").find("text/html") != std::string_view::npos;
}

struct Peer {
  std::string address;
  bool tls = false;
};

class Connection {
 public:
  Connection(Stream stream, Peer peer, Serving& serving)
      : stream_(std::move(stream)),
        peer_(std::move(peer)),
        serving_(serving),
        limits_(serving.service.limits()) {
    buffer_.max_size(limits_.header_bytes + kFirstRead);
  }

  // One await a statement, none inside a condition: g++ 12 lays the frame of such a loop out wrongly, and the
  // first request then ends the process.
  asio::awaitable<void> serve() {
    bool goes_on = true;
    while (goes_on) goes_on = co_await serve_request();
    if (!handed_over_) co_await close();
  }

 private:
  static auto ignore(error_code& error) { return asio::redirect_error(asio::use_awaitable, error); }
  Stream::Tcp& tcp() { return stream_.next_layer(); }

  // Whether the connection goes on.
  asio::awaitable<bool> serve_request() {
    if (serving_.stopping) co_return false;
    const bool asked = co_await wait_for_request();
    if (!asked) co_return false;
    parser_.emplace();
    const bool understood = co_await read_head();
    if (!understood) co_return false;
    const bool upgrades = beast::websocket::is_upgrade(parser_->get()) && request_.path == kEventsPath;
    if (!upgrades) co_return co_await answer_request();
    co_await upgrade();
    co_return false;
  }

  asio::awaitable<bool> wait_for_request() {
    if (buffer_.size() > 0) co_return true;
    tcp().expires_after(limits_.idle_time);
    error_code error;
    serving_.idle.insert(&tcp().socket());
    const std::size_t read = co_await stream_.async_read_some(buffer_.prepare(kFirstRead), ignore(error));
    serving_.idle.erase(&tcp().socket());
    buffer_.commit(read);
    co_return !error;
  }

  // Reads and parses until `complete`. Beast's own composed operations do the same, but each costs ten
  // seconds of compiling for each kind of stream.
  asio::awaitable<error_code> read_until(bool (Parser::*complete)() const) {
    error_code error;
    while (!((*parser_).*complete)()) {
      if (buffer_.size() == 0 || error == beast::http::error::need_more) {
        error = co_await read_some();
        if (error) co_return error;
      }
      buffer_.consume(parser_->put(buffer_.data(), error));
      if (error && error != beast::http::error::need_more) co_return error;
    }
    co_return error_code{};
  }

  // Adds to the buffer what the peer sends; an end in the middle of a message is the parser's to name.
  asio::awaitable<error_code> read_some() {
    const std::size_t room = beast::read_size(buffer_, kLargestRead);
    if (room == 0) co_return beast::http::error::buffer_overflow;
    error_code error;
    serving_.receiving.insert(&tcp().socket());
    const std::size_t read = co_await stream_.async_read_some(buffer_.prepare(room), ignore(error));
    serving_.receiving.erase(&tcp().socket());
    buffer_.commit(read);
    if (error != asio::error::eof) co_return error;
    if (!parser_->got_some()) co_return beast::http::error::end_of_stream;
    parser_->put_eof(error);
    co_return error;
  }

  // Whether there is a request to answer; what is wrong with one is answered here.
  asio::awaitable<bool> read_head() {
    parser_->header_limit(static_cast<std::uint32_t>(limits_.header_bytes));
    parser_->body_limit(boost::none);
    tcp().expires_after(limits_.header_time);
    const error_code error = co_await read_until(&Parser::is_header_done);
    started_ = Clock::now();
    request_ = Request{};
    request_.client = peer_.address;
    request_.secure = peer_.tls;
    if (error == beast::http::error::header_limit || error == beast::http::error::buffer_overflow)
      co_return co_await refuse(
          431, "The head of the request is larger than " + std::to_string(limits_.header_bytes) + " bytes.");
    if (error.category() == beast::http::make_error_code(beast::http::error::bad_target).category() &&
        error != beast::http::error::end_of_stream && error != beast::http::error::partial_message)
      co_return co_await refuse(400, "The head of the request is not HTTP: " + error.message() + ".");
    if (error) co_return false;
    co_return co_await take_head();
  }

  asio::awaitable<bool> take_head() {
    const auto& head = parser_->get();
    request_.method = method_named({head.method_string().data(), head.method_string().size()});
    for (const auto& field : head)
      request_.headers.emplace_back(std::string(field.name_string()), std::string(field.value()));
    if (!serving_.trusted_proxy.empty() && peer_.address == serving_.trusted_proxy) take_forwarded(request_);
    if (const auto fault = ambiguity(request_, head.version()); !fault.empty())
      co_return co_await refuse(400, std::string(fault));
    const std::string_view written(head.target().data(), head.target().size());
    auto target = parse_target(written);
    if (!target && is_visit(request_, written)) target = Target{"/", {}};
    if (!target) co_return co_await refuse(400, "The path of the request is malformed.");
    request_.path = std::move(target->path);
    request_.query = std::move(target->query);
    co_return true;
  }

  // Whether the connection goes on.
  asio::awaitable<bool> answer_request() {
    if (!Service::blocks(request_)) co_return co_await answer_at_once();
    auto admitted = co_await on_worker(serving_.workers, [this] { return serving_.service.admit(request_); });
    if (auto* refusal = std::get_if<Response>(&admitted)) co_return co_await respond(*refusal);
    const Admission admission = std::get<Admission>(admitted);
    if (!parser_->is_done()) {
      const bool complete = co_await read_body(admission);
      if (!complete) co_return false;
    }
    const Response response = co_await on_worker(
        serving_.workers, [this, &admission] { return serving_.service.answer(admission, request_); });
    co_return co_await respond(response);
  }

  // Whether the connection goes on.
  asio::awaitable<bool> answer_at_once() {
    auto admitted = serving_.service.admit(request_);
    if (auto* refusal = std::get_if<Response>(&admitted)) co_return co_await respond(*refusal);
    const Admission admission = std::get<Admission>(admitted);
    if (!parser_->is_done()) {
      const bool complete = co_await read_body(admission);
      if (!complete) co_return false;
    }
    const Response response = serving_.service.answer(admission, request_);
    co_return co_await respond(response);
  }

  // Whether the body is there; what is wrong with it is answered here.
  asio::awaitable<bool> read_body(const Admission& admission) {
    const auto too_large = [&] {
      return admission.body_limit == 0
                 ? std::string("This operation takes no body.")
                 : "The body is larger than " + std::to_string(admission.body_limit) + " bytes.";
    };
    if (const auto length = parser_->content_length(); length && *length > admission.body_limit)
      co_return co_await refuse(413, too_large());
    if (ascii::equal_ignoring_case(request_.header("Expect"), "100-continue")) co_await invite_body();
    parser_->body_limit(admission.body_limit);
    tcp().expires_after(limits_.body_time);
    parser_->eager(true);
    const error_code error = co_await read_until(&Parser::is_done);
    if (error == beast::http::error::body_limit) co_return co_await refuse(413, too_large());
    if (error == beast::http::error::partial_message)
      co_return co_await refuse(
          400, "The body ends early, after " + std::to_string(parser_->get().body().size()) + " bytes.");
    if (error && error.category() == beast::http::make_error_code(beast::http::error::bad_chunk).category())
      co_return co_await refuse(400, "The body is not HTTP: " + error.message() + ".");
    if (error) co_return false;
    request_.body = std::move(parser_->get().body());
    co_return true;
  }

  asio::awaitable<void> invite_body() {
    tcp().expires_after(limits_.write_time);
    error_code error;
    co_await asio::async_write(stream_, asio::buffer(kContinue), ignore(error));
  }

  // Always false: a refusal from here ends the connection.
  asio::awaitable<bool> refuse(int status, std::string detail) {
    refused_ = true;
    co_await respond(serving_.service.refuse(status, detail, request_.secure));
    co_return false;
  }

  asio::awaitable<bool> respond(const Response& response) {
    const bool whole = parser_->is_done();
    const bool keep = whole && parser_->get().keep_alive() && !serving_.stopping;
    const std::string head = response_head(response, keep);
    const std::string_view body = request_.method == Method::head ? std::string_view() : response.text();

    error_code error;
    std::size_t sent = 0;
    do {
      const std::string_view part = body.substr(sent, kWrite);
      const std::array<asio::const_buffer, 2> parts{asio::buffer(sent == 0 ? std::string_view(head) : ""),
                                                    asio::buffer(part)};
      tcp().expires_after(limits_.write_time);
      co_await asio::async_write(stream_, parts, ignore(error));
      sent += part.size();
    } while (!error && sent < body.size());
    serving_.service.record(request_, response,
                            std::chrono::duration<double>(Clock::now() - started_).count());
    co_return !error && keep;
  }

  asio::awaitable<void> upgrade() {
    if (serving_.hub.listeners() >= limits_.sockets) {
      co_await refuse(503, "The server holds as many listeners as it may. Ask again later.");
      co_return;
    }
    auto refusal =
        co_await on_worker(serving_.workers, [this] { return serving_.service.admit_listener(request_); });
    if (refusal) {
      co_await respond(*refusal);
      co_return;
    }
    handed_over_ = true;
    serving_.metrics.sockets.Increment();
    co_await push::serve_socket(std::move(stream_), parser_->release(), serving_.hub, serving_.socket_limits);
    serving_.metrics.sockets.Decrement();
  }

  asio::awaitable<void> close() {
    error_code error;
    tcp().expires_after(limits_.linger_time);
    co_await stream_.end();
    tcp().socket().shutdown(asio::ip::tcp::socket::shutdown_send, error);
    // A peer that is still sending would get a reset instead of the answer, so read on for a moment.
    std::array<char, kFirstRead> rest;
    error = {};
    while (!error && parser_ && (refused_ || !parser_->is_done()))
      co_await tcp().async_read_some(asio::buffer(rest), ignore(error));
    tcp().close();
  }

  Stream stream_;
  const Peer peer_;
  Serving& serving_;
  const Limits& limits_;
  beast::flat_buffer buffer_;
  std::optional<Parser> parser_;
  Request request_;
  Clock::time_point started_{};
  bool refused_ = false;      // what the peer sent besides is not looked at
  bool handed_over_ = false;  // the stream is the hub's now
};

struct Counted {
  explicit Counted(Serving& the_serving) : serving(the_serving) {
    ++serving.connections;
    serving.metrics.connections.Increment();
  }
  ~Counted() {
    --serving.connections;
    serving.metrics.connections.Decrement();
  }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;
  Serving& serving;
};

}  // namespace

asio::ip::address plain(const asio::ip::address& address) {
  if (!address.is_v6() || !address.to_v6().is_v4_mapped()) return address;
  return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
}

asio::awaitable<void> serve_connection(asio::ip::tcp::socket socket, asio::ssl::context* tls,
                                       Serving& serving) {
  const Counted counted(serving);
  try {
    Peer peer{plain(socket.remote_endpoint().address()).to_string(), tls != nullptr};
    Stream stream = tls ? Stream(std::move(socket), *tls) : Stream(std::move(socket));
    stream.next_layer().expires_after(serving.service.limits().header_time);
    const error_code error = co_await stream.begin();
    if (error) co_return;
    Connection connection(std::move(stream), std::move(peer), serving);
    co_await connection.serve();
  } catch (const std::exception& error) {
    // A peer that is gone before it was looked at, or memory that ran out: this connection's affair only.
    spdlog::warn("event=connection-lost what={}", app::log_value(error.what()));
  }
}

}  // namespace herold::http
