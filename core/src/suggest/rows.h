// Lists of different lengths in one array, and dense ids for what is met again and again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace herold::suggest {

/// Row i is the values from starts[i] up to starts[i + 1] (compressed sparse rows).
template <typename T>
class Rows {
 public:
  std::size_t size() const { return starts_.size() - 1; }
  std::span<const T> operator[](std::size_t row) const {
    return {values_.data() + starts_[row], values_.data() + starts_[row + 1]};
  }

  /// A value of the row that `end_row` will close.
  void push(T value) { values_.push_back(value); }
  void end_row() { starts_.push_back(static_cast<std::uint32_t>(values_.size())); }
  void shrink_to_fit() {
    starts_.shrink_to_fit();
    values_.shrink_to_fit();
  }

  /// Sorts values into `count` rows. `each` is called twice and calls its argument with every row and value,
  /// in the same order; that order stays within a row.
  template <typename Each>
  static Rows sorted(std::size_t count, Each each) {
    Rows rows;
    rows.starts_.assign(count + 1, 0);
    each([&rows](std::uint32_t row, T) { ++rows.starts_[row + 1]; });
    for (std::size_t i = 1; i <= count; ++i) rows.starts_[i] += rows.starts_[i - 1];
    rows.values_.resize(rows.starts_[count]);
    std::vector<std::uint32_t> next(rows.starts_.begin(), rows.starts_.end() - 1);
    each([&rows, &next](std::uint32_t row, T value) { rows.values_[next[row]++] = value; });
    return rows;
  }

 private:
  std::vector<std::uint32_t> starts_{0};
  std::vector<T> values_;
};

/// Strings one behind the other.
class Strings {
 public:
  std::string_view operator[](std::size_t at) const {
    return std::string_view(bytes_).substr(starts_[at], starts_[at + 1] - starts_[at]);
  }
  std::uint32_t add(std::string_view text) {
    bytes_ += text;
    starts_.push_back(static_cast<std::uint32_t>(bytes_.size()));
    return static_cast<std::uint32_t>(starts_.size() - 2);
  }
  std::size_t size() const { return starts_.size() - 1; }

 private:
  std::string bytes_;
  std::vector<std::uint32_t> starts_{0};
};

/// Few strings that many items share, and an id for each: 0, 1, 2 …
class Names {
 public:
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  std::uint32_t intern(std::string_view text) {
    const auto [known, is_new] = ids_.emplace(text, static_cast<std::uint32_t>(strings_.size()));
    if (is_new) strings_.add(text);
    return known->second;
  }
  std::uint32_t find(std::string_view text) const {
    const auto known = ids_.find(std::string(text));
    return known == ids_.end() ? none : known->second;
  }
  std::string_view operator[](std::uint32_t id) const { return strings_[id]; }
  std::size_t size() const { return strings_.size(); }

 private:
  std::unordered_map<std::string, std::uint32_t> ids_;
  Strings strings_;
};

/// Hash → id, with open addressing. What was hashed is not kept: 64 bits do not collide by chance.
class HashTable {
 public:
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  std::size_t size() const { return size_; }

  /// The id that the hash has, which is `id` when it had none.
  std::uint32_t insert(std::uint64_t hash, std::uint32_t id) {
    if ((size_ + 1) * 3 > ids_.size() * 2) grow();
    const std::size_t slot = slot_of(hash);
    if (ids_[slot] != none) return ids_[slot];
    hashes_[slot] = hash;
    ids_[slot] = id;
    ++size_;
    return id;
  }

  std::uint32_t find(std::uint64_t hash) const { return size_ == 0 ? none : ids_[slot_of(hash)]; }

 private:
  // Where the hash is, or where it would be: there is always a free slot.
  std::size_t slot_of(std::uint64_t hash) const {
    const std::size_t mask = ids_.size() - 1;
    std::size_t slot = static_cast<std::size_t>((hash * 0x9E3779B97F4A7C15u) >> 32) & mask;
    while (ids_[slot] != none && hashes_[slot] != hash) slot = (slot + 1) & mask;
    return slot;
  }

  void grow() {
    const std::vector<std::uint64_t> hashes = std::move(hashes_);
    const std::vector<std::uint32_t> ids = std::move(ids_);
    const std::size_t slots = ids.empty() ? 64 : ids.size() * 2;
    hashes_.assign(slots, 0);
    ids_.assign(slots, none);
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (ids[i] == none) continue;
      const std::size_t slot = slot_of(hashes[i]);
      hashes_[slot] = hashes[i];
      ids_[slot] = ids[i];
    }
  }

  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint32_t> ids_;
  std::size_t size_ = 0;
};

}  // namespace herold::suggest
