// One visit to a feed, or to a page.
#pragma once

#include <optional>
#include <string>

#include "app/clock.h"
#include "feeds/entry.h"
#include "feeds/page.h"
#include "outgoing/client.h"

namespace herold::feeds {

// What an earlier answer said, so that an unchanged feed is not sent again.
struct Validators {
  std::string etag;
  std::string last_modified;
};

struct Visit {
  std::optional<Feed> feed = {};        // nothing when it has not changed since, or there is trouble
  std::optional<Trouble> trouble = {};  // code "gone" is for good
  Validators validators = {};
  app::Seconds retry_after = 0;  // seconds that the other side asks to wait; 0 when it does not
};

// Blocks for up to half a minute.
Visit visit_feed(const outgoing::Client& client, const std::string& url, const Validators& known,
                 app::Seconds now);

// Blocks for up to ten seconds; reads the first Limits::page bytes.
std::variant<Page, Trouble> visit_page(const outgoing::Client& client, const std::string& url);

}  // namespace herold::feeds
