// What the resources share: JSON answers, versions as entity tags, figures.
#pragma once

#include <functional>
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
#include "http/router.h"

namespace herold::http {

struct Context;

Response json_answer(int status, const Json& json);
Response empty_answer();  // 204

// A text of the store, which is known to be JSON.
Json parse_stored(std::string_view json);

// 7 → `"7"`
std::string version_tag(std::int64_t version);

// What If-Match says (RFC 9110, section 13.1.1), where tags that are none of ours match nothing;
// `If-None-Match: *` is version 0, "there must be none yet". Nothing when neither was sent.
std::optional<app::Expected> expected_version(const Request& request);

// For what several people change: the change runs with the version that the request names, and one that names
// none is answered with 428 (RFC 6585, section 3), so that nobody overwrites what they have not seen.
using Change = std::function<Response(const Request&, const app::Expected&)>;
Handler conditional(Change change);
Handler conditional(Context& context, Response (*change)(Context&, const Request&, const app::Expected&));

// A document of which there is one.
Response document_answer(const app::Result<app::DocumentView>& document);

// PUT's errors: that there is one already is a failed precondition, since the caller said there must be none.
Response refused_put(const app::Error& error);

Json to_json(const app::Figure& figure);
Json to_json(const std::vector<app::StoredThing>& things);
Json or_null(const std::string& text);

inline std::string_view actor(const Request& request) { return request.administrator->email; }

}  // namespace herold::http
