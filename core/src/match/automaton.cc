#include "match/automaton.h"

#include <algorithm>
#include <numeric>

namespace herold::match {
namespace {

// Rows of shallow states, in bytes: they should stay in the second-level cache.
constexpr std::size_t dense_budget = 256 * 1024;

}  // namespace

void Automaton::build(const std::vector<std::string_view>& patterns, const Classes& equal) {
  *this = Automaton{};
  if (patterns.empty()) return;
  number_classes(patterns, equal);
  build_trie(patterns);
  link_suffixes();
}

// Class 0 is for bytes that no pattern holds.
void Automaton::number_classes(const std::vector<std::string_view>& patterns, const Classes& equal) {
  std::array<std::uint8_t, 256> number{};
  class_count_ = 1;
  for (const std::string_view pattern : patterns)
    for (const char byte : pattern) {
      std::uint8_t& own = number[equal[static_cast<unsigned char>(byte)]];
      if (own == 0) own = static_cast<std::uint8_t>(class_count_++);
    }
  for (std::size_t byte = 0; byte < number.size(); ++byte) classes_[byte] = number[equal[byte]];
}

// Sorted patterns are a trie already: a state is a stretch of them with a common beginning. Taking the
// stretches level by level numbers the states breadth-first.
void Automaton::build_trie(const std::vector<std::string_view>& patterns) {
  std::vector<std::string> keys(patterns.size());
  for (std::size_t i = 0; i < patterns.size(); ++i)
    for (const char byte : patterns[i])
      keys[i].push_back(static_cast<char>(classes_[static_cast<unsigned char>(byte)]));
  order_.resize(keys.size());
  std::iota(order_.begin(), order_.end(), 0u);
  std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
    const int compared = keys[a].compare(keys[b]);
    return compared != 0 ? compared < 0 : a < b;
  });

  struct Stretch {
    std::uint32_t first, last, depth;
  };
  std::vector<Stretch> states = {{0, static_cast<std::uint32_t>(keys.size()), 0}};
  labels_ = {0};
  chain_ = {Output{}};
  for (std::size_t state = 0; state < states.size(); ++state) {
    auto [first, last, depth] = states[state];
    const std::uint32_t begin = first;
    while (first < last && keys[order_[first]].size() == depth) ++first;
    outputs_.push_back(first > begin ? static_cast<std::uint32_t>(chain_.size()) : 0);
    if (first > begin) chain_.push_back({begin, first, 0});

    children_.push_back(static_cast<std::uint32_t>(states.size()));
    while (first < last) {
      const char label = keys[order_[first]][depth];
      std::uint32_t end = first + 1;
      while (end < last && keys[order_[end]][depth] == label) ++end;
      states.push_back({first, end, depth + 1});
      labels_.push_back(static_cast<std::uint8_t>(label));
      first = end;
    }
  }
  children_.push_back(static_cast<std::uint32_t>(states.size()));
}

// Breadth-first: whatever a state falls back to is complete already.
void Automaton::link_suffixes() {
  const std::size_t states = outputs_.size();
  const std::size_t rows = std::max<std::size_t>(1, dense_budget / (class_count_ * sizeof(std::uint32_t)));
  dense_states_ = static_cast<std::uint32_t>(std::min(states, rows));
  dense_.assign(std::size_t{dense_states_} * class_count_, 0);
  failure_.assign(states, 0);
  for (std::uint32_t state = 0; state < states; ++state) {
    const std::uint32_t suffix = failure_[state];
    if (state != 0) inherit_outputs(state, suffix);
    if (state != 0 && state < dense_states_)
      std::copy_n(&dense_[suffix * class_count_], class_count_, &dense_[state * class_count_]);
    for (std::uint32_t child = children_[state]; child < children_[state + 1]; ++child) {
      if (state != 0) failure_[child] = next(suffix, labels_[child]);
      // Until all outputs are known, every child is looked at.
      if (state < dense_states_) dense_[state * class_count_ + labels_[child]] = child | look;
    }
  }
  for (std::uint32_t& to : dense_) to = entry(state_of(to));
}

void Automaton::inherit_outputs(std::uint32_t state, std::uint32_t suffix) {
  if (outputs_[state] == 0)
    outputs_[state] = outputs_[suffix];
  else
    chain_[outputs_[state]].next = outputs_[suffix];
}

}  // namespace herold::match
