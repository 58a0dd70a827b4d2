// The library in memory, as every look at it needs it: reading 10,000 items anew for each takes a fifth of a
// second.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/addresses.h"
#include "app/source.h"
#include "store/store.h"

namespace herold::app {

// An item that is not removed, and what lists filter by.
struct IndexedItem {
  store::Document document;
  std::string canonical;  // of its address; empty when it has none
  std::string title;
  std::string language;  // in lower case
  std::vector<std::string> topics, networks;
};

struct IndexedContent {
  using Items = std::vector<std::shared_ptr<const IndexedItem>>;

  std::int64_t changes = 0;  // store::Transaction::count_changes
  Items by_id;
  Items newest_first;  // by their last change, then by id
  Addresses addresses;
};

// Thread-safe. Only for transactions that read: what a writing one sees may be undone, and its versions given
// anew.
class ContentIndex {
 public:
  // As of the transaction: an item is read again only when its version has changed.
  std::shared_ptr<const IndexedContent> content(store::Transaction& tx);

 private:
  std::mutex mutex_;
  std::shared_ptr<const IndexedContent> content_ = std::make_shared<const IndexedContent>();
};

std::shared_ptr<const IndexedItem> indexed(store::Document document);

// Whether an item that was changed then comes after another in a list, newest change first.
bool comes_after(const store::Document& item, std::int64_t updated_at, std::string_view id);

// As working_source of app/source.h, without reading the library.
Source working_source(store::Transaction& tx, ContentIndex& index);

}  // namespace herold::app
