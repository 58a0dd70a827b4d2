#include "http/listener.h"

#include <spdlog/spdlog.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <chrono>
#include <ctime>
#include <utility>

#include "app/log_value.h"

namespace herold::http {
namespace {

namespace asio = boost::asio;
namespace ssl = asio::ssl;
using asio::ip::tcp;
using boost::system::error_code;

app::Error bad(std::string message) { return {app::ErrorCode::invalid, std::move(message)}; }

struct HostPort {
  std::string host;
  std::string port;
};

std::optional<HostPort> split(std::string_view listen) {
  const std::size_t colon = listen.rfind(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == listen.size()) return std::nullopt;
  std::string_view host = listen.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  const std::string_view port = listen.substr(colon + 1);
  if (port.size() > 5 || port.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  if (std::stoi(std::string(port)) > 65535) return std::nullopt;
  return HostPort{std::string(host), std::string(port)};
}

app::Result<tcp::endpoint> resolve(asio::io_context& io, const std::string& listen) {
  const auto parts = split(listen);
  if (!parts) return bad("--listen " + listen + ": expected HOST:PORT, such as 127.0.0.1:8080");
  error_code error;
  const auto found = tcp::resolver(io).resolve(parts->host, parts->port, tcp::resolver::passive, error);
  if (error || found.empty()) return bad("--listen " + listen + ": no such host (" + error.message() + ")");
  return found.begin()->endpoint();
}

// In the one way of writing it that a peer's address is compared in.
std::optional<app::Error> take_proxy(const std::string& address, Serving& serving) {
  if (address.empty()) return std::nullopt;
  error_code error;
  serving.trusted_proxy = plain(asio::ip::make_address(address, error)).to_string();
  if (!error) return std::nullopt;
  return bad("--trusted-proxy " + address + ": expected the proxy's IP address, such as 10.1.2.3");
}

app::Error bad_key(const std::string& path, bool has_pass_phrase, const error_code& error) {
  if (has_pass_phrase)
    return bad("--tls-key " + path +
               ": has a pass phrase, which nobody can enter here; write it without one: " +
               "(umask 077 && openssl pkey -in " + path + " -out NEW.pem)");
  return bad("--tls-key " + path + ": cannot be read as PEM or does not fit the certificate (" +
             error.message() + ")");
}

// Mozilla's "intermediate" is what OpenSSL 3 offers from TLS 1.2 on.
app::Result<ssl::context> load_tls(const ListenOptions& options) {
  ssl::context tls(ssl::context::tls_server);
  tls.set_options(ssl::context::default_workarounds | ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1);
  error_code error;
  tls.use_certificate_chain_file(options.tls_certificate, error);
  if (error)
    return bad("--tls-cert " + options.tls_certificate + ": cannot be read as PEM (" + error.message() + ")");
  // OpenSSL would ask on the terminal.
  const auto asked = std::make_shared<bool>(false);
  tls.set_password_callback(
      [asked](std::size_t, ssl::context::password_purpose) {
        *asked = true;
        return std::string();
      },
      error);
  tls.use_private_key_file(options.tls_key, ssl::context::pem, error);
  if (error) return bad_key(options.tls_key, *asked, error);
  return tls;
}

// When the first certificate of the chain ends, which is the server's own; 0 when it does not say.
app::Seconds expiry_of(ssl::context& tls) {
  const X509* certificate = SSL_CTX_get0_certificate(tls.native_handle());
  std::tm end{};
  if (!certificate || ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &end) != 1) return 0;
  return ::timegm(&end);
}

app::Error unusable(const std::string& listen, const error_code& error) {
  if (error == asio::error::address_in_use)
    return bad("--listen " + listen + ": another program uses this address already");
  if (error == asio::error::access_denied)
    return bad(
        "--listen " + listen +
        ": this user may not use a port below 1024; give the program the right to "
        "(CAP_NET_BIND_SERVICE, as the service in server/OPERATING.md has it), or listen on a higher port "
        "behind a proxy");
  return bad("--listen " + listen + ": " + error.message());
}

}  // namespace

app::Result<std::unique_ptr<Listener>> Listener::open(asio::io_context& io, const ListenOptions& options,
                                                      Serving& serving) {
  std::unique_ptr<Listener> listener(new Listener(io, options, serving));
  if (options.tls_certificate.empty() != options.tls_key.empty())
    return bad("--tls-cert and --tls-key belong together");
  if (auto loaded = listener->reload(); !loaded) return loaded.error();
  if (auto fault = take_proxy(options.trusted_proxy, serving)) return *fault;
  app::Result<tcp::endpoint> endpoint = resolve(io, options.listen);
  if (!endpoint) return endpoint.error();
  if (!listener->tls_ && options.trusted_proxy.empty() && !endpoint->address().is_loopback())
    return bad("--listen " + options.listen +
               ": plain HTTP is for loopback only; add --tls-cert and --tls-key, or --trusted-proxy");

  error_code error;
  tcp::acceptor& acceptor = listener->acceptor_;
  acceptor.open(endpoint->protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(*endpoint, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) return unusable(options.listen, error);
  return listener;
}

app::Result<void> Listener::reload() {
  if (options_.tls_certificate.empty()) return {};
  app::Result<ssl::context> tls = load_tls(options_);
  if (!tls) return tls.error();
  tls_ = std::move(*tls);
  certificate_expires_at_ = expiry_of(*tls_);
  return {};
}

void Listener::start() { asio::co_spawn(acceptor_.get_executor(), accept(), asio::detached); }

void Listener::stop() {
  error_code error;
  acceptor_.close(error);
}

std::string Listener::url() const {
  const tcp::endpoint endpoint = acceptor_.local_endpoint();
  const std::string address = endpoint.address().to_string();
  return std::string(tls_ ? "https://" : "http://") +
         (endpoint.address().is_v6() ? "[" + address + "]" : address) + ":" + std::to_string(endpoint.port());
}

// Told once, and once more when there is room again.
bool Listener::has_room() {
  const bool full = serving_.connections >= serving_.service.limits().connections;
  if (full != std::exchange(full_, full)) {
    if (full)
      spdlog::error("event=full connections={} what=\"new ones are closed at once\"", serving_.connections);
    else
      spdlog::info("event=room-again connections={}", serving_.connections);
  }
  return !full;
}

// Plain HTTP comes from this machine or from the proxy, whatever the address we listen on.
bool Listener::admits(const tcp::socket& socket) const {
  if (tls_) return true;
  error_code error;
  const auto endpoint = socket.remote_endpoint(error);
  const auto peer = plain(endpoint.address());
  return !error && (peer.is_loopback() || peer.to_string() == serving_.trusted_proxy);
}

asio::awaitable<void> Listener::accept() {
  while (acceptor_.is_open()) {
    error_code error;
    tcp::socket socket = co_await acceptor_.async_accept(asio::redirect_error(asio::use_awaitable, error));
    if (error == asio::error::operation_aborted) co_return;
    if (error) {
      // Out of descriptors, most likely: let some connections end before trying again.
      if (!std::exchange(failing_, true))
        spdlog::error("event=accept-failed what={}", app::log_value(error.message()));
      asio::steady_timer pause(acceptor_.get_executor(), std::chrono::milliseconds(100));
      co_await pause.async_wait(asio::use_awaitable);
      continue;
    }
    if (std::exchange(failing_, false)) spdlog::info("event=accepts-again");
    if (!has_room() || !admits(socket)) continue;
    socket.set_option(tcp::no_delay(true), error);
    asio::co_spawn(acceptor_.get_executor(),
                   serve_connection(std::move(socket), tls_ ? &*tls_ : nullptr, serving_), asio::detached);
  }
}

}  // namespace herold::http
