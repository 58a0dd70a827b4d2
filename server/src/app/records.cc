#include "app/records.h"

namespace herold::app {
namespace {

bool is_there(const std::optional<store::Document>& document) { return document && !document->removed; }

// What was removed has version 0, and the one of its tombstone for whoever looked at what was published.
bool is_expected(const std::optional<store::Document>& current, const Target& target,
                 const Expected& expected) {
  if (is_there(current)) return expected.admits(current->version, true);
  const bool always = target.id == kOnly;  // GET answers a default
  return expected.admits(0, always) || (current && expected.admits(current->version, false));
}

std::optional<Error> unexpected(const std::optional<store::Document>& current, const Target& target,
                                const Expected& expected) {
  if (is_expected(current, target, expected)) return std::nullopt;
  if (expected == Expected(0)) return Error{ErrorCode::exists, "there is a " + target.what + " already"};
  if (!is_there(current)) return Error{ErrorCode::stale, "there is no " + target.what + " any more"};
  return stale(target.what);
}

Result<store::Document> tombstone_of(store::Transaction& tx, const Clock& clock, const Target& target,
                                     const Expected& expected) {
  auto current = tx.document(target.kind, target.id);
  if (!is_there(current)) return Error{ErrorCode::not_found, "there is no " + target.what};
  if (auto error = unexpected(current, target, expected)) return *error;
  current->version += 1;
  current->removed = true;
  current->updated_at = clock.now();
  return *current;
}

}  // namespace

Error stale(const std::string& what) {
  return {ErrorCode::stale, "the " + what + " was changed meanwhile; load it again"};
}

Result<Saved> save(store::Transaction& tx, const Clock& clock, const Target& target, std::string body,
                   const Expected& expected) {
  const auto current = tx.document(target.kind, target.id);
  if (auto error = unexpected(current, target, expected)) return *error;
  const Saved saved{.version = current ? current->version + 1 : 1, .created = !is_there(current)};
  tx.put_document(target.kind, {.id = target.id,
                                .body = std::move(body),
                                .version = saved.version,
                                .removed = false,
                                .updated_at = clock.now()});
  return saved;
}

Result<void> remove(store::Transaction& tx, const Clock& clock, const Target& target,
                    const Expected& expected) {
  const auto tombstone = tombstone_of(tx, clock, target, expected);
  if (!tombstone) return tombstone.error();
  tx.put_document(target.kind, *tombstone);
  return {};
}

Result<void> erase(store::Transaction& tx, const Clock& clock, const Target& target,
                   const Expected& expected) {
  auto tombstone = tombstone_of(tx, clock, target, expected);
  if (!tombstone) return tombstone.error();
  tombstone->body = "{}";
  tx.put_document(target.kind, *tombstone);
  return {};
}

}  // namespace herold::app
