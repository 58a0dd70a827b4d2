// Finds any of many byte strings in one pass over a text (Aho and Corasick).
//
// Bytes go through a class map first, so that callers decide which bytes count as equal. States are numbered
// breadth-first: the children of a state lie side by side, and the shallow states, where a scan spends nearly
// all its time, come first and have full transition rows; deeper ones keep their few children and a failure
// link.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace herold::match {

class Automaton {
 public:
  using Classes = std::array<std::uint8_t, 256>;

  // `patterns[i]` is found as number i; none may be empty. Bytes that `equal` maps to the same byte
  // match each other.
  void build(const std::vector<std::string_view>& patterns, const Classes& equal);

  // Calls `found(pattern, end)` for every occurrence, in order of its end, `end` being the offset after it.
  template <typename Found>
  void scan(std::string_view text, Found&& found) const {
    if (dense_.empty()) return;
    const std::uint32_t* rows = dense_.data();
    std::uint32_t row = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const std::uint32_t to = rows[row + classes_[static_cast<unsigned char>(text[i])]];
      row = (to & look) == 0 ? to : follow(to & ~look, text, i, found);
    }
  }

 private:
  struct Output {
    std::uint32_t first, last;  // in order_
    std::uint32_t next;         // the longest proper suffix with an output
  };

  void number_classes(const std::vector<std::string_view>& patterns, const Classes& equal);
  void build_trie(const std::vector<std::string_view>& patterns);
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
      for (std::uint32_t child = children_[state]; child < children_[state + 1]; ++child)
        if (labels_[child] == symbol) return child;
      state = failure_[state];
    }
    return state_of(dense_[state * class_count_ + symbol]);
  }

  // Goes on from `state`, reached with the byte at `i`, until a state has a row again; where that is. `i` is
  // then the last byte read.
  template <typename Found>
  std::uint32_t follow(std::uint32_t state, std::string_view text, std::size_t& i, Found& found) const {
    for (;;) {
      if (outputs_[state] != 0) report(state, static_cast<std::uint32_t>(i + 1), found);
      if (state < dense_states_ || i + 1 == text.size()) break;
      state = next(state, classes_[static_cast<unsigned char>(text[++i])]);
    }
    return state < dense_states_ ? state * class_count_ : 0;
  }

  template <typename Found>
  void report(std::uint32_t state, std::uint32_t end, Found& found) const {
    for (std::uint32_t output = outputs_[state]; output != 0; output = chain_[output].next)
      for (std::uint32_t i = chain_[output].first; i < chain_[output].last; ++i) found(order_[i], end);
  }

  Classes classes_{};
  std::uint32_t class_count_ = 0;
  std::uint32_t dense_states_ = 0;
  std::vector<std::uint32_t> dense_;     // row of each shallow state
  std::vector<std::uint32_t> children_;  // first child of each state, with one past the end
  std::vector<std::uint8_t> labels_;     // class on the edge to each state
  std::vector<std::uint32_t> failure_;
  std::vector<std::uint32_t> outputs_;  // of each state, 0 for none
  std::vector<Output> chain_;           // element 0 is unused
  std::vector<std::uint32_t> order_;    // pattern numbers, sorted by pattern
};

}  // namespace herold::match
