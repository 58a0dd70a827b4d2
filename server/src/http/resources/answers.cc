#include "http/resources/answers.h"

#include <charconv>
#include <optional>

#include "http/list_header.h"

namespace herold::http {
namespace {

// Weak tags match nothing here (RFC 9110, section 13.1.1), and neither do those that are none of ours.
std::optional<std::int64_t> version_of(std::string_view tag) {
  if (tag.size() < 3 || tag.front() != '"' || tag.back() != '"') return std::nullopt;
  std::int64_t version = 0;
  const char* last = tag.data() + tag.size() - 1;
  const auto [end, error] = std::from_chars(tag.data() + 1, last, version);
  return error == std::errc() && end == last && version >= 0 ? std::optional(version) : std::nullopt;
}

}  // namespace

Response json_answer(int status, const Json& json) {
  return text_response(status, "application/json", json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Response empty_answer() { return {.status = 204}; }

Json parse_stored(std::string_view json) { return Json::parse(json); }

std::string version_tag(std::int64_t version) { return "\"" + std::to_string(version) + "\""; }

std::optional<app::Expected> expected_version(const Request& request) {
  if (request.header("If-None-Match") == "*") return 0;
  const std::string header = joined_header(request.headers, "If-Match");
  if (header.empty()) return std::nullopt;
  std::vector<std::int64_t> versions;
  for (std::string_view list = header; !list.empty();) {
    const std::string_view tag = take_item(list, ',');
    if (tag == "*") return app::Expected::something();
    if (const auto version = version_of(tag)) versions.push_back(*version);
  }
  return versions;
}

Handler conditional(Change change) {
  return [change = std::move(change)](const Request& request) {
    const auto expected = expected_version(request);
    if (expected) return change(request, *expected);
    return problem(
        428,
        "Send If-Match with the version you change (* for whichever is there), or If-None-Match: * "
        "where there is none yet.");
  };
}

Handler conditional(Context& context, Response (*change)(Context&, const Request&, const app::Expected&)) {
  return conditional([&context, change](const Request& request, const app::Expected& expected) {
    return change(context, request, expected);
  });
}

Response document_answer(const app::Result<app::DocumentView>& document) {
  if (!document) return problem(document.error());
  return json_answer(200, parse_stored(document->json)).with("ETag", version_tag(document->version));
}

Response refused_put(const app::Error& error) {
  return error.code == app::ErrorCode::exists ? problem(412, error) : problem(error);
}

Json to_json(const app::Figure& figure) {
  return figure.too_small ? Json{{"tooSmall", true}} : Json{{"n", figure.n}};
}

Json to_json(const std::vector<app::StoredThing>& things) {
  Json list = Json::array();
  for (const app::StoredThing& thing : things)
    list.push_back({{"key", thing.key}, {"what", thing.what}, {"why", thing.why}, {"kept", thing.kept}});
  return list;
}

Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

}  // namespace herold::http
