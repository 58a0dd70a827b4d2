// Failures that last: a database is away for hours, and is asked again every few seconds.
#pragma once

#include <atomic>
#include <string_view>

#include "app/result.h"

namespace herold::app {

/// What is tried again and again is told in the log when it begins to fail, and when it succeeds again: not
/// each time. From any thread.
class Outage {
 public:
  /// The events of its beginning and its end.
  Outage(std::string_view begins, std::string_view ends) : begins_(begins), ends_(ends) {}

  template <class T>
  void note(const Result<T>& outcome) {
    note(outcome ? nullptr : &outcome.error());
  }

 private:
  void note(const Error* failure);

  const std::string_view begins_;
  const std::string_view ends_;
  std::atomic<bool> failing_ = false;
};

}  // namespace herold::app
