#include "feeds/fetch.h"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "feeds/charset.h"
#include "feeds/read_feed.h"

namespace herold::feeds {
namespace {

using outgoing::Response;

constexpr std::size_t kLongestValidator = 500;  // bytes
constexpr app::Seconds kLongestWait = app::kDay;

Trouble trouble_of(const outgoing::Failure& failure) {
  return {outgoing::name(failure.reason), failure.detail, failure.message};
}

Trouble unwelcome(int status) {
  const std::string number = std::to_string(status);
  return {"status", number, "The address answered " + number + "."};
}

// Retry-After: seconds or a date (RFC 9110, section 10.2.3).
app::Seconds retry_after(const Response& response, app::Seconds now) {
  const std::string text(response.header("retry-after"));
  app::Seconds seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size())
    seconds = outgoing::parse_date(text).value_or(now) - now;
  return std::clamp<app::Seconds>(seconds, 0, kLongestWait);
}

std::string validator(const Response& response, std::string_view name) {
  const std::string_view value = response.header(name);
  // It goes into a header of the next request.
  const bool sendable = std::none_of(
      value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
  return sendable && value.size() <= kLongestValidator ? std::string(value) : "";
}

outgoing::Request request(const std::string& url, const Validators& known) {
  outgoing::Request request{.url = url, .limits = {.body = Limits::body}};
  request.headers.emplace_back(
      "Accept",
      "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5");
  if (!known.etag.empty()) request.headers.emplace_back("If-None-Match", known.etag);
  if (!known.last_modified.empty()) request.headers.emplace_back("If-Modified-Since", known.last_modified);
  return request;
}

}  // namespace

Visit visit_feed(const outgoing::Client& client, const std::string& url, const Validators& known,
                 app::Seconds now) {
  const outgoing::Outcome outcome = client.send(request(url, known));
  if (const auto* failure = std::get_if<outgoing::Failure>(&outcome))
    return {.trouble = trouble_of(*failure)};
  const auto& response = std::get<Response>(outcome);
  // Whoever was not asked whether something changed cannot say that nothing did.
  const bool asked = !known.etag.empty() || !known.last_modified.empty();
  if (response.status == 304 && asked)
    return {.validators = known, .retry_after = retry_after(response, now)};
  if (response.status == 410)
    return {.trouble = Trouble{"gone", "410", "The address says that this feed is gone for good."}};
  if (response.status != 200)
    return {.trouble = unwelcome(response.status), .retry_after = retry_after(response, now)};
  Reading reading = read_feed(response.body, response.header("content-type"), response.url, now);
  if (auto* trouble = std::get_if<Trouble>(&reading)) return {.trouble = std::move(*trouble)};
  auto& feed = std::get<Feed>(reading);
  auto trouble = feed.trouble;
  return {.feed = std::move(feed),
          .trouble = std::move(trouble),
          .validators = {validator(response, "etag"), validator(response, "last-modified")}};
}

std::variant<Page, Trouble> visit_page(const outgoing::Client& client, const std::string& url) {
  using namespace std::chrono_literals;
  const outgoing::Outcome outcome = client.send(
      {.url = url,
       .headers = {{"Accept", "text/html, */*;q=0.5"}},
       .limits = {.connect = 5s, .total = 10s, .body = Limits::page, .excess = outgoing::Excess::cut}});
  if (const auto* failure = std::get_if<outgoing::Failure>(&outcome)) return trouble_of(*failure);
  const auto& response = std::get<Response>(outcome);
  if (response.status != 200) return unwelcome(response.status);
  auto text = to_utf8(response.body, response.header("content-type"));
  if (auto* trouble = std::get_if<Trouble>(&text)) return std::move(*trouble);
  const auto& utf8 = std::get<std::string>(text);
  if (!is_html(utf8, response.header("content-type")))
    return Trouble{"not-a-page", "", "The answer is no web page."};
  return read_page(utf8, response.url);
}

}  // namespace herold::feeds
