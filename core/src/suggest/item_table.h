// What ranking keeps of each item, in columns: whom it is for, when, what it is about. Its texts are not
// kept.
#pragma once

#include <cstdint>
#include <vector>

#include "herold/suggest.h"
#include "suggest/rows.h"

namespace herold::suggest {

using ItemIndex = std::uint32_t;

/// What is beyond counts as much.
constexpr std::int8_t highest_priority = 10;

struct CaptionEntry {
  std::uint32_t id;  // in `caption_ids`
  std::uint32_t network;
  std::uint32_t language;
};

struct ItemTable {
  Names topic_names, role_names, group_names, network_names, language_names;
  Names ids;
  Strings caption_ids;
  Rows<std::uint32_t> topics, roles, groups, networks;
  Rows<CaptionEntry> captions;
  std::vector<std::uint32_t> languages;
  std::vector<Period> periods;
  std::vector<std::int8_t> priorities;  // down to -highest_priority

  std::size_t size() const { return languages.size(); }
  bool share_topic(ItemIndex a, ItemIndex b) const;
  void add(const ContentItemView& item);
};

}  // namespace herold::suggest
