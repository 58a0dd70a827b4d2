// The data inventory: everything the server stores, for people and the works council.
#pragma once

#include <string>
#include <vector>

namespace herold::app {

// One thing that is kept: what, why, how long. In English; keys are fixed so that clients may translate. Keys
// that begin with "device." are about one person.
struct StoredThing {
  std::string key;
  std::string what;
  std::string why;
  std::string kept;
};

std::vector<StoredThing> data_inventory();

}  // namespace herold::app
