// repetition: the second of two equal neighbouring words.
#include <algorithm>

#include "check/fixes.h"
#include "check/rule.h"
#include "herold/ascii.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/white_space.h"

namespace herold::check {
namespace {

using text::ByteRange;

bool has_letter(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const text::CodePoint c = text::decode(word, at);
    if (text::is_letter(c.value)) return true;
    at += c.size;
  }
  return false;
}

/// Words of a draft, compared with their neighbours one after the other.
class FoldedWords {
 public:
  explicit FoldedWords(match::Draft& draft) : draft_(draft) {}

  /// Nearly all neighbours differ, so that bytes decide where both words are ASCII.
  bool are_equal(ByteRange first, ByteRange second) {
    const std::string_view a = first.of(draft_.text()), b = second.of(draft_.text());
    if (a == b) return true;
    if (ascii::is_ascii(a) && ascii::is_ascii(b)) return ascii::equal_ignoring_case(a, b);
    const std::string_view folded = folded_bytes(first);
    return folded == folded_bytes(second);
  }

 private:
  /// Of the word that was asked for last they are at hand.
  std::string_view folded_bytes(ByteRange word) {
    if (word.end != last_.end) {
      last_ = word;
      bytes_ = draft_.folded(text::Case::fold).bytes_of(word);
    }
    return bytes_;
  }

  match::Draft& draft_;
  ByteRange last_{};
  std::string_view bytes_;
};

std::uint32_t past_ignorable(std::string_view text, std::uint32_t at) {
  while (at < text.size() && text::is_default_ignorable(text::decode(text, at).value))
    at += text::decode(text, at).size;
  return at;
}

/// Whether nothing that shows but white space without a blank line stands between.
bool are_neighbours(std::string_view text, ByteRange first, ByteRange second) {
  if (first.end + 1 == second.start && text[first.end] == ' ') return true;
  const std::uint32_t start = past_ignorable(text, first.end);
  if (start >= second.start || !text::is_white_space(text::decode(text, start).value)) return false;
  const text::WhiteSpaceRun gap = text::white_space_run(text, start);
  return past_ignorable(text, gap.end) == second.start && !gap.parting;
}

class RepetitionRule : public CompiledRule {
 public:
  RepetitionRule(const Repetition& rule, RuleCompiler& compiler)
      : exceptions_(compiler.compile_exceptions({rule.exceptions, {}}, {}, match::Extent::draft, {})) {}

  bool needs_hit() const override { return false; }

  void find(Inspection& inspection, std::vector<Found>& out) const override {
    const std::string_view text = inspection.draft.text();
    const std::vector<ByteRange>& words = inspection.draft.words();
    const std::vector<ByteRange>& entities = inspection.draft.entities();
    const Coverage excepted(exceptions_ == none ? std::span<const Hit>{} : inspection.hits.of(exceptions_));
    FoldedWords folded(inspection.draft);
    auto entity = entities.begin();
    for (std::size_t i = 1; i < words.size(); ++i) {
      const ByteRange first = words[i - 1], second = words[i];
      entity = std::find_if(entity, entities.end(), [&](ByteRange range) { return range.end > first.start; });
      if (entity != entities.end() && entity->start < second.end) continue;
      if (!folded.are_equal(first, second) || !are_neighbours(text, first, second)) continue;
      if (has_letter(second.of(text)) && !excepted.overlaps(second)) out.push_back({.range = second});
    }
  }

  Explanation explain(const Found& found, const Reading& reading) const override {
    return {.fixes = {remove_with_gap(reading, found.range)}};
  }

 private:
  Slot exceptions_;
};

}  // namespace

std::unique_ptr<CompiledRule> compile(const Repetition& rule, RuleCompiler& compiler) {
  return std::make_unique<RepetitionRule>(rule, compiler);
}

}  // namespace herold::check
