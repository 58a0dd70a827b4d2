// Finds any of many byte strings in one pass over a text (Aho and Corasick).
//
// The shallow states, where a scan spends nearly all its time, come first and have full transition rows;
// deeper ones keep their few children and a failure link.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "match/trie.h"

namespace herold::match {

class Automaton : private Trie {
 public:
  using Trie::Classes;

  // As that of a trie.
  void build(const std::vector<std::string_view>& patterns, const Classes& equal);

  // Calls `found(pattern, end)` for every occurrence, in order of its end, `end` being the offset after it.
  template <typename Found>
  void scan(std::string_view text, Found&& found) const {
    if (dense_.empty()) return;
    const std::uint32_t* rows = dense_.data();
    std::uint32_t row = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      // Bytes that begin nothing need not wait for each other.
      while (row == 0 && rows[classes_[static_cast<unsigned char>(text[i])]] == 0)
        if (++i == text.size()) return;
      const std::uint32_t to = rows[row + classes_[static_cast<unsigned char>(text[i])]];
      row = (to & look) == 0 ? to : follow(to & ~look, text, i, found);
    }
  }

 private:
  void link_suffixes();
  void inherit_outputs(std::uint32_t state, std::uint32_t suffix);

  // A row's entry for a state that has an output or no row of its own; the others are the place of their row.
  static constexpr std::uint32_t look = 0x80000000u;

  std::uint32_t entry(std::uint32_t state) const {
    return state < dense_states_ && outputs_[state] == 0 ? state * class_count_ : state | look;
  }
  std::uint32_t state_of(std::uint32_t entry) const {
    return (entry & look) != 0 ? entry & ~look : entry / class_count_;
  }

  std::uint32_t next(std::uint32_t state, std::uint8_t symbol) const {
    while (state >= dense_states_) {
      if (const std::uint32_t below = child(state, symbol)) return below;
      state = failure_[state];
    }
    return state_of(dense_[state * class_count_ + symbol]);
  }

  // Goes on from `state`, reached with the byte at `i`, until a state has a row again; where that is. `i` is
  // then the last byte read.
  template <typename Found>
  std::uint32_t follow(std::uint32_t state, std::string_view text, std::size_t& i, Found& found) const {
    for (;;) {
      for (std::uint32_t output = outputs_[state]; output != 0; output = chain_[output].next)
        report(output, i + 1, found);
      if (state < dense_states_ || i + 1 == text.size()) break;
      state = next(state, classes_[static_cast<unsigned char>(text[++i])]);
    }
    return state < dense_states_ ? state * class_count_ : 0;
  }

  std::uint32_t dense_states_ = 0;
  std::vector<std::uint32_t> dense_;  // row of each shallow state
  std::vector<std::uint32_t> failure_;
};

}  // namespace herold::match
