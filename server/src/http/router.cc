#include "http/router.h"

#include <utility>

namespace herold::http {
namespace {

using Params = std::map<std::string, std::string, std::less<>>;

// Where the literal that follows a parameter begins.
std::size_t literal_after(std::string_view text, std::string_view literal, bool last) {
  if (!last) return text.find(literal);
  if (!text.ends_with(literal)) return std::string_view::npos;
  return text.size() - literal.size();
}

bool match_segment(std::string_view pattern, std::string_view text, Params& params) {
  while (!pattern.empty()) {
    if (pattern.front() != '{') {
      const std::string_view literal = pattern.substr(0, pattern.find('{'));
      if (!text.starts_with(literal)) return false;
      pattern.remove_prefix(literal.size());
      text.remove_prefix(literal.size());
      continue;
    }
    const std::size_t close = pattern.find('}');
    const std::string_view key = pattern.substr(1, close - 1);
    pattern.remove_prefix(close + 1);
    const std::string_view literal = pattern.substr(0, pattern.find('{'));
    const std::size_t end = literal_after(text, literal, literal.size() == pattern.size());
    if (end == std::string_view::npos || end == 0) return false;
    params.emplace(key, text.substr(0, end));
    text.remove_prefix(end);
  }
  return text.empty();
}

bool answers(const Route& route, Method method) {
  return route.method == method || (route.method == Method::get && method == Method::head);
}

void append_method(std::string& allow, Method method) {
  if (!allow.empty()) allow += ", ";
  allow += method == Method::get ? "GET, HEAD" : name(method);
}

}  // namespace

bool match_pattern(std::string_view pattern, std::string_view path, Params& params) {
  params.clear();
  if (pattern.empty() || path.empty()) return false;
  // Both begin with a slash; a path that ends with one more has an empty segment more.
  while (!pattern.empty() && !path.empty()) {
    pattern.remove_prefix(1);
    path.remove_prefix(1);
    const std::string_view wanted = pattern.substr(0, pattern.find('/'));
    const std::string_view given = path.substr(0, path.find('/'));
    if (!match_segment(wanted, given, params)) return false;
    pattern.remove_prefix(wanted.size());
    path.remove_prefix(given.size());
  }
  return pattern.empty() && path.empty();
}

void Router::add(Route route) { routes_.push_back(std::move(route)); }

std::variant<Router::Found, Router::WrongMethod, Router::NotFound> Router::find(Method method,
                                                                                std::string_view path) const {
  Found found;
  WrongMethod wrong;
  for (const Route& route : routes_) {
    if (!match_pattern(route.pattern, path, found.params)) continue;
    if (answers(route, method)) {
      found.route = &route;
      return found;
    }
    append_method(wrong.allow, route.method);
  }
  if (!wrong.allow.empty()) return wrong;
  return NotFound{};
}

}  // namespace herold::http
