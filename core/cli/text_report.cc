#include "cli/text_report.h"

#include <algorithm>
#include <array>

#include "text/graphemes.h"
#include "text/utf16.h"

namespace herold::cli {
namespace {

/// Columns shown in front of what was found, where a line is too long to be shown whole; less in a narrow
/// terminal.
constexpr std::size_t lead_in = 32;

/// Characters of a line that are looked at on either side: invisible ones take no columns and could go on for
/// ever.
constexpr int most_looked_at = 1000;

struct Place {
  std::size_t line = 0;  // from 0
  std::uint32_t at = 0;  // in bytes of the draft
  std::size_t column = 0;
};

/// The draft's lines and the places of findings in them, in bytes. Places are asked for in the order of the
/// draft, so that all of them take one pass.
class Source {
 public:
  explicit Source(std::string_view draft) : draft_(draft), utf16_(draft), graphemes_(draft) {
    for (std::size_t at = draft.find('\n'); at != std::string_view::npos; at = draft.find('\n', at + 1))
      line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
  }

  text::ByteRange bytes(Range range) const { return {byte_at(range.start), byte_at(range.end)}; }

  Place place(std::uint32_t at) {
    const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), at);
    const auto line = static_cast<std::size_t>(after - line_starts_.begin()) - 1;
    if (line != last_.line || at < last_.at) last_ = {line, line_starts_[line], 0};
    last_.column += graphemes_.count({last_.at, at});
    last_.at = at;
    return last_;
  }

  /// Without its line break.
  text::ByteRange line(std::size_t number) const {
    const std::uint32_t start = line_starts_[number];
    const bool is_last = number + 1 == line_starts_.size();
    std::uint32_t end = is_last ? static_cast<std::uint32_t>(draft_.size()) : line_starts_[number + 1] - 1;
    if (end > start && draft_[end - 1] == '\r') --end;
    return {start, end};
  }

  /// As much of the line as fits, with the found words in sight.
  text::ByteRange excerpt(text::ByteRange line, std::uint32_t found, std::size_t line_width) const {
    if (const text::ByteRange whole = forward(line.start, line.end, line_width); whole.end == line.end)
      return line;
    const text::ByteRange lead = backward(line.start, found, std::min(lead_in, line_width / 2));
    return {lead.start, forward(found, line.end, line_width - columns(lead.of(draft_))).end};
  }

 private:
  /// From `start` on what takes at most `width` columns, or one character.
  text::ByteRange forward(std::uint32_t start, std::uint32_t end, std::size_t width) const {
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

  /// What stands in front of `end`, until it takes `width` columns.
  text::ByteRange backward(std::uint32_t start, std::uint32_t end, std::size_t width) const {
    text::ByteRange shown{end, end};
    std::size_t taken = 0;
    for (int i = 0; i < most_looked_at && shown.start > start && taken < width; ++i) {
      const std::uint32_t before = graphemes_.floor(shown.start - 1);
      taken += columns(text::ByteRange{before, shown.start}.of(draft_));
      shown.start = before;
    }
    return shown;
  }

  std::uint32_t byte_at(std::uint32_t unit) const {
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

  std::string_view draft_;
  text::Utf16Map utf16_;
  text::Graphemes graphemes_;
  std::vector<std::uint32_t> line_starts_{0};
  Place last_;
};

/// By shape as well as by colour: dotted, wavy, double.
std::string_view underline(Severity severity) {
  constexpr std::array<std::string_view, 3> marks{"·", "~", "═"};
  return marks[static_cast<std::size_t>(severity)];
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string repeated;
  for (std::size_t i = 0; i < times; ++i) repeated += text;
  return repeated;
}

class Printer {
 public:
  Printer(std::ostream& out, const Terminal& terminal, std::string_view name, std::string_view draft)
      : out_(out), terminal_(terminal), name_(name), draft_(draft), source_(draft) {}

  void print(const Finding& finding) {
    const text::ByteRange found = source_.bytes(finding.range);
    const Place place = source_.place(found.start);
    print_heading(finding, place);
    print_line(finding, place, found);
    print_text(Style::plain, finding.message);
    print_text(Style::dim, finding.why);
    for (const Fix& fix : finding.fixes) print_text(Style::plain, "→ " + fix.title);
    print_text(Style::dim, finding.link);
    out_ << '\n';
  }

 private:
  void print_heading(const Finding& finding, const Place& place) {
    const std::string address =
        name_ + ":" + std::to_string(place.line + 1) + ":" + std::to_string(place.column + 1);
    out_ << terminal_.styled(Style::bold, address) << "  "
         << terminal_.styled(style_of(finding.severity), herold::name(finding.severity)) << "  "
         << terminal_.styled(Style::dim, finding.guideline) << '\n';
  }

  void print_line(const Finding& finding, const Place& place, text::ByteRange found) {
    const text::ByteRange line = source_.line(place.line);
    const std::string number = std::to_string(place.line + 1);
    constexpr std::size_t gutter = 5, ellipses = 2;
    const text::ByteRange shown =
        source_.excerpt(line, found.start, terminal_.width() - gutter - ellipses - number.size());
    const std::string before = (shown.start > line.start ? "…" : "") +
                               printable(text::ByteRange{shown.start, found.start}.of(draft_));
    const text::ByteRange marked{found.start, std::clamp(found.end, found.start, shown.end)};
    const std::string words = printable(marked.of(draft_));
    const std::string after =
        printable(text::ByteRange{marked.end, shown.end}.of(draft_)) + (shown.end < line.end ? "…" : "");
    const Style style = style_of(finding.severity);
    out_ << "  " << terminal_.styled(Style::dim, number + " │ ") << before << terminal_.styled(style, words)
         << after << '\n';
    out_ << "  " << repeat(" ", number.size()) << terminal_.styled(Style::dim, " │ ")
         << repeat(" ", columns(before))
         << terminal_.styled(style,
                             repeat(underline(finding.severity), std::max<std::size_t>(1, columns(words))))
         << '\n';
  }

  void print_text(Style style, std::string_view text) {
    constexpr std::size_t indent = 4;
    for (const std::string& line : wrapped(printable(text), terminal_.width() - indent))
      out_ << repeat(" ", indent) << terminal_.styled(style, line) << '\n';
  }

  std::ostream& out_;
  const Terminal& terminal_;
  std::string name_;
  std::string_view draft_;
  Source source_;
};

std::string counted(std::size_t count, std::string_view what) {
  return std::to_string(count) + " " + std::string(what) + (count == 1 ? "" : "s");
}

std::string in_drafts(std::size_t count) { return count == 1 ? "" : " in " + counted(count, "draft"); }

std::size_t count_of(const Report& report, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(report.findings.begin(), report.findings.end(),
                    [&](const Finding& finding) { return finding.severity == severity; }));
}

}  // namespace

void print_findings(std::ostream& out, const Terminal& terminal, std::string_view name,
                    std::string_view draft, const Report& report) {
  Printer printer(out, terminal, name, draft);
  for (const Finding& finding : report.findings) printer.print(finding);
}

std::string summary(const Terminal& terminal, const std::vector<const Report*>& reports) {
  std::size_t findings = 0, drafts = 0;
  for (const Report* report : reports) {
    findings += report->findings.size();
    drafts += report->findings.empty() ? 0 : 1;
  }
  if (findings == 0) return terminal.styled(Style::bold, "✓") + " nothing found" + in_drafts(reports.size());
  std::string parts;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::suggestion}) {
    std::size_t count = 0;
    for (const Report* report : reports) count += count_of(*report, severity);
    if (count == 0) continue;
    parts +=
        (parts.empty() ? "" : ", ") + terminal.styled(style_of(severity), counted(count, name(severity)));
  }
  const std::string where =
      reports.size() == 1 ? "" : " in " + std::to_string(drafts) + " of " + counted(reports.size(), "draft");
  return counted(findings, "finding") + where + ": " + parts;
}

}  // namespace herold::cli
