// Short links: for each published item one that is kept for ever, and how often it was followed in which
// channel on which day. Clicks are made by the public; who made them is not known here.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/clock.h"
#include "app/crypto.h"
#include "app/result.h"
#include "store/store.h"

namespace herold::app {

// What may stand behind the slug of a link: a network, "copy" or "system"; else "other".
std::string_view channel_of(std::string_view name);

// The address with what RFC 3986 knows no place for percent-encoded, byte by byte; so it holds no control
// character, and can stand in a header. A "%" that begins no escape is encoded, too.
std::string as_uri(std::string_view address);

// The address with the campaign parameters of item and channel (utm_source, utm_medium, utm_campaign), as the
// extension adds them: one that has a value, wherever it stands, stays as the organisation set it.
std::string with_campaign(std::string_view url, std::string_view channel, std::string_view item);

// Whether the organisation has switched short links on.
bool has_short_links(const std::string& organisation);

using ByItem = std::map<std::string, std::string>;  // by the item's id

// Where the links of a publication's items lead: links are the same for all, so what has been published to
// everyone decides, and another channel only about items that are not there. `content`, `everyones`: JSON
// texts.
ByItem link_targets(const ByItem& content, const ByItem& everyones);

// Links that are out in the world follow their items.
void move_links(store::Transaction& tx, const ByItem& targets);

// Gives each of the items a link, if it has none yet; returns the slugs of all links.
ByItem assign_links(store::Transaction& tx, const ByItem& targets);

struct LinkTable {
  std::vector<store::Link> links;
  bool counting = false;  // the organisation has short links switched on; links work without, too
};

struct ClickBatch {
  std::string id = random_secret(16);  // remembered as long as those of activity
  std::vector<store::Clicks> clicks;
};

class Links {
 public:
  Links(store::Store& store, const Clock& clock) : store_(store), clock_(clock) {}

  Result<LinkTable> table();
  // Each batch once, however often it is handed over: a failed answer does not tell whether it was written.
  // What it holds is protected by the number of people whom its item could have reached (app/reach.h), which
  // is kept with it; clicks on an item that reaches fewer than k are not kept.
  Result<void> count(const ClickBatch& batch);

 private:
  store::Store& store_;
  const Clock& clock_;
};

}  // namespace herold::app
