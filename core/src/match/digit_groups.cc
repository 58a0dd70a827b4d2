#include "match/digit_groups.h"

#include "text/eight_bytes.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace herold::match {
namespace {

bool is_digit_at(std::string_view draft, std::uint32_t at) {
  return at < draft.size() && draft[at] >= '0' && draft[at] <= '9';
}

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

}  // namespace

std::uint32_t next_digit(std::string_view draft, std::size_t at) {
  for (; at + 8 <= draft.size(); at += 8) {
    const std::uint64_t eight = text::load_eight(draft.data() + at);
    const std::uint64_t digits = text::between(eight & ~text::top_bits, '0', '9') & ~eight;
    if (digits != 0)
      return static_cast<std::uint32_t>(at) + static_cast<std::uint32_t>(__builtin_ctzll(digits)) / 8;
  }
  while (at < draft.size() && !is_digit_at(draft, static_cast<std::uint32_t>(at))) ++at;
  return static_cast<std::uint32_t>(at);
}

bool next_run(std::string_view draft, std::u32string_view separators, std::uint32_t& at, DigitGroups& run) {
  run.groups.clear();
  run.digits.clear();
  while (run.groups.empty() && (at = next_digit(draft, at)) < draft.size()) {
    bool glued = wordlike_before(draft, at);
    for (;;) {
      const std::uint32_t end = digits_end(draft, at);
      if (!glued && !wordlike_at(draft, end)) {
        run.groups.push_back({{at, end}, run.digits.size()});
        run.digits += draft.substr(at, end - at);
      }
      glued = false;
      at = end;
      if (at == draft.size()) break;
      const text::CodePoint separator = text::decode(draft, at);
      if (separators.find(separator.value) == std::u32string_view::npos ||
          !is_digit_at(draft, at + separator.size))
        break;
      at += separator.size;
    }
  }
  return !run.groups.empty();
}

}  // namespace herold::match
