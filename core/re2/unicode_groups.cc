#include "re2/unicode_groups.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>
#include <vector>

#include "text/unicode_tables.h"
#include "unicode_scripts.h"

namespace re2 {
namespace {

namespace tables = herold::text::tables;

/// Ends before Cn: that a code point is not assigned is no category to RE2.
constexpr std::string_view categories = "LuLlLtLmLoMnMcMeNdNlNoPcPdPsPePiPfPoSmScSkSoZsZlZpCcCfCsCo";
constexpr int category_count = static_cast<int>(categories.size() / 2);
constexpr std::string_view major_categories = "LMNPSZC";

constexpr int group_count =
    category_count + static_cast<int>(major_categories.size()) + herold::re2_tables::script_count;

class Groups {
 public:
  Groups() {
    add_categories();
    add_scripts();
    name_categories();
    name_scripts();
  }

  const UGroup* all() const { return groups_.data(); }

 private:
  struct Ranges {
    std::vector<URange16> narrow;
    std::vector<URange32> wide;

    /// Goes on with the last range where `lo` follows it.
    void add(Rune lo, Rune hi) {
      constexpr Rune last_narrow = 0xFFFF;
      if (lo <= last_narrow && hi > last_narrow) {
        add(lo, last_narrow);
        add(last_narrow + 1, hi);
      } else if (hi <= last_narrow) {
        extend(narrow, lo, hi);
      } else {
        extend(wide, lo, hi);
      }
    }

    template <typename Range>
    static void extend(std::vector<Range>& ranges, Rune lo, Rune hi) {
      using Bound = decltype(Range::lo);
      if (!ranges.empty() && ranges.back().hi + 1 == lo) {
        ranges.back().hi = static_cast<Bound>(hi);
      } else {
        ranges.push_back({static_cast<Bound>(lo), static_cast<Bound>(hi)});
      }
    }
  };

  static constexpr int first_major = category_count;
  static constexpr int first_script = first_major + static_cast<int>(major_categories.size());

  /// Passes over blocks that are like the one before and of one category, which most are.
  void add_categories() {
    constexpr Rune limit = static_cast<Rune>(tables::property_limit);
    constexpr Rune block = 128;
    const auto block_of = [](Rune c) { return tables::property_blocks[c / block]; };
    Rune start = 0;
    int current = category(0);
    for (Rune c = 1; c <= limit; ++c) {
      if (c % block == 0 && start <= c - block && c < limit && block_of(c) == block_of(c - block)) {
        c += block - 1;
        continue;
      }
      const int next = c < limit ? category(c) : category_count;
      if (next == current) continue;
      add_category(current, start, c - 1);
      start = c;
      current = next;
    }
    // The private planes, which lie beyond the tables.
    add_category(category_count - 1, 0xF0000, 0xFFFFD);
    add_category(category_count - 1, 0x100000, 0x10FFFD);
  }

  static int category(Rune c) { return tables::properties(static_cast<char32_t>(c)).category; }

  void add_category(int category, Rune lo, Rune hi) {
    if (category >= category_count) return;
    const auto major = major_categories.find(categories[static_cast<std::size_t>(category) * 2]);
    ranges_[static_cast<std::size_t>(category)].add(lo, hi);
    ranges_[first_major + major].add(lo, hi);
  }

  void add_scripts() {
    const std::uint8_t* at = herold::re2_tables::script_runs;
    const std::uint8_t* const end = at + herold::re2_tables::script_runs_size;
    for (Rune c = 0; at != end;) {
      const Rune lo = c + read_number(at);
      const Rune hi = lo + read_number(at);
      ranges_[static_cast<std::size_t>(first_script) + *at++].add(lo, hi);
      c = hi + 1;
    }
  }

  static Rune read_number(const std::uint8_t*& at) {
    Rune number = 0;
    for (int shift = 0;; shift += 7) {
      const std::uint8_t byte = *at++;
      number |= (byte & 0x7F) << shift;
      if (byte < 0x80) return number;
    }
  }

  void name_categories() {
    for (std::size_t i = 0; i < category_count; ++i) {
      std::copy_n(categories.data() + i * 2, 2, names_[i].data());
      name(i, names_[i].data());
    }
    for (std::size_t i = 0; i < major_categories.size(); ++i) {
      names_[first_major + i][0] = major_categories[i];
      name(first_major + i, names_[first_major + i].data());
    }
  }

  void name_scripts() {
    const char* script = herold::re2_tables::script_names;
    for (std::size_t i = first_script; i < group_count; ++i) {
      name(i, script);
      script += std::strlen(script) + 1;
    }
  }

  void name(std::size_t i, const char* name) {
    const auto& [narrow, wide] = ranges_[i];
    groups_[i] = {
        name, +1, narrow.data(), static_cast<int>(narrow.size()), wide.data(), static_cast<int>(wide.size())};
  }

  std::array<Ranges, group_count> ranges_;
  std::array<std::array<char, 3>, first_script> names_{};
  std::array<UGroup, group_count> groups_;
};

}  // namespace

UnicodeGroups::operator const UGroup*() const {
  static const Groups groups;
  return groups.all();
}

const int num_unicode_groups = group_count;

}  // namespace re2
