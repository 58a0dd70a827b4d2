#include "match/automaton.h"

#include <algorithm>

namespace herold::match {
namespace {

// Rows of shallow states, in bytes: they should stay in the second-level cache.
constexpr std::size_t dense_budget = 64 * 1024;

}  // namespace

void Automaton::build(const std::vector<std::string_view>& patterns, const Classes& equal) {
  *this = Automaton{};
  if (patterns.empty()) return;
  Trie::build(patterns, equal);
  link_suffixes();
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
