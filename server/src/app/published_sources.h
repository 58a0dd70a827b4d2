// What publications held, kept from one look to the next: a publication never changes, and reading one with
// 10,000 items takes a tenth of a second.
#pragma once

#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>

#include "app/limits.h"
#include "app/source.h"
#include "store/store.h"

namespace herold::app {

// Thread-safe. Knows publications by revision, so it is not for a transaction that has added one itself.
class PublishedSources {
 public:
  // The baseline (app/source.h); null before the first publication.
  std::shared_ptr<const Source> baseline(store::Transaction& tx);
  // Null when there is no such revision.
  std::shared_ptr<const Source> of(store::Transaction& tx, std::int64_t revision);
  // The items of that revision; empty when there is none.
  using Ids = std::set<std::string, std::less<>>;
  std::shared_ptr<const Ids> items_of(store::Transaction& tx, std::int64_t revision);

 private:
  using Known = std::pair<std::int64_t, std::shared_ptr<const Source>>;
  std::shared_ptr<const Source> known(std::int64_t revision);

  static constexpr std::size_t kept = 2;  // the baseline, and the last one on another channel
  static constexpr std::size_t kept_ids = InputLimits::channels;

  std::mutex mutex_;
  std::list<Known> known_;                                  // used last first
  std::map<std::int64_t, std::shared_ptr<const Ids>> ids_;  // by revision
};

}  // namespace herold::app
