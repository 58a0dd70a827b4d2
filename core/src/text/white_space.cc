#include "text/white_space.h"

#include "text/unicode.h"
#include "text/utf8.h"

namespace herold::text {
namespace {

bool is_line_break(char32_t c) { return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029; }

}  // namespace

WhiteSpaceRun white_space_run(std::string_view text, std::uint32_t at) {
  // Nearly all runs are a blank or line break between two words.
  const auto is_plain = [&](std::uint32_t i) { return i < text.size() && text[i] > ' ' && text[i] < 0x7F; };
  if (static_cast<unsigned char>(text[at]) < 0x80 && is_plain(at + 1)) return {at, at + 1, false};
  WhiteSpaceRun run{at, at, false};
  int line_breaks = 0;
  char32_t previous = 0;
  while (at < text.size()) {
    const CodePoint point = decode(text, at);
    if (is_white_space(point.value)) {
      const bool second_half = point.value == '\n' && previous == '\r';
      if (is_line_break(point.value) && !second_half) ++line_breaks;
      if (!second_half) run.last = at;
      run.end = at + point.size;
    } else if (!is_default_ignorable(point.value)) {
      break;
    }
    previous = point.value;
    at += point.size;
  }
  run.parting = line_breaks > 1;
  return run;
}

bool holds_line_break(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (is_line_break(point.value)) return true;
    at += point.size;
  }
  return false;
}

ByteRange trimmed(std::string_view text, ByteRange range) {
  while (!range.empty()) {
    const CodePoint first = decode(text, range.start);
    if (!is_white_space(first.value)) break;
    range.start += first.size;
  }
  while (!range.empty()) {
    const CodePoint last = decode_before(text, range.end);
    if (!is_white_space(last.value)) break;
    range.end -= last.size;
  }
  return range;
}

}  // namespace herold::text
