// Short links: for each published item one that is kept for ever, and how often it was followed in which
// channel on which day. Clicks are made by the public; who made them is not known here.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/clock.h"
#include "app/result.h"
#include "store/store.h"

namespace herold::app {

// What may stand behind the slug of a link: a network, "copy" or "system"; else "other".
std::string_view channel_of(std::string_view name);

// The address with the campaign parameters of item and channel (utm_source, utm_medium, utm_campaign), as the
// extension adds them: one that has a value already stays as the organisation set it.
std::string with_campaign(std::string_view url, std::string_view channel, std::string_view item);

// Whether the organisation has switched short links on.
bool has_short_links(const std::string& organisation);

// Gives each of the items (JSON texts by id) its link, or an old one its new address; returns slugs by id.
std::map<std::string, std::string> assign_links(store::Transaction& tx,
                                                const std::map<std::string, std::string>& content);

struct LinkTable {
  std::vector<store::Link> links;
  bool counting = false;  // the organisation has short links switched on; links work without, too
};

class Links {
 public:
  explicit Links(store::Store& store) : store_(store) {}

  Result<LinkTable> table();
  Result<void> count(const std::vector<store::Clicks>& clicks);

 private:
  store::Store& store_;
};

}  // namespace herold::app
