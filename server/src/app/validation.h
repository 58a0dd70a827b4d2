// Collects what is wrong with a document, value by value.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/json.h"
#include "app/limits.h"
#include "app/result.h"

namespace herold::app {

// The member, or null when it is missing.
inline Json member(const Json& object, const char* key) { return object.value(key, Json()); }

class Validation {
 public:
  // `subject` is the id that problems carry.
  explicit Validation(std::string subject) : subject_(std::move(subject)) {}

  void require(bool holds, const std::string& pointer, const std::string& message) {
    if (!holds) problems_.push_back({pointer, subject_, message});
  }

  bool passed() const { return problems_.empty(); }
  std::vector<Problem> problems() && { return std::move(problems_); }

 private:
  std::string subject_;
  std::vector<Problem> problems_;
};

// Error{refused} made of problems; its message and pointer are those of the first.
inline Error refused(const std::string& what, std::vector<Problem> problems) {
  return {ErrorCode::refused, what + ": " + problems.front().message, problems.front().pointer, problems};
}

}  // namespace herold::app
