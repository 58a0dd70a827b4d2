#include "http/message.h"

#include <algorithm>

#include "herold/ascii.h"

namespace herold::http {
namespace {

std::string_view value_of(const std::map<std::string, std::string, std::less<>>& values,
                          std::string_view name) {
  const auto found = values.find(name);
  return found == values.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace

std::string_view name(Method method) {
  switch (method) {
    case Method::get:
      return "GET";
    case Method::head:
      return "HEAD";
    case Method::post:
      return "POST";
    case Method::put:
      return "PUT";
    case Method::del:
      return "DELETE";
    case Method::other:
      break;
  }
  return "OTHER";
}

std::size_t count_headers(const Headers& headers, std::string_view name) {
  return static_cast<std::size_t>(std::count_if(headers.begin(), headers.end(), [&](const auto& field) {
    return ascii::equal_ignoring_case(field.first, name);
  }));
}

Method method_named(std::string_view wanted) {
  for (const Method method : {Method::get, Method::head, Method::post, Method::put, Method::del})
    if (name(method) == wanted) return method;
  return Method::other;
}

std::string_view find_header(const Headers& headers, std::string_view name) {
  for (const auto& [key, value] : headers)
    if (ascii::equal_ignoring_case(key, name)) return value;
  return {};
}

std::string joined_header(const Headers& headers, std::string_view name) {
  std::string joined;
  for (const auto& [key, value] : headers) {
    if (!ascii::equal_ignoring_case(key, name)) continue;
    if (!joined.empty()) joined += ", ";
    joined += value;
  }
  return joined;
}

std::string_view Request::param(std::string_view name) const { return value_of(params, name); }
std::string_view Request::query_value(std::string_view name) const { return value_of(query, name); }

Response text_response(int status, std::string content_type, std::string body) {
  return {status, std::move(content_type), std::make_shared<const std::string>(std::move(body))};
}

}  // namespace herold::http
