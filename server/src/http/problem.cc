#include "http/problem.h"

#include <spdlog/spdlog.h>

#include "app/log_value.h"

namespace herold::http {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kProblemType = "application/problem+json";

Response render(int status, const Json& details) {
  // A message may quote what the caller sent, so bytes that are no UTF-8 are replaced rather than thrown
  // over.
  return text_response(status, kProblemType, details.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Json details_of(int status, std::string_view detail) {
  Json details{{"type", "about:blank"}, {"title", reason(status)}, {"status", status}};
  if (!detail.empty()) details["detail"] = detail;
  return details;
}

}  // namespace

std::string_view reason(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 202:
      return "Accepted";
    case 204:
      return "No Content";
    case 302:
      return "Found";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 412:
      return "Precondition Failed";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 422:
      return "Unprocessable Content";
    case 426:
      return "Upgrade Required";
    case 428:
      return "Precondition Required";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 503:
      return "Service Unavailable";
    default:
      return "Internal Server Error";
  }
}

int status_of(app::ErrorCode code) {
  switch (code) {
    case app::ErrorCode::invalid:
      return 422;
    case app::ErrorCode::unauthenticated:
      return 401;
    case app::ErrorCode::not_found:
      return 404;
    case app::ErrorCode::exists:
      return 409;
    case app::ErrorCode::stale:
      return 412;
    case app::ErrorCode::refused:
      return 422;
    case app::ErrorCode::too_many:
      return 429;
    case app::ErrorCode::unavailable:
      return 503;
  }
  return 500;
}

Response problem(int status, std::string_view detail) { return render(status, details_of(status, detail)); }

Response problem(int status, ProblemKind kind, std::string_view detail) {
  Json details = details_of(status, detail);
  details["type"] = "urn:herold:problem:" + std::string(kind.kind);
  details["title"] = kind.title;
  return render(status, details);
}

Json to_json(const std::vector<app::Problem>& problems) {
  Json list = Json::array();
  for (const app::Problem& problem : problems) {
    Json entry{{"pointer", problem.pointer}};
    if (!problem.guideline.empty()) entry["guideline"] = problem.guideline;
    entry["message"] = problem.message;
    list.push_back(std::move(entry));
  }
  return list;
}

Response problem(int status, const app::Error& error) {
  Json details = details_of(status, error.message);
  if (!error.pointer.empty()) details["pointer"] = error.pointer;
  if (!error.problems.empty()) details["problems"] = to_json(error.problems);
  Response response = render(status, details);
  if (error.retry_after > 0) response.with("Retry-After", std::to_string(error.retry_after));
  return response;
}

// Names of hosts and files are for whoever reads the log.
Response unavailable(const app::Error& error) {
  spdlog::error("event=unavailable what={}", app::log_value(error.message));
  return problem(
      503,
      "Something that the server needs does not work; its log says what. Look whether your last change "
      "was kept before you make it again.");
}

Response problem(const app::Error& error) {
  if (error.code == app::ErrorCode::unavailable) return unavailable(error);
  return problem(status_of(error.code), error);
}

}  // namespace herold::http
