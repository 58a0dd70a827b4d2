#include "http/head.h"

#include <algorithm>
#include <ctime>

#include "herold/ascii.h"
#include "http/list_header.h"
#include "http/problem.h"

namespace herold::http {
namespace {

constexpr std::size_t kUsualHead = 512;  // bytes

// "203.0.113.7:4711" and "[2001:db8::1]:4711", as some proxies write addresses, without the port.
std::string_view without_port(std::string_view address) {
  if (address.starts_with('[')) return address.substr(1, address.find(']') - 1);
  const std::size_t colon = address.find(':');
  const bool only = colon != std::string_view::npos && colon == address.rfind(':');
  return only ? address.substr(0, colon) : address;
}

// The address furthest right is the one the proxy itself saw; those before it are the client's to invent.
std::string_view forwarded_client(std::string_view header) {
  return without_port(trim(header.substr(header.rfind(',') + 1)));
}

// "Tue, 24 Nov 2026 08:00:00 GMT", made once a second; the process runs in the C locale.
std::string_view http_date() {
  thread_local std::time_t second = -1;
  thread_local char text[40];
  thread_local std::size_t length = 0;
  const std::time_t now = std::time(nullptr);
  if (now != second) {
    std::tm utc{};
    gmtime_r(&now, &utc);
    length = std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &utc);
    second = now;
  }
  return {text, length};
}

void add_field(std::string& head, std::string_view name, std::string_view value) {
  head.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

std::string_view ambiguity(const Request& request, unsigned version) {
  const auto hosts = count_headers(request.headers, "Host");
  if (hosts > 1 || (hosts == 0 && version >= 11)) return "The request must name one Host.";
  const auto codings = count_headers(request.headers, "Transfer-Encoding");
  if (codings == 0) return "";
  const bool chunked =
      codings == 1 && ascii::equal_ignoring_case(request.header("Transfer-Encoding"), "chunked");
  return chunked ? "" : "The only Transfer-Encoding known here is chunked.";
}

void take_forwarded(Request& request) {
  if (const auto client = forwarded_client(request.header("X-Forwarded-For")); !client.empty())
    request.client = client;
  if (request.header("X-Forwarded-Proto") == "https") request.secure = true;
}

std::string response_head(const Response& response, bool keep) {
  std::string head;
  head.reserve(kUsualHead);
  head.append("HTTP/1.1 ")
      .append(std::to_string(response.status))
      .append(" ")
      .append(reason(response.status));
  head.append("\r\n");
  add_field(head, "Date", http_date());
  if (!response.content_type.empty()) add_field(head, "Content-Type", response.content_type);
  for (const auto& [name, value] : response.headers) add_field(head, name, value);
  if (response.status != 204 && response.status != 304)
    add_field(head, "Content-Length", std::to_string(response.text().size()));
  if (!keep) add_field(head, "Connection", "close");
  return head.append("\r\n");
}

}  // namespace herold::http
