#include "app/privacy.h"

#include <algorithm>

#include "app/json.h"
#include "app/source.h"

namespace herold::app {

std::int64_t privacy_threshold(store::Transaction& tx) {
  const Json organisation = stored(organisation_document(tx).body);
  return std::max(SmallestGroup::least, organisation.at("settings").value("k", SmallestGroup::otherwise));
}

}  // namespace herold::app
