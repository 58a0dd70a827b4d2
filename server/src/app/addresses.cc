#include "app/addresses.h"

#include <utility>

#include "app/canonical_url.h"
#include "app/json.h"

namespace herold::app {

Addresses::Addresses(store::Transaction& tx) {
  for (const auto& document : tx.documents(store::DocumentKind::content)) {
    const Json item = stored(document.body);
    add(text_of(item, "url"), {document.id, text_of(item, "title")});
  }
}

std::vector<ItemName> Addresses::at(std::string_view url) const {
  const auto canonical = canonical_url(url);
  const auto found = canonical ? items_.find(*canonical) : items_.end();
  return found == items_.end() ? std::vector<ItemName>() : found->second;
}

std::vector<ItemName> Addresses::duplicates_of(const std::string& id) const {
  const auto canonical = canonical_.find(id);
  if (canonical == canonical_.end()) return {};
  std::vector<ItemName> items = items_.at(canonical->second);
  std::erase_if(items, [&](const ItemName& item) { return item.id == id; });
  return items;
}

void Addresses::add(std::string_view url, ItemName item) {
  add_canonical(canonical_url(url).value_or(""), std::move(item));
}

void Addresses::add_canonical(const std::string& canonical, ItemName item) {
  if (canonical.empty()) return;
  canonical_[item.id] = canonical;
  items_[canonical].push_back(std::move(item));
}

}  // namespace herold::app
