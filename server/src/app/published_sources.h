// What publications held, kept from one look to the next: a publication never changes, and reading one with
// 10,000 items takes a tenth of a second.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <utility>

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

 private:
  using Known = std::pair<std::int64_t, std::shared_ptr<const Source>>;
  std::shared_ptr<const Source> known(std::int64_t revision);

  static constexpr std::size_t kept = 2;  // the baseline, and the last one on another channel

  std::mutex mutex_;
  std::list<Known> known_;  // used last first
};

}  // namespace herold::app
