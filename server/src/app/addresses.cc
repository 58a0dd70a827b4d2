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

void Addresses::add(std::string_view url, ItemName item) {
  if (auto canonical = canonical_url(url)) items_[std::move(*canonical)].push_back(std::move(item));
}

}  // namespace herold::app
