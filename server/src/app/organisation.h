// The one organisation that this server serves: id, title, roles, groups, channels, settings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/clock.h"
#include "app/document.h"
#include "app/published_sources.h"
#include "app/result.h"
#include "store/store.h"

namespace herold::app {

class Organisation {
 public:
  Organisation(store::Store& store, const Clock& clock, PublishedSources& sources)
      : store_(store), clock_(clock), sources_(sources) {}

  // {id, title, publicUrl, roles: [{id, label}], groups: [{id, label}], channels: [id],
  //  settings: {pageMode: "offered"|"forbidden", k: 10, groupFigures?: false,
  //             linkedin?: {clientId, version: "YYYYMM"}}}; the connector is on when `linkedin` is there
  Result<DocumentView> get();
  // Refuses another id once something was published: clients would take the bundle for a stranger's.
  Result<Saved> put(std::string_view json, const Expected& expected, std::string_view actor);

 private:
  store::Store& store_;
  const Clock& clock_;
  PublishedSources& sources_;
};

// Saves a first organisation to edit, unless there is one.
void found_organisation(store::Transaction& tx, const Clock& clock, std::string_view id);

}  // namespace herold::app
