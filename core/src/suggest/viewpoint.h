// A library as one person sees it: what they may share, and what makes one fitting item better than another:
// the person, the editors, the day.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "suggest/item_table.h"

namespace herold::suggest {

class Viewpoint {
 public:
  /// Both outlive this. `written`: the draft's language, empty when it is not known.
  Viewpoint(const ItemTable& items, const SuggestOptions& options, std::string_view written);

  /// Dates, audience and network admit the item, and the person has not shared it yet.
  bool admits(ItemIndex item) const;

  /// The factor for interests, priority, freshness and languages; at most `highest_preference`.
  double preference(ItemIndex item) const;
  /// It is no more than this, which is faster to tell.
  double most_preferred(ItemIndex item) const;
  static const double highest_preference;

  /// Without a draft: how well an item serves the person's interests; 0 when it serves none.
  double liking(ItemIndex item) const;

  /// The person's interests that the item serves, in the item's order.
  std::vector<std::string> interests(ItemIndex item) const;

  /// Ids of the captions that fit the network, in the person's order of languages, those written for the
  /// network first.
  std::vector<std::string> captions(ItemIndex item) const;

 private:
  std::size_t interest_count(ItemIndex item) const;
  // What interests and priority make of a preference.
  double standing(ItemIndex item) const;
  double freshness(ItemIndex item) const;
  // 1, or less for an item that has nothing in a language of the person or of the draft.
  double reach(ItemIndex item) const;
  bool is_spoken(std::uint32_t language) const;

  const ItemTable& items_;
  const SuggestOptions& options_;
  std::uint32_t role_, network_;
  std::vector<bool> interests_, groups_;  // by name
  std::vector<std::uint32_t> ranks_;      // of languages: the person's first is 0
  std::vector<bool> shared_;              // items
};

}  // namespace herold::suggest
