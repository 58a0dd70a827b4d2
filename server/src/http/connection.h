// One connection: requests one after the other, or a WebSocket of the hub.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/thread_pool.hpp>

#include <optional>
#include <string>
#include <unordered_set>

#include "http/metrics.h"
#include "http/service.h"
#include "push/hub.h"
#include "push/limits.h"

namespace herold::http {

// What all connections share. They run on the hub's thread; `workers` take what blocks.
struct Serving {
  Service& service;
  push::Hub& hub;
  Metrics& metrics;
  boost::asio::thread_pool& workers;
  push::SocketLimits socket_limits;
  std::string trusted_proxy;  // address whose X-Forwarded-… headers count; may be empty
  bool stopping = false;      // answer what is under way, then close
  std::size_t connections = 0;
  // Cancelled to stop: those that wait for a request at once, those in the middle of one a little later.
  std::unordered_set<boost::asio::ip::tcp::socket*> idle;
  std::unordered_set<boost::asio::ip::tcp::socket*> receiving;
};

// An IPv4 address as such, also where it came in on a socket of IPv6.
boost::asio::ip::address plain(const boost::asio::ip::address& address);

// Never throws; ends when the connection does. Plain without `tls`.
boost::asio::awaitable<void> serve_connection(boost::asio::ip::tcp::socket socket,
                                              boost::asio::ssl::context* tls, Serving& serving);

}  // namespace herold::http
