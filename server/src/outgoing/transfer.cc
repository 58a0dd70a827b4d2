#include "outgoing/transfer.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>

#include "herold/ascii.h"

namespace herold::outgoing {
namespace {

Failure inside(const std::string& address) {
  return {Reason::inside, address,
          "The address leads to " + address +
              ", inside your own network. To allow it, start the server with --allow-network " + address +
              "."};
}

Failure closed_port(std::uint16_t port) {
  const std::string number = std::to_string(port);
  return {Reason::port, number,
          "The address leads to port " + number +
              ", which is not open. To allow it, start the server with --allow-port " + number + "."};
}

std::uint16_t port_of(const sockaddr& socket_address) {
  // IPv4 and IPv6 keep the port at the same place.
  sockaddr_in four{};
  std::memcpy(&four, &socket_address, sizeof four);
  return ntohs(four.sin_port);
}

// libcurl asks here for each socket it is about to connect, redirects included.
curl_socket_t open_socket(void* user, curlsocktype, curl_sockaddr* wanted) {
  auto& transfer = *static_cast<Transfer*>(user);
  const auto address = address_of(wanted->addr);
  if (!address) return CURL_SOCKET_BAD;
  if (!transfer.openings.address(*address)) {
    transfer.refusal = inside(text_of(*address));
    return CURL_SOCKET_BAD;
  }
  if (const std::uint16_t port = port_of(wanted->addr); !transfer.openings.port(port)) {
    transfer.refusal = closed_port(port);
    return CURL_SOCKET_BAD;
  }
  return socket(wanted->family, wanted->socktype | SOCK_CLOEXEC, wanted->protocol);
}

int progress(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<Transfer*>(user)->stopping ? 1 : 0;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::size_t take_header(char* data, std::size_t size, std::size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  const std::string_view line(data, size * count);
  if (line.starts_with("HTTP/")) {
    transfer.response.headers.clear();
    transfer.head_bytes = 0;
  }
  transfer.head_bytes += line.size();
  if (transfer.head_bytes > transfer.limits.head) {
    transfer.too_large = true;
    return 0;
  }
  if (const auto colon = line.find(':'); colon != std::string_view::npos)
    transfer.response.headers.emplace_back(ascii::to_lower(trimmed(line.substr(0, colon))),
                                           trimmed(line.substr(colon + 1)));
  return line.size();
}

// Takes up to the limit; then it takes less than it was given, which ends the transfer.
std::size_t take_body(char* data, std::size_t size, std::size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  std::string& body = transfer.response.body;
  const std::size_t taken = std::min(size * count, transfer.limits.body - body.size());
  body.append(data, taken);
  transfer.too_large = taken < size * count;
  return taken;
}

}  // namespace

void set_callbacks(CURL* curl, Transfer& transfer) {
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &transfer);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, &transfer);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &transfer);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, progress);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &transfer);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
}

}  // namespace herold::outgoing
