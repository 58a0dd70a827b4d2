// From request to response, without a socket: routing, guards, handlers, and the headers every answer
// carries.
//
// A request is dealt with in two steps, so that nobody unknown makes the server read a large body:
//   admit(request)          head only: who asks, for what → how much body to read, or why not
//   answer(admission, …)    with the body
// Both may block (SQL, Argon2) and then belong on a worker thread; both may run in any number of threads and
// never throw.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <variant>

#include "http/context.h"
#include "http/message.h"
#include "http/metrics.h"
#include "http/redirects.h"
#include "http/router.h"

namespace herold::http {

inline constexpr std::string_view kEventsPath = "/v1/events";

struct Admission {
  const Route* route = nullptr;
  std::size_t body_limit = 0;  // bytes
};

class Service {
 public:
  // `pages` answers GET for what is no operation: the console and its files.
  Service(Context& context, Router router, Handler pages, Metrics& metrics);

  std::variant<Admission, Response> admit(Request& request);
  Response answer(const Admission& admission, Request& request);

  // Whether answering waits for the database or computes for long. What does not is answered where it came
  // in.
  static bool blocks(const Request& request) { return !request.path.starts_with(kRedirectPath); }

  // Whether the request may become a WebSocket of the hub; otherwise what to answer.
  std::optional<Response> admit_listener(Request& request);

  // A refusal from below: a head that cannot be parsed, a body too large or too slow.
  Response refuse(int status, std::string_view detail, bool secure) const;

  // Log and metrics, once the answer has gone out. The path is logged as its pattern; no token, address,
  // body.
  void record(const Request& request, const Response& response, double seconds);

  const Limits& limits() const { return context_.limits; }

 private:
  std::variant<Admission, Response> route(Request& request);
  std::size_t body_limit(const Route& route) const;
  Response finished(Response response, bool secure) const;

  Context& context_;
  const Router router_;
  const Route pages_;
  Metrics& metrics_;
};

}  // namespace herold::http
