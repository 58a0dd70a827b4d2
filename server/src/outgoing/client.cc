#include "outgoing/client.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>

#include "herold/ascii.h"

namespace herold::outgoing {
namespace {

constexpr const char* kUserAgent = "Herold/0.1";
constexpr long kStalledBytesPerSecond = 100;

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

struct List {
  ~List() { curl_slist_free_all(first); }
  void add(const std::string& line) {
    if (curl_slist* longer = curl_slist_append(first, line.c_str())) first = longer;
  }
  curl_slist* first = nullptr;
};

// What the callbacks of one transfer share.
struct Transfer {
  const Openings& openings;
  const Limits& limits;
  const std::atomic<bool>& stopping;
  Response response = {};
  std::size_t head_bytes = 0;
  bool too_large = false;
  std::optional<Failure> refusal = {};
};

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

std::optional<Failure> refuse_url(const std::string& text) {
  const Url url(curl_url(), curl_url_cleanup);
  const Failure bad{Reason::address, "", "This is no http or https address."};
  if (curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) != CURLUE_OK) return bad;
  char* scheme = nullptr;
  if (curl_url_get(url.get(), CURLUPART_SCHEME, &scheme, 0) != CURLUE_OK) return bad;
  const bool web = std::string_view(scheme) == "http" || std::string_view(scheme) == "https";
  curl_free(scheme);
  if (!web) return bad;
  char* user = nullptr;
  if (curl_url_get(url.get(), CURLUPART_USER, &user, 0) != CURLUE_OK) return std::nullopt;
  curl_free(user);
  return Failure{Reason::address, "", "The address holds a user's name or password; leave them out."};
}

Failure failure_of(CURLcode code, const Transfer& transfer, const std::string& host) {
  if (transfer.stopping) return {Reason::stopped, "", "The server is stopping."};
  if (transfer.too_large) {
    const std::string bytes = std::to_string(transfer.limits.body);
    return {Reason::too_large, bytes, "The answer is larger than the " + bytes + " bytes that are read."};
  }
  // libcurl's word for HTTP/0.9, and for a redirect to another protocol.
  const bool redirected = transfer.head_bytes > 0;
  if (code == CURLE_UNSUPPORTED_PROTOCOL && !redirected) code = CURLE_WEIRD_SERVER_REPLY;
  switch (code) {
    case CURLE_COULDNT_CONNECT:
      if (transfer.refusal) return *transfer.refusal;
      return {Reason::unreachable, host, "Nobody answers at " + host + "."};
    case CURLE_COULDNT_RESOLVE_HOST:
      return {Reason::unknown, host, "There is no host named " + host + "."};
    case CURLE_OPERATION_TIMEDOUT:
      return {Reason::slow, "", "The answer took too long."};
    case CURLE_TOO_MANY_REDIRECTS:
      return {Reason::redirects, "", "The address redirects too often."};
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_LOGIN_DENIED:
      return {Reason::address, "",
              "The address leads to one that is no http or https address, or holds a password."};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
      return {Reason::insecure, host, "The certificate of " + host + " is not valid."};
    default:
      return {Reason::broken, curl_easy_strerror(code), "The answer could not be read to its end."};
  }
}

std::string host_of(CURL* curl) {
  const char* address = nullptr;
  curl_easy_getinfo(curl, CURLINFO_EFFECTIVE_URL, &address);
  const Url url(curl_url(), curl_url_cleanup);
  char* host = nullptr;
  if (!address || curl_url_set(url.get(), CURLUPART_URL, address, 0) != CURLUE_OK) return "";
  if (curl_url_get(url.get(), CURLUPART_HOST, &host, 0) != CURLUE_OK) return "";
  std::string text = host;
  curl_free(host);
  return text;
}

void set_method(CURL* curl, const Request& request) {
  if (request.method == Method::get) {
    curl_easy_setopt(curl, CURLOPT_HTTPGET, 1L);
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(curl, CURLOPT_MAXREDIRS, request.limits.redirects);
    return;
  }
  curl_easy_setopt(curl, CURLOPT_POST, 1L);
  curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.data());
}

void set_bounds(CURL* curl, const Limits& limits) {
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
  curl_easy_setopt(curl, CURLOPT_PROXY, "");  // the environment may name one, behind which nothing is judged
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, static_cast<long>(limits.connect.count()));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(limits.total.count()));
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, kStalledBytesPerSecond);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, static_cast<long>(limits.stalled.count()));
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);  // timeouts by signal are for programs with one thread
}

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

}  // namespace

std::optional<std::int64_t> parse_date(const std::string& text) {
  const time_t time = curl_getdate(text.c_str(), nullptr);
  if (time == -1) return std::nullopt;
  return time;
}

const char* name(Reason reason) {
  switch (reason) {
    case Reason::address:
      return "address";
    case Reason::inside:
      return "inside";
    case Reason::port:
      return "port";
    case Reason::unknown:
      return "unknown";
    case Reason::unreachable:
      return "unreachable";
    case Reason::insecure:
      return "insecure";
    case Reason::slow:
      return "slow";
    case Reason::too_large:
      return "too-large";
    case Reason::redirects:
      return "redirects";
    case Reason::broken:
      return "broken";
    case Reason::stopped:
      return "stopped";
  }
  return "";
}

std::string_view Response::header(std::string_view wanted) const {
  for (const auto& [header_name, value] : headers)
    if (header_name == wanted) return value;
  return {};
}

Client::Client(Openings openings) : openings_(std::move(openings)) {
  static const CURLcode initialised = curl_global_init(CURL_GLOBAL_DEFAULT);
  static_cast<void>(initialised);
}

Outcome Client::send(const Request& request) const {
  if (auto refusal = refuse_url(request.url)) return *refusal;
  if (stopping_) return Failure{Reason::stopped, "", "The server is stopping."};
  const Handle curl(curl_easy_init(), curl_easy_cleanup);
  Transfer transfer{.openings = openings_, .limits = request.limits, .stopping = stopping_};
  List lines;
  for (const auto& [header_name, value] : request.headers) lines.add(header_name + ": " + value);
  if (request.method == Method::post) lines.add("Expect:");  // no waiting for "100 Continue"

  curl_easy_setopt(curl.get(), CURLOPT_URL, request.url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_USERAGENT, kUserAgent);
  curl_easy_setopt(curl.get(), CURLOPT_ACCEPT_ENCODING, "");  // all that libcurl can undo
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, lines.first);
  set_method(curl.get(), request);
  set_bounds(curl.get(), request.limits);
  set_callbacks(curl.get(), transfer);

  const CURLcode code = curl_easy_perform(curl.get());
  const bool cut = transfer.too_large && request.limits.excess == Excess::cut && code == CURLE_WRITE_ERROR &&
                   transfer.head_bytes <= request.limits.head;
  if (code != CURLE_OK && !cut) return failure_of(code, transfer, host_of(curl.get()));

  long status = 0;
  const char* url = nullptr;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(curl.get(), CURLINFO_EFFECTIVE_URL, &url);
  transfer.response.status = static_cast<int>(status);
  transfer.response.url = url ? url : request.url;
  return std::move(transfer.response);
}

}  // namespace herold::outgoing
