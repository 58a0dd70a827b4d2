#include "cli/explanation.h"

namespace herold::cli {
namespace {

std::string_view in_words(Fate fate) {
  switch (fate) {
    case Fate::counts:
      return "counts";
    case Fate::excepted:
      return "cancelled by an exception";
    case Fate::overlapped:
      return "overlapped by an earlier or longer match";
    case Fate::inside_word:
      return "no match: only part of a longer word";
    case Fate::other_case:
      return "no match: other capitals";
  }
  return {};
}

std::string how(const MatchState& match) {
  return std::string(match.is_form ? ", another form of it" : "") +
         (match.joined ? ", joined in a hashtag" : "");
}

}  // namespace

void print_explanation(std::ostream& out, const Terminal& terminal, const GuidelineExplanation& explanation) {
  out << terminal.styled(Style::bold, explanation.guideline) << "  " << explanation.verdict << '\n';
  for (const ConditionState& state : explanation.conditions) {
    out << "    " << (state.holds ? "✓ " : "✗ ") << state.condition << ": " << printable(state.wanted)
        << terminal.styled(Style::dim,
                           state.given.empty() ? "  (not given)" : "  (is: " + printable(state.given) + ")")
        << '\n';
  }
  for (const MatchState& match : explanation.matches) {
    out << "    " << (match.part.empty() ? "" : match.part + ": ") << "“" << printable(match.match) << "” at "
        << match.range.start << "  by “" << printable(match.by) << "”" << how(match) << "  "
        << terminal.styled(Style::dim, in_words(match.fate)) << '\n';
  }
  if (!explanation.figures.empty()) out << "    " << explanation.figures << '\n';
  out << '\n';
}

}  // namespace herold::cli
