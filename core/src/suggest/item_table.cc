#include "suggest/item_table.h"

#include <algorithm>

namespace herold::suggest {

namespace {

void add_row(const std::vector<std::string_view>& values, Names& names, Rows<std::uint32_t>& rows) {
  for (const std::string_view value : values) rows.push(names.intern(value));
  rows.end_row();
}

}  // namespace

void ItemTable::add(const ContentItemView& item) {
  ids.intern(item.id);
  add_row(item.topics, topic_names, topics);
  add_row(item.roles, role_names, roles);
  add_row(item.groups, group_names, groups);
  add_row(item.networks, network_names, networks);
  for (const auto& caption : item.captions) {
    captions.push({caption_ids.add(caption.id), network_names.intern(caption.network),
                   language_names.intern(caption.language)});
  }
  captions.end_row();
  languages.push_back(language_names.intern(item.language));
  periods.push_back({item.from, item.until});
  priorities.push_back(
      static_cast<std::int8_t>(std::clamp<std::int64_t>(item.priority, -highest_priority, highest_priority)));
}

bool ItemTable::share_topic(ItemIndex a, ItemIndex b) const {
  const auto first = topics[a], second = topics[b];
  return std::find_first_of(first.begin(), first.end(), second.begin(), second.end()) != first.end();
}

}  // namespace herold::suggest
