#include "check/messages.h"

#include <array>
#include <utility>

namespace herold::check {

Range Reading::range(text::ByteRange bytes) const {
  return {draft.utf16().units(bytes.start), draft.utf16().units(bytes.end)};
}

std::string fill_placeholders(std::string_view text, std::string_view match, const Explanation& explanation) {
  const std::array<std::pair<std::string_view, std::string_view>, 4> values{{
      {"{match}", match},
      {"{replacement}", explanation.replacement},
      {"{count}", explanation.count},
      {"{limit}", explanation.limit},
  }};
  std::string filled;
  while (!text.empty()) {
    const std::size_t brace = text.find('{');
    filled += text.substr(0, brace);
    if (brace == std::string_view::npos) break;
    text.remove_prefix(brace);
    std::string_view taken = text.substr(0, 1), value = taken;
    for (const auto& [placeholder, stands_for] : values) {
      if (text.substr(0, placeholder.size()) != placeholder) continue;
      taken = placeholder;
      value = stands_for;
    }
    filled += value;
    text.remove_prefix(taken.size());
  }
  return filled;
}

Finding describe(const Guideline& guideline, const CompiledRule& rule, const Found& found,
                 const Reading& reading) {
  Explanation explanation = rule.explain(found, reading);
  const std::string_view match = reading.text(found.range);
  const auto words = [&](const LocalizedText& text) {
    return fill_placeholders(text.pick(reading.reader, reading.default_language), match, explanation);
  };
  Finding finding{.guideline = guideline.id,
                  .kind = guideline.kind(),
                  .severity = guideline.severity,
                  .range = reading.range(found.range),
                  .match = std::string(match),
                  .message = words(guideline.message),
                  .why = words(guideline.why),
                  .link = guideline.link,
                  .lesson = words(guideline.lesson)};
  finding.fixes = std::move(explanation.fixes);
  return finding;
}

}  // namespace herold::check
