// What the start page shows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/activity.h"
#include "app/clock.h"
#include "app/content_index.h"
#include "app/published_sources.h"
#include "app/result.h"
#include "store/store.h"

namespace herold::app {

struct OverviewReport {
  std::int64_t guidelines = 0;
  std::int64_t unpublished = 0;  // changes since the last publication of `everyone`
  std::int64_t content = 0;      // approved items
  std::int64_t proposals = 0;    // waiting for an editor
  Figure people;                 // enrolled devices
  std::optional<store::Publication> latest;
  Figure shares;  // of the last 30 days
  Seconds root_expires_at = 0;
  bool root_expires_soon = false;  // within 60 days
};

class Overview {
 public:
  Overview(store::Store& store, const Clock& clock, PublishedSources& sources, ContentIndex& index)
      : store_(store), clock_(clock), sources_(sources), index_(index) {}
  Result<OverviewReport> report();

 private:
  store::Store& store_;
  const Clock& clock_;
  PublishedSources& sources_;
  ContentIndex& index_;
};

}  // namespace herold::app
