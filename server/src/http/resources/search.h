// The `query` of lists.
#pragma once

#include <optional>

#include "http/context.h"
#include "http/message.h"
#include "http/problem.h"

namespace herold::http {

inline std::optional<Response> refuse_search(const Context& context, const Request& request) {
  if (request.query_value("query").size() <= context.limits.query_bytes) return std::nullopt;
  return problem(422, "query must have at most " + std::to_string(context.limits.query_bytes) + " bytes.");
}

}  // namespace herold::http
