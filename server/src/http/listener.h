// The server's socket: who may connect how, and the end of it all.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

#include <atomic>
#include <memory>
#include <optional>
#include <string>

#include "app/clock.h"
#include "app/result.h"
#include "http/connection.h"

namespace herold::http {

struct ListenOptions {
  std::string listen = "127.0.0.1:8080";  // HOST:PORT, [V6]:PORT; port 0: any that is free
  std::string tls_certificate;            // PEM files; both or neither
  std::string tls_key;
  std::string trusted_proxy;  // address of a proxy that speaks TLS in our place
};

class Listener {
 public:
  // An Error, in one line, for an address that is taken or none, an unreadable certificate, or plain HTTP
  // where others could read along: without TLS it listens on loopback only, unless a proxy is named.
  static app::Result<std::unique_ptr<Listener>> open(boost::asio::io_context& io,
                                                     const ListenOptions& options, Serving& serving);

  // Reads the certificate anew, for connections to come; what cannot be read leaves the former one in force.
  app::Result<void> reload();

  // When the certificate in force ends; 0 without TLS. From any thread.
  app::Seconds certificate_expires_at() const { return certificate_expires_at_; }

  // Accepts until stopped.
  void start();
  void stop();

  // "http://127.0.0.1:8080", with the port that was taken.
  std::string url() const;

 private:
  Listener(boost::asio::io_context& io, const ListenOptions& options, Serving& serving)
      : options_(options), acceptor_(io), serving_(serving) {}
  boost::asio::awaitable<void> accept();
  bool has_room();
  bool admits(const boost::asio::ip::tcp::socket& socket) const;

  const ListenOptions options_;
  boost::asio::ip::tcp::acceptor acceptor_;
  std::optional<boost::asio::ssl::context> tls_;
  std::atomic<app::Seconds> certificate_expires_at_ = 0;
  Serving& serving_;
  bool failing_ = false;  // the last connection could not be accepted
  bool full_ = false;
};

}  // namespace herold::http
