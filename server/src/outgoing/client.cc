#include "outgoing/client.h"

#include <curl/curl.h>

#include <memory>
#include <optional>

#include "outgoing/transfer.h"

namespace herold::outgoing {
namespace {

constexpr const char* kUserAgent = "Herold/" HEROLD_VERSION;
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

bool is_head_too_large(const Transfer& transfer) { return transfer.head_bytes > transfer.limits.head; }

Failure failure_of(CURLcode code, const Transfer& transfer, const std::string& host) {
  if (transfer.stopping) return {Reason::stopped, "", "The server is stopping."};
  if (transfer.too_large) {
    const Limits& limits = transfer.limits;
    const std::string bytes = std::to_string(is_head_too_large(transfer) ? limits.head : limits.body);
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

}  // namespace

std::optional<std::int64_t> parse_date(const std::string& text) {
  const time_t time = curl_getdate(text.c_str(), nullptr);
  if (time == -1) return std::nullopt;
  return time;
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
                   !is_head_too_large(transfer);
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
