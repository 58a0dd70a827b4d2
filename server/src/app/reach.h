// How many people a count can be about: an item's figures are about those whom it could have reached, not
// about the whole organisation. Reached are the people whose channel was given the item and whose role and
// groups its audience admits, by the devices enrolled now.
//
//   500 people enrolled, the item for the role "board", which 7 have → 7
//   500 people enrolled, the item published on `pilot` alone, where 6 are → 6
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "store/store.h"

namespace herold::app {

// Keeps to whom the channel was given each item. `content`: JSON texts by id.
void record_offers(store::Transaction& tx, const std::string& channel,
                   const std::map<std::string, std::string>& content);

// Inside one transaction. Looks everyone up once, and each item once.
class Reach {
 public:
  // `k`: the privacy threshold.
  Reach(store::Transaction& tx, std::int64_t k) : tx_(tx), k_(k), everyone_(tx.people_alike()) {}

  // Whom the item could have reached. 0: nobody, or it was never published.
  std::int64_t people(const std::string& item) { return of(item).people; }

  // The fewest people whom figures of the group and of the item together can be narrowed down to; 0 where
  // that is fewer than k, because of the group or of who is outside of it (app/group_privacy.h).
  std::int64_t people(const std::string& item, const std::string& group);

 private:
  struct Reached {
    std::int64_t people = 0;
    std::set<std::string> groups;     // whose figures the item may add to
    std::int64_t smallest_class = 0;  // of those groups
  };
  const Reached& of(const std::string& item);
  Reached look_up(const std::string& item);

  store::Transaction& tx_;
  const std::int64_t k_;
  const std::vector<store::PeopleAlike> everyone_;
  std::map<std::string, Reached> known_;
};

}  // namespace herold::app
