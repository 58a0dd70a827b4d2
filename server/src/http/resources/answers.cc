#include "http/resources/answers.h"

#include <charconv>

namespace herold::http {

Response json_answer(int status, const Json& json) {
  return text_response(status, "application/json", json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Response empty_answer() { return {.status = 204}; }

Json parse_stored(std::string_view json) { return Json::parse(json); }

std::string version_tag(std::int64_t version) { return "\"" + std::to_string(version) + "\""; }

app::Expected expected_version(const Request& request) {
  const std::string_view tag = request.header("If-Match");
  if (tag.empty()) return std::nullopt;
  std::int64_t version = -1;
  if (tag.size() < 3 || tag.front() != '"' || tag.back() != '"') return -1;
  const auto [end, error] = std::from_chars(tag.data() + 1, tag.data() + tag.size() - 1, version);
  return error == std::errc() && end == tag.data() + tag.size() - 1 && version > 0 ? version : -1;
}

app::Expected required_version(const Request& request) {
  if (request.header("If-None-Match") == "*") return 0;
  return expected_version(request);
}

Response precondition_required() {
  return problem(428, "Send If-Match with the version you change, or If-None-Match: * to create.");
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
