// Lists of different lengths in one array, and dense ids for what is met again and again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
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

template <typename Number>
Number load(const char* bytes) {
  Number number;
  std::memcpy(&number, bytes, sizeof number);
  return number;
}

/// Of words; a multiplication for eight bytes. Within one run only: it goes by the processor's byte order.
inline std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = bytes.size();
  const auto take = [&hash](std::uint64_t eight) {
    hash = (hash ^ eight) * 0x9E3779B97F4A7C15u;
    hash ^= hash >> 32;
  };
  const char* at = bytes.data();
  std::size_t left = bytes.size();
  for (; left > 8; left -= 8, at += 8) take(load<std::uint64_t>(at));
  if (left == 8) {
    take(load<std::uint64_t>(at));
  } else if (left >= 4) {
    // The two fours overlap; which bytes they are is told by the size.
    take(std::uint64_t{load<std::uint32_t>(at)} << 32 | load<std::uint32_t>(at + left - 4));
  } else if (left > 0) {
    const auto byte = [at](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(at[i])}; };
    take(byte(0) << 16 | byte(left / 2) << 8 | byte(left - 1));
  }
  return hash;
}

/// Hash → id below 2^24, with open addressing. What was hashed is not kept: a slot has the upper 40 bits of
/// the mixed hash, and its place tells some more of them. So many do not collide by chance.
class HashTable {
 public:
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  static constexpr std::uint32_t highest_id = 0xFFFFFE;

  std::size_t size() const { return size_; }

  /// The id that the hash has, which is `id` when it had none.
  std::uint32_t insert(std::uint64_t hash, std::uint32_t id) {
    if ((size_ + 1) * 3 > slots_.size() * 2) grow();
    const std::uint64_t mixed = mix(hash);
    std::uint64_t& slot = slots_[slot_of(mixed)];
    if (slot != free) return id_in(slot);
    slot = (mixed & tag_bits) | id;
    ++size_;
    return id;
  }

  std::uint32_t find(std::uint64_t hash) const {
    return size_ == 0 ? none : id_in(slots_[slot_of(mix(hash))]);
  }

 private:
  static constexpr std::uint64_t id_bits = 0xFFFFFF, tag_bits = ~id_bits, free = ~std::uint64_t{0};

  static std::uint64_t mix(std::uint64_t hash) { return hash * 0x9E3779B97F4A7C15u; }
  static std::uint32_t id_in(std::uint64_t slot) {
    return slot == free ? none : static_cast<std::uint32_t>(slot & id_bits);
  }

  // Where the hash is, or where it would be: there is always a free slot. The place is told by bits of the
  // tag, so that it can be found again without the hash.
  std::size_t slot_of(std::uint64_t mixed) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = static_cast<std::size_t>(mixed >> 32) & mask;
    while (slots_[at] != free && (slots_[at] & tag_bits) != (mixed & tag_bits)) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    const std::vector<std::uint64_t> old = std::move(slots_);
    slots_.assign(old.empty() ? 64 : old.size() * 2, free);
    for (const std::uint64_t slot : old)
      if (slot != free) slots_[slot_of(slot)] = slot;
  }

  std::vector<std::uint64_t> slots_;
  std::size_t size_ = 0;
};

/// Few strings that many items share, and an id for each: 0, 1, 2 …
class Names {
 public:
  static constexpr std::uint32_t none = HashTable::none;

  std::uint32_t intern(std::string_view text) {
    std::uint64_t hash = hash_of(text);
    for (std::uint32_t id = ids_.find(hash); id != none; id = ids_.find(++hash))
      if (strings_[id] == text) return id;
    return ids_.insert(hash, strings_.add(text));
  }
  std::uint32_t find(std::string_view text) const {
    std::uint64_t hash = hash_of(text);
    std::uint32_t id = ids_.find(hash);
    while (id != none && strings_[id] != text) id = ids_.find(++hash);
    return id;
  }
  std::string_view operator[](std::uint32_t id) const { return strings_[id]; }
  std::size_t size() const { return strings_.size(); }

 private:
  HashTable ids_;
  Strings strings_;
};

}  // namespace herold::suggest
