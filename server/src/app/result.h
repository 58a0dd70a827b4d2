// What a use case answers: a value or an Error, never an exception.
//
//   Result<Invitation> made = invitations.create(request, actor);
//   if (!made) return problem_details(made.error());
//   use(made->code);
//
// Reading the value of a failed Result is a programming error (asserted).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "herold/result.h"

namespace herold::app {

enum class ErrorCode {
  invalid,          // the input contradicts the contract; `pointer` names the value
  unauthenticated,  // no valid session, token, password or invitation
  not_found,        // nothing of that name
  exists,           // there is one already, and the caller asked for a new one
  stale,            // the version the caller knew is not the current one
  refused,          // well-formed but not acceptable; `problems` says why, one by one
  too_many,         // over a rate limit; `retry_after` says when to come back
  unavailable,      // the database cannot be reached, read or written; nothing was half-written
};

// One fault inside a document. `guideline` (or the content item's id) is empty when the document as a whole
// is meant.
struct Problem {
  std::string pointer;
  std::string guideline;
  std::string message;
};

struct Error {
  ErrorCode code = ErrorCode::invalid;
  std::string message;       // one sentence for people: what is wrong, with which thing
  std::string pointer = {};  // JSON Pointer into the input, where there is one
  std::vector<Problem> problems = {};
  std::int64_t retry_after = 0;  // seconds, for too_many
};

template <typename T>
using Result = herold::Result<T, Error>;

}  // namespace herold::app
