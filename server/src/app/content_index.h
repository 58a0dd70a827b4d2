// The library in memory, as every look at it needs it: reading 10,000 items anew for each takes a fifth of a
// second.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "app/addresses.h"
#include "app/source.h"
#include "store/store.h"

namespace herold::app {

// What lists are sorted by: the last change, the title, the language, and when the item stops being
// suggested.
enum class ContentKey : std::size_t { updated, title, language, until };
constexpr std::size_t kContentKeys = 4;

// An item that is not removed, and what lists filter and sort by.
struct IndexedItem {
  store::Document document;
  std::string canonical;  // of its address; empty when it has none
  std::string title;
  std::string language;  // in lower case
  std::string texts;     // folded, what people read of it; a line each
  std::vector<std::string> topics, networks;
  std::array<std::string, kContentKeys> keys;  // compared byte by byte

  const std::string& key(ContentKey by) const { return keys[static_cast<std::size_t>(by)]; }
};

struct IndexedContent {
  using Items = std::vector<std::shared_ptr<const IndexedItem>>;

  std::int64_t changes = 0;  // store::Transaction::count_changes
  Items by_id;
  std::set<std::string> languages;  // primary subtags, in lower case
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

// For whoever writes next: what takes long is over before the one writer begins.
Result<std::shared_ptr<const IndexedContent>> current_library(store::Store& store, ContentIndex& index);

std::shared_ptr<const IndexedItem> indexed(store::Document document);

// As working_source of app/source.h, without reading the library.
Source working_source(store::Transaction& tx, ContentIndex& index);

}  // namespace herold::app
