// The feeds an organisation reads, as editors set them (feeds/visits.h: what comes of reading them).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/clock.h"
#include "app/document.h"
#include "app/result.h"
#include "store/store.h"

namespace herold::feeds {

struct Settings {
  std::string url;
  std::string title;
  std::string language = {};             // of entries that do not say theirs; may be empty
  std::vector<std::string> topics = {};  // put on what is proposed
  std::int64_t minutes = 30;             // between two visits
  bool enabled = true;
  std::string owner;  // of what is proposed; may be empty
};

class Subscriptions {
 public:
  // Both must outlive the subscriptions.
  Subscriptions(store::Store& store, const app::Clock& clock) : store_(store), clock_(clock) {}

  app::Result<std::vector<store::Feed>> list();
  app::Result<store::Feed> get(std::string_view id);
  app::Result<store::Feed> create(const Settings& settings, std::string_view actor);
  // Another address starts afresh.
  // Stale when the feed's version is not the one expected.
  app::Result<store::Feed> change(std::string_view id, const Settings& settings,
                                  const app::Expected& expected, std::string_view actor);
  // Stale like a change.
  app::Result<void> remove(std::string_view id, const app::Expected& expected, std::string_view actor);
  // Makes it due, paused or not.
  app::Result<store::Feed> fetch_soon(std::string_view id);

 private:
  store::Store& store_;
  const app::Clock& clock_;
};

}  // namespace herold::feeds
