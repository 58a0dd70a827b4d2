// Which handler answers a path and a method.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "http/message.h"

namespace herold::http {

using Handler = std::function<Response(const Request&)>;

enum class Access {
  anyone,
  device,         // Authorization: Bearer
  administrator,  // session cookie; writes need the Origin header
  signing_in,     // no session yet, but the Origin header
};

enum class Body {
  none,
  json,  // required
  optional_json,
  pack,  // JSON up to the larger limit
  optional_pack,
};

struct Route {
  Method method = Method::get;
  std::string pattern;  // as in openapi.yaml: "/v1/admin/guidelines/{id}"
  Access access = Access::anyone;
  Body body = Body::none;
  Handler handler;
};

class Router {
 public:
  // Before serving only. Where several patterns fit, the first one added answers.
  void add(Route route);

  struct Found {
    const Route* route = nullptr;
    std::map<std::string, std::string, std::less<>> params;
  };
  struct WrongMethod {
    std::string allow;  // "GET, HEAD, PUT"
  };
  struct NotFound {};
  // HEAD is answered by GET's handler.
  std::variant<Found, WrongMethod, NotFound> find(Method method, std::string_view path) const;

 private:
  std::vector<Route> routes_;
};

// "/a/{id}.json" and "/a/7.root.json" → {id: "7.root"}; nothing when the path does not fit. A parameter is
// never empty and never holds a slash; before the pattern's last literal it is as long as can be, elsewhere
// as short.
bool match_pattern(std::string_view pattern, std::string_view path,
                   std::map<std::string, std::string, std::less<>>& params);

}  // namespace herold::http
