// The target of a request line, taken apart (RFC 3986).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace herold::http {

struct Target {
  std::string path;                                       // decoded
  std::map<std::string, std::string, std::less<>> query;  // decoded; of a repeated name the first
};

// "/a%20b?q=x+y" → {"/a b", {q: "x y"}}. Nothing when it does not begin with "/", an escape is broken, a
// decoded byte is a control character, the decoded bytes are no UTF-8, or a segment is "." or "..".
std::optional<Target> parse_target(std::string_view target);

// Whether only an operation of the API can be meant, and no page of the console.
bool is_operation(std::string_view path);

}  // namespace herold::http
