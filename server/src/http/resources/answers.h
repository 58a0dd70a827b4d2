// What the resources share: JSON answers, versions as entity tags, figures.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/activity.h"
#include "app/document.h"
#include "app/enrolment.h"
#include "http/fields.h"
#include "http/message.h"
#include "http/problem.h"

namespace herold::http {

Response json_answer(int status, const Json& json);
Response empty_answer();  // 204

// A text of the store, which is known to be JSON.
Json parse_stored(std::string_view json);

// 7 → `"7"`
std::string version_tag(std::int64_t version);

// What If-Match says (RFC 9110, section 13.1.1). Tags that are none of ours match nothing.
app::Expected expected_version(const Request& request);

// For documents that are created by PUT: `If-None-Match: *` is version 0, "there must be none yet". Nothing
// when neither header was sent, which `precondition_required` then answers.
std::optional<app::Expected> required_version(const Request& request);
Response precondition_required();

// PUT's errors: that there is one already is a failed precondition, since the caller said there must be none.
Response refused_put(const app::Error& error);

Json to_json(const app::Figure& figure);
Json to_json(const std::vector<app::StoredThing>& things);
Json or_null(const std::string& text);

inline std::string_view actor(const Request& request) { return request.administrator->email; }

}  // namespace herold::http
