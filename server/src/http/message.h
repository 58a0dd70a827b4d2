// A request and a response as handlers know them: no sockets, no parser.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/enrolment.h"
#include "auth/accounts.h"

namespace herold::http {

enum class Method { get, head, post, put, del, other };

// "GET", …; "OTHER"
std::string_view name(Method method);
Method method_named(std::string_view name);

using Headers = std::vector<std::pair<std::string, std::string>>;

// The value of the first header of that name, whatever its case; empty when there is none.
std::string_view find_header(const Headers& headers, std::string_view name);

std::size_t count_headers(const Headers& headers, std::string_view name);

// A list may be sent in several fields of one name (RFC 9110, section 5.3): all of them, with commas between.
std::string joined_header(const Headers& headers, std::string_view name);

struct Request {
  Method method = Method::get;
  std::string path;  // percent-decoded
  std::map<std::string, std::string, std::less<>> query;
  Headers headers;
  std::string body;

  std::string client;   // address, for rate limits only; never logged
  bool secure = false;  // reached us, or the proxy in front, over TLS

  // Of the route, as in openapi.yaml: for log and metrics, since paths hold ids. Filled in by the service.
  std::string_view pattern = "none";

  // Filled in by the service once a route has been found and its guard has let the request pass.
  std::map<std::string, std::string, std::less<>> params;
  std::optional<auth::Account> administrator;
  std::optional<store::Device> device;
  std::string token;  // the caller's secret; never logged

  std::string_view header(std::string_view name) const { return find_header(headers, name); }
  // Empty when missing.
  std::string_view param(std::string_view name) const;
  std::string_view query_value(std::string_view name) const;
};

struct Response {
  int status = 200;
  std::string content_type = {};
  std::shared_ptr<const std::string> body = {};  // shared, so that a bundle is held once for all who fetch it
  Headers headers = {};

  Response& with(std::string header, std::string value) {
    headers.emplace_back(std::move(header), std::move(value));
    return *this;
  }
  std::string_view text() const { return body ? std::string_view(*body) : std::string_view(); }
};

Response text_response(int status, std::string content_type, std::string body);

}  // namespace herold::http
