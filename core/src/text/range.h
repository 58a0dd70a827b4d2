// A half-open stretch of a text in UTF-8 bytes: the unit of every position inside the core.
#pragma once

#include <cstdint>
#include <string_view>

namespace herold::text {

struct ByteRange {
  std::uint32_t start = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - start; }
  bool empty() const { return start == end; }
  bool overlaps(ByteRange other) const { return start < other.end && other.start < end; }
  bool holds(std::uint32_t offset) const { return start <= offset && offset < end; }
  bool contains(ByteRange other) const { return start <= other.start && other.end <= end; }
  std::string_view of(std::string_view text) const { return text.substr(start, size()); }

  friend bool operator==(ByteRange a, ByteRange b) { return a.start == b.start && a.end == b.end; }
};

/// The order of matches: by where they start, of two that start together the longer first.
inline constexpr auto starts_first = [](ByteRange a, ByteRange b) {
  return a.start != b.start ? a.start < b.start : a.end > b.end;
};

}  // namespace herold::text
