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
    std::uint32_t state = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      state = next(state, classes_[static_cast<unsigned char>(text[i])]);
      if (outputs_[state] != 0) report(state, static_cast<std::uint32_t>(i + 1), found);
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

  std::uint32_t next(std::uint32_t state, std::uint8_t symbol) const {
    while (state >= dense_states_) {
      for (std::uint32_t child = children_[state]; child < children_[state + 1]; ++child)
        if (labels_[child] == symbol) return child;
      state = failure_[state];
    }
    return dense_[state * class_count_ + symbol];
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
