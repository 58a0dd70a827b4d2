#include "http/uri.h"

#include "herold/percent_encoding.h"
#include "herold/utf8.h"

namespace herold::http {
namespace {

enum class Plus { literal, space };

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

std::optional<std::string> decode(std::string_view text, Plus plus) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '+' && plus == Plus::space) c = ' ';
    if (c == '%') {
      const auto byte = escaped_byte(text.substr(i));
      if (!byte) return std::nullopt;
      c = *byte;
      i += 2;
    }
    if (is_control(c)) return std::nullopt;
    out += c;
  }
  if (first_invalid_utf8(out)) return std::nullopt;
  return out;
}

bool has_dot_segment(std::string_view path) {
  while (!path.empty()) {
    const std::string_view segment = path.substr(0, path.find('/'));
    if (segment == "." || segment == "..") return true;
    if (segment.size() == path.size()) return false;
    path.remove_prefix(segment.size() + 1);
  }
  return false;
}

}  // namespace

bool is_operation(std::string_view path) { return path.starts_with("/v1/") || path.starts_with("/r/"); }

std::optional<Target> parse_target(std::string_view target) {
  if (target.empty() || target.front() != '/') return std::nullopt;
  const std::size_t mark = target.find('?');
  auto path = decode(target.substr(0, mark), Plus::literal);
  if (!path || has_dot_segment(*path)) return std::nullopt;

  Target out{std::move(*path), {}};
  if (mark == std::string_view::npos) return out;
  std::string_view rest = target.substr(mark + 1);
  while (!rest.empty()) {
    const std::string_view pair = rest.substr(0, rest.find('&'));
    rest.remove_prefix(pair.size() == rest.size() ? pair.size() : pair.size() + 1);
    const std::size_t equals = pair.find('=');
    const auto name = decode(pair.substr(0, equals), Plus::space);
    const auto value = decode(equals == std::string_view::npos ? "" : pair.substr(equals + 1), Plus::space);
    if (!name || !value) return std::nullopt;
    out.query.emplace(*name, *value);
  }
  return out;
}

}  // namespace herold::http
