// Problem details (RFC 9457), the form of every error.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "app/result.h"
#include "http/message.h"

namespace herold::http {

// The status says it all; `detail` says what happened here.
Response problem(int status, std::string_view detail);

// As the use cases tell it.
Response problem(const app::Error& error);

// The same under another status, where a resource knows better.
Response problem(int status, const app::Error& error);

// Each with its pointer, and its guideline where it is in one.
nlohmann::ordered_json to_json(const std::vector<app::Problem>& problems);

// A kind of its own: `urn:herold:problem:KIND`.
struct ProblemKind {
  std::string_view kind;
  std::string_view title;
};
Response problem(int status, ProblemKind kind, std::string_view detail);

// The status a use case's error has when no resource knows better.
int status_of(app::ErrorCode code);

// "Not Found"
std::string_view reason(int status);

}  // namespace herold::http
