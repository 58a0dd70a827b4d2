// Finds which of many byte strings stand at a place of a text.
//
// Bytes go through a class map first, so that callers decide which bytes count as equal. States are numbered
// breadth-first: the children of a state lie side by side.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace herold::match {

class Trie {
 public:
  using Classes = std::array<std::uint8_t, 256>;

  // `patterns[i]` is found as number i; none may be empty. Bytes that `equal` maps to the same byte
  // match each other.
  void build(const std::vector<std::string_view>& patterns, const Classes& equal);

  // Whether a pattern may begin at `start`: of the words of a draft most are turned away here.
  bool may_begin(std::string_view text, std::size_t start) const {
    if (start + beginnings_.size() > text.size()) return !children_.empty();
    std::uint8_t groups = 0xFF;
    for (std::size_t i = 0; i < beginnings_.size(); ++i)
      groups &= beginnings_[i][static_cast<unsigned char>(text[start + i])];
    return groups != 0;
  }

  // Calls `found(pattern, end)` for every pattern that begins at `start`, shorter ones first, `end` being the
  // offset after it.
  template <typename Found>
  void match_at(std::string_view text, std::size_t start, Found&& found) const {
    std::uint32_t state = 0;
    for (std::size_t i = start; i < text.size(); ++i) {
      state = child(state, classes_[static_cast<unsigned char>(text[i])]);
      if (state == 0) return;
      if (outputs_[state] != 0) report(outputs_[state], i + 1, found);
    }
  }

 protected:
  struct Output {
    std::uint32_t first, last;  // in order_
    std::uint32_t next;         // for Automaton
  };

  // The child of `state` with the class on its edge, 0 when there is none.
  std::uint32_t child(std::uint32_t state, std::uint8_t symbol) const {
    for (std::uint32_t each = children_[state]; each < children_[state + 1]; ++each)
      if (labels_[each] == symbol) return each;
    return 0;
  }

  template <typename Found>
  void report(std::uint32_t output, std::size_t end, Found& found) const {
    for (std::uint32_t i = chain_[output].first; i < chain_[output].last; ++i)
      found(order_[i], static_cast<std::uint32_t>(end));
  }

  Classes classes_{};
  std::uint32_t class_count_ = 0;
  std::vector<std::uint32_t> children_;  // first child of each state, with one past the end
  std::vector<std::uint8_t> labels_;     // class on the edge to each state
  std::vector<std::uint32_t> outputs_;   // of each state, 0 for none
  std::vector<Output> chain_;            // element 0 is unused
  std::vector<std::uint32_t> order_;     // pattern numbers, sorted by pattern

 private:
  void number_classes(const std::vector<std::string_view>& patterns, const Classes& equal);
  std::string letters_of(const std::vector<std::string_view>& patterns) const;
  void note_beginnings(const std::vector<std::string_view>& keys);

  // Sorted patterns fall into eight groups, a bit each: which have such a byte at their first three places.
  std::array<Classes, 3> beginnings_{};
};

}  // namespace herold::match
