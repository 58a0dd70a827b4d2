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
  // Reads every item that is not removed; a batch makes one and adds to it.
  explicit Addresses(store::Transaction& tx);

  // The items of that page, ids in byte order; none for what is no address.
  std::vector<ItemName> at(std::string_view url) const;
  void add(std::string_view url, ItemName item);

 private:
  std::map<std::string, std::vector<ItemName>> items_;  // by canonical address
};

}  // namespace herold::app
