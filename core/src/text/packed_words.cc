#include "text/packed_words.h"

#include <algorithm>

namespace herold::text {

WordList::WordList(std::string_view packed) {
  for (std::size_t at = 0; at < packed.size(); at += words_.back().size() + 1)
    words_.push_back(packed.substr(at, packed.find('\0', at) - at));
}

bool WordList::holds(std::string_view word) const {
  return std::binary_search(words_.begin(), words_.end(), word);
}

}  // namespace herold::text
