#include "cli/source.h"

#include <algorithm>

#include "cli/terminal.h"

namespace herold::cli {
namespace {

/// Columns shown in front of what was found, where a line is too long to be shown whole; less in a narrow
/// terminal.
constexpr std::size_t lead_in = 32;

/// Characters of a line that are looked at on either side: invisible ones take no columns and could go on for
/// ever.
constexpr int most_looked_at = 1000;

}  // namespace

Source::Source(std::string_view draft) : draft_(draft), utf16_(draft), graphemes_(draft) {
  for (std::size_t at = draft.find('\n'); at != std::string_view::npos; at = draft.find('\n', at + 1))
    line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
}

Place Source::place(std::uint32_t at) {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), at);
  const auto line = static_cast<std::size_t>(after - line_starts_.begin()) - 1;
  if (line != last_.line || at < last_.at) last_ = {line, line_starts_[line], 0};
  last_.column += graphemes_.count({last_.at, at});
  last_.at = at;
  return last_;
}

text::ByteRange Source::line(std::size_t number) const {
  const std::uint32_t start = line_starts_[number];
  const bool is_last = number + 1 == line_starts_.size();
  std::uint32_t end = is_last ? static_cast<std::uint32_t>(draft_.size()) : line_starts_[number + 1] - 1;
  if (end > start && draft_[end - 1] == '\r') --end;
  return {start, end};
}

text::ByteRange Source::excerpt(text::ByteRange line, std::uint32_t found, std::size_t line_width) {
  if (fits(line, line_width)) return line;
  const text::ByteRange lead = backward(line.start, found, std::min(lead_in, line_width / 2));
  return {lead.start, forward(found, line.end, line_width - columns(lead.of(draft_))).end};
}

bool Source::fits(text::ByteRange line, std::size_t width) {
  const bool is_known = line.end == measured_.line.end && width == measured_.width;
  if (!is_known) measured_ = {line, width, forward(line.start, line.end, width).end == line.end};
  return measured_.fits;
}

text::ByteRange Source::forward(std::uint32_t start, std::uint32_t end, std::size_t width) const {
  text::ByteRange shown{start, start};
  std::size_t taken = 0;
  for (int i = 0; i < most_looked_at && shown.end < end; ++i) {
    const std::uint32_t next = graphemes_.next(shown.end);
    taken += columns(text::ByteRange{shown.end, next}.of(draft_));
    if (taken > width && shown.end > start) break;
    shown.end = next;
  }
  return shown;
}

text::ByteRange Source::backward(std::uint32_t start, std::uint32_t end, std::size_t width) const {
  text::ByteRange shown{end, end};
  std::size_t taken = 0;
  for (int i = 0; i < most_looked_at && shown.start > start && taken < width; ++i) {
    const std::uint32_t before = graphemes_.floor(shown.start - 1);
    taken += columns(text::ByteRange{before, shown.start}.of(draft_));
    shown.start = before;
  }
  return shown;
}

std::uint32_t Source::byte_at(std::uint32_t unit) const {
  std::uint32_t low = 0, high = static_cast<std::uint32_t>(draft_.size());
  while (low < high) {
    const std::uint32_t middle = graphemes_.floor(low + (high - low) / 2);
    if (utf16_.units(middle) >= unit) {
      high = middle;
    } else {
      low = graphemes_.next(middle);
    }
  }
  return low;
}

}  // namespace herold::cli
