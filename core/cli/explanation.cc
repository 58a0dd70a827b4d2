#include "cli/explanation.h"

#include "cli/source.h"

namespace herold::cli {
namespace {

std::string in_words(const MatchState& match, bool applies) {
  switch (match.fate) {
    case Fate::counts:
      return applies ? "counts" : "would count";
    case Fate::excepted:
      return "cancelled by an exception";
    case Fate::overlapped:
      return "overlapped by an earlier or longer match";
    case Fate::inside_word:
      return "no match: only part of a longer word";
    case Fate::other_case:
      return "no match: other capitals";
    case Fate::spared:
      return match.reason;
    case Fate::ignored:
      return "ignored";
  }
  return {};
}

std::string how(const MatchState& match) {
  return std::string(match.is_form ? ", another form of it" : "") +
         (match.joined ? ", joined in a hashtag" : "");
}

}  // namespace

void print_explanation(std::ostream& out, const Terminal& terminal, std::string_view draft,
                       const GuidelineExplanation& explanation) {
  Source source(draft);
  const auto quoted = [&](std::string_view match, Range range) {
    return "“" + printable(match) + "” at " + source.place(source.bytes(range).start).in_words();
  };
  out << terminal.styled(Style::bold, explanation.guideline) << "  " << printable(explanation.verdict)
      << '\n';
  for (const ConditionState& state : explanation.conditions) {
    out << "    " << (state.holds ? "✓ " : "✗ ") << state.condition << ": " << printable(state.wanted)
        << terminal.styled(Style::dim,
                           state.given.empty() ? "  (not given)" : "  (is: " + printable(state.given) + ")")
        << '\n';
  }
  for (const MatchState& match : explanation.matches) {
    out << "    " << (match.part.empty() ? "" : match.part + ": ") << quoted(match.match, match.range)
        << "  by “" << printable(match.by) << "”" << how(match) << "  "
        << terminal.styled(Style::dim, in_words(match, explanation.applies && !explanation.ignored)) << '\n';
  }
  if (!explanation.figures.empty()) out << "    " << printable(explanation.figures) << '\n';
  if (explanation.matches.empty() && explanation.figures.empty())
    for (const Finding& finding : explanation.findings)
      out << "    " << quoted(finding.match, finding.range) << '\n';
  out << '\n';
}

}  // namespace herold::cli
