#include "match/digit_groups.h"

#include "text/eight_bytes.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace herold::match {
namespace {

std::uint32_t digits_end(std::string_view draft, std::uint32_t at) {
  while (is_digit_at(draft, at)) ++at;
  return at;
}

bool wordlike_before(std::string_view draft, std::uint32_t at) {
  return at > 0 && text::is_wordlike(text::decode_before(draft, at).value);
}
bool wordlike_at(std::string_view draft, std::uint32_t at) {
  return at < draft.size() && text::is_wordlike(text::decode(draft, at).value);
}

// Where the next group of a run begins, of which one ends at `at`; the draft's size where there is none.
std::uint32_t next_group(std::string_view draft, std::u32string_view separators, std::uint32_t at) {
  const auto none = static_cast<std::uint32_t>(draft.size());
  if (at == none) return none;
  const text::CodePoint separator = text::decode(draft, at);
  const std::uint32_t next = at + static_cast<std::uint32_t>(separator.size);
  const bool goes_on =
      is_digit_at(draft, next) && separators.find(separator.value) != std::u32string_view::npos;
  return goes_on ? next : none;
}

// The groups of a run that no letter, mark or number stands beside.
void read_groups(std::string_view draft, text::ByteRange range, DigitGroups& run) {
  for (std::uint32_t at = range.start; at < range.end; at = next_digit(draft, at)) {
    const std::uint32_t start = at;
    at = digits_end(draft, at);
    const bool is_glued = (start == range.start && wordlike_before(draft, start)) || wordlike_at(draft, at);
    if (is_glued) continue;
    run.groups.push_back({{start, at}, run.digits.size()});
    run.digits += draft.substr(start, at - start);
  }
}

}  // namespace

std::uint32_t next_digit(std::string_view draft, std::size_t at) {
  for (; at + 8 <= draft.size(); at += 8) {
    const std::uint64_t eight = text::load_eight(draft.data() + at);
    const std::uint64_t digits = text::between(eight & ~text::top_bits, '0', '9') & ~eight;
    if (digits != 0)
      return static_cast<std::uint32_t>(at) + static_cast<std::uint32_t>(__builtin_ctzll(digits)) / 8;
  }
  while (at < draft.size() && !is_digit_at(draft, at)) ++at;
  return static_cast<std::uint32_t>(at);
}

bool next_run(std::string_view draft, const NumberShape& shape, std::uint32_t& at, DigitGroups& run) {
  run.groups.clear();
  run.digits.clear();
  while (run.groups.empty() && (at = next_digit(draft, at)) < draft.size()) {
    const std::uint32_t start = at;
    std::size_t digits = 0;
    for (std::uint32_t next = at; next < draft.size(); next = next_group(draft, shape.separators, at)) {
      at = digits_end(draft, next);
      digits += at - next;
    }
    if (digits >= shape.least) read_groups(draft, {start, at}, run);
  }
  return !run.groups.empty();
}

}  // namespace herold::match
