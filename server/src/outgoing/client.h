// The server's only way out: HTTP requests to addresses that people entered.
//
//   outgoing::Client client(openings);
//   outgoing::Outcome outcome = client.send({.url = "https://acme.example/feed.xml"});
//   if (const auto* failure = std::get_if<outgoing::Failure>(&outcome)) return tell(failure->message);
//   use(std::get<outgoing::Response>(outcome).body);
//
// Only http and https, only to public addresses and to the networks that were opened, no credentials in
// addresses, no cookies, no proxy, everything limited in time and bytes.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "outgoing/failure.h"
#include "outgoing/network.h"

namespace herold::outgoing {

enum class Method { get, post };

// What becomes of a body that is longer than the limit.
enum class Excess { refuse, cut };

struct Limits {
  std::chrono::seconds connect{10};
  std::chrono::seconds total{30};
  std::chrono::seconds stalled{10};          // with less than 100 bytes a second
  std::size_t head = std::size_t{64} << 10;  // bytes of all header lines of one answer
  std::size_t body = std::size_t{5} << 20;   // bytes, after decompression
  Excess excess = Excess::refuse;
  long redirects = 5;  // of GET; what answers a POST with a redirect is the answer
};

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Request {
  Method method = Method::get;
  std::string url;
  Headers headers = {};  // not sent to another host that a redirect names, when they are credentials
  std::string body = {};
  Limits limits = {};
};

struct Response {
  int status = 0;        // any; 404 is an answer too
  Headers headers = {};  // names in lower case; those of the last answer, when there were redirects
  std::string body = {};
  std::string url = {};  // where it came from in the end

  // The first header of that lower-case name; empty when there is none.
  std::string_view header(std::string_view name) const;
};

// The dates of HTTP and of e-mail (RFC 9110, RFC 5322, and what is met in their place), in seconds since
// 1970.
std::optional<std::int64_t> parse_date(const std::string& text);

using Outcome = std::variant<Response, Failure>;

// Any number of threads may send at once.
class Client {
 public:
  explicit Client(Openings openings);

  // Blocks until the answer is there, a limit is reached or `stop` was called.
  Outcome send(const Request& request) const;

  // Ends what is under way within about a second, and what is sent later at once.
  void stop() { stopping_ = true; }

 private:
  const Openings openings_;
  std::atomic<bool> stopping_ = false;
};

}  // namespace herold::outgoing
