#include "cli/text_report.h"

#include <algorithm>
#include <array>

#include "cli/source.h"

namespace herold::cli {
namespace {

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
    out_ << terminal_.styled(Style::bold, name_ + ":" + place.in_words()) << "  "
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
