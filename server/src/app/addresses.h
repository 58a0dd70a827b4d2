// Content items by the page they point to, so that a page is noticed when it comes a second time.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

namespace herold::app {

struct ItemName {
  std::string id;
  std::string title;
};

class Addresses {
 public:
  Addresses() = default;
  // Reads every item that is not removed; a batch makes one and adds to it.
  explicit Addresses(store::Transaction& tx);

  // The items of that page, ids in byte order; none for what is no address.
  std::vector<ItemName> at(std::string_view url) const;
  // The other items of the page of that item.
  std::vector<ItemName> duplicates_of(const std::string& id) const;
  void add(std::string_view url, ItemName item);
  // `canonical`: of canonical_url; empty for what is no address.
  void add_canonical(const std::string& canonical, ItemName item);

 private:
  std::map<std::string, std::vector<ItemName>> items_;  // by canonical address
  std::map<std::string, std::string> canonical_;        // by id
};

}  // namespace herold::app
