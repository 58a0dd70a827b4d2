// A stand-in for other people's web servers, on loopback: it says what a test wants it to say, byte by byte.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace herold::testing {

class WebServer {
 public:
  // False when the other side has gone or the server is ending.
  using Write = std::function<bool(std::string_view bytes)>;
  // `head` is the request line and the headers. Called from a thread of each connection's own.
  using Answer = std::function<void(const std::string& head, const Write& write)>;

  // On loopback: `address` is one of 127.0.0.0/8; port 0 takes any that is free.
  explicit WebServer(Answer answer, const char* address = "127.0.0.1", std::uint16_t port = 0);
  ~WebServer();
  WebServer(const WebServer&) = delete;
  WebServer& operator=(const WebServer&) = delete;

  std::uint16_t port() const { return port_; }
  std::string url(const std::string& path) const;
  std::vector<std::string> heads() const;

 private:
  void accept_all();
  void serve(int connection);

  const Answer answer_;
  int listening_ = -1;
  std::uint16_t port_ = 0;
  std::atomic<bool> ending_ = false;
  mutable std::mutex mutex_;
  std::vector<std::string> heads_;
  std::vector<std::thread> connections_;
  std::thread accepting_;
};

// A whole answer; Content-Length is added.
std::string http_answer(int status, const std::string& headers, const std::string& body);

// "GET /feed HTTP/1.1…" → "/feed"
std::string path_of(const std::string& head);

}  // namespace herold::testing
