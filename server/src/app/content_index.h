// What every look at the library needs, kept from one to the next: reading 10,000 items anew for each takes a
// tenth of a second and more.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "app/addresses.h"
#include "app/source.h"
#include "store/store.h"

namespace herold::app {

// Thread-safe. Only for transactions that read: what a writing one sees may be undone, and its versions given
// anew.
class ContentIndex {
 public:
  // As of the transaction: an item is parsed again only when its version has changed.
  std::shared_ptr<const Addresses> addresses(store::Transaction& tx);
  // The baseline (app/source.h), null before the first publication.
  std::shared_ptr<const Source> published(store::Transaction& tx);

 private:
  struct Known {
    std::int64_t version = 0;
    std::string canonical;
    std::string title;
  };
  Known know(const store::Document& document) const;

  std::mutex mutex_;
  std::map<std::string, std::int64_t> versions_;
  std::map<std::string, Known> known_;
  std::shared_ptr<const Addresses> addresses_;
  std::int64_t revision_ = 0;
  std::shared_ptr<const Source> published_;
};

}  // namespace herold::app
