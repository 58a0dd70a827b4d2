#include "support/web_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

namespace herold::testing {
namespace {

constexpr int kPatience = 50;  // milliseconds between looks at whether the test is over

bool readable(int socket) {
  pollfd wanted{socket, POLLIN, 0};
  return poll(&wanted, 1, kPatience) > 0;
}

bool writable(int socket) {
  pollfd wanted{socket, POLLOUT, 0};
  return poll(&wanted, 1, kPatience) > 0;
}

}  // namespace

WebServer::WebServer(Answer answer, const char* host, std::uint16_t port) : answer_(std::move(answer)) {
  listening_ = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  inet_pton(AF_INET, host, &address.sin_addr);
  socklen_t size = sizeof address;
  auto* any = reinterpret_cast<sockaddr*>(&address);
  if (bind(listening_, any, size) != 0 || ::listen(listening_, 64) != 0 ||
      getsockname(listening_, any, &size) != 0)
    throw std::runtime_error("no port to listen on");
  port_ = ntohs(address.sin_port);
  accepting_ = std::thread([this] { accept_all(); });
}

WebServer::~WebServer() {
  ending_ = true;
  accepting_.join();
  for (std::thread& connection : connections_) connection.join();
  close(listening_);
}

std::string WebServer::url(const std::string& path) const {
  return "http://127.0.0.1:" + std::to_string(port_) + path;
}

std::vector<std::string> WebServer::heads() const {
  const std::lock_guard lock(mutex_);
  return heads_;
}

void WebServer::accept_all() {
  while (!ending_) {
    if (!readable(listening_)) continue;
    const int connection = accept(listening_, nullptr, nullptr);
    if (connection >= 0) connections_.emplace_back([this, connection] { serve(connection); });
  }
}

void WebServer::serve(int connection) {
  std::string head;
  while (!ending_ && head.find("\r\n\r\n") == std::string::npos) {
    if (!readable(connection)) continue;
    char bytes[4096];
    const ssize_t count = recv(connection, bytes, sizeof bytes, 0);
    if (count <= 0) break;
    head.append(bytes, static_cast<std::size_t>(count));
  }
  {
    const std::lock_guard lock(mutex_);
    heads_.push_back(head);
  }
  answer_(head, [&](std::string_view bytes) {
    while (!bytes.empty()) {
      if (ending_) return false;
      if (!writable(connection)) continue;
      const ssize_t count = send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
      if (count <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return !ending_;
  });
  close(connection);
}

std::string http_answer(int status, const std::string& headers, const std::string& body) {
  return "HTTP/1.1 " + std::to_string(status) +
         " As It Is\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
         headers + "\r\n" + body;
}

std::string path_of(const std::string& head) {
  const auto first = head.find(' ') + 1;
  return head.substr(first, head.find(' ', first) - first);
}

}  // namespace herold::testing
