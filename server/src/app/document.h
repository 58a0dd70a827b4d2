// What is edited: JSON documents with a version, and what became of them since the last publication.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/clock.h"

namespace herold::app {

// Relative to the last publication of channel `everyone`, or of any channel while there is none.
enum class State {
  fresh,      // "new": never published
  changed,    // published, edited since
  removed,    // published, removed since
  published,  // as published
};

// "new", "changed", "removed", "published"
const char* name(State state);

struct DocumentView {
  std::string id;
  std::string json;
  std::int64_t version = 0;  // counts up with every change; the ETag
  Seconds updated_at = 0;
  State state = State::fresh;
};

struct Saved {
  std::int64_t version = 0;
  bool created = false;
};

// What the caller takes for granted of the document it changes.
class Expected {
 public:
  Expected(std::nullopt_t = std::nullopt) {}                          // whatever is there, or nothing
  Expected(std::int64_t version) : Expected(std::vector{version}) {}  // 0: never saved, or removed
  Expected(std::vector<std::int64_t> one_of) : versions_(std::move(one_of)) {}
  static Expected something() { return Expected(Something{}); }  // any version, but there must be something

  // `there`: what GET would find, which is so for some documents before they are first saved.
  bool admits(std::int64_t version, bool there) const {
    if (something_) return there;
    return !versions_ || std::find(versions_->begin(), versions_->end(), version) != versions_->end();
  }
  bool operator==(const Expected&) const = default;

 private:
  struct Something {};
  explicit Expected(Something) : something_(true) {}

  std::optional<std::vector<std::int64_t>> versions_;
  bool something_ = false;
};

}  // namespace herold::app
