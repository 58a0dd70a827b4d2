// Saving and removing documents, with the version the caller knew. Used by the use cases that edit.
#pragma once

#include <string>
#include <string_view>

#include "app/clock.h"
#include "app/document.h"
#include "app/result.h"
#include "store/store.h"

namespace herold::app {

// `what` names the document in messages: "guideline confidential.falke".
struct Target {
  store::DocumentKind kind;
  std::string id;
  std::string what;
};

Result<Saved> save(store::Transaction& tx, const Clock& clock, const Target& target, std::string body,
                   const Expected& expected);
// Somebody else was faster; `what` as in Target.
Error stale(const std::string& what);

// The tombstone keeps the last body, so that it can be restored.
Result<void> remove(store::Transaction& tx, const Clock& clock, const Target& target,
                    const Expected& expected);
// The tombstone keeps nothing but the version.
Result<void> erase(store::Transaction& tx, const Clock& clock, const Target& target,
                   const Expected& expected);

// The ids of documents of which there is one.
inline constexpr const char* kOnly = "";

}  // namespace herold::app
