// sequence: two things near each other, in either order.
#include <algorithm>
#include <optional>
#include <tuple>

#include "check/rule.h"
#include "text/sort_runs.h"

namespace herold::check {
namespace {

using text::ByteRange;

/// A match among the words and paragraphs of a draft.
struct Place {
  ByteRange range{};
  std::uint32_t word = 0;           // the first that does not end before it
  std::uint32_t word_behind = 0;    // the first that begins after it
  std::uint32_t paragraph_end = 0;  // of the paragraph it begins in
};

/// One pass over the words and paragraphs: matches come in order, and their ends too, since matches of one
/// matcher do not overlap each other.
std::vector<Place> places(Inspection& inspection, const CompiledMatcher& matcher) {
  std::vector<Place> found;
  found.reserve(inspection.hits.of(matcher.found).size());
  each_match(inspection.hits, matcher, [&](const Hit& hit) { found.push_back({.range = hit.range}); });
  if (found.empty()) return found;
  const std::vector<ByteRange>& words = inspection.draft.words();
  const std::vector<ByteRange>& paragraphs = inspection.draft.paragraphs();
  std::uint32_t word = 0, word_behind = 0;
  auto paragraph = paragraphs.begin();
  for (Place& place : found) {
    while (word < words.size() && words[word].end <= place.range.start) ++word;
    while (word_behind < words.size() && words[word_behind].start < place.range.end) ++word_behind;
    while (paragraph != paragraphs.end() && paragraph->end <= place.range.start) ++paragraph;
    place.word = word;
    place.word_behind = word_behind;
    if (paragraph != paragraphs.end()) place.paragraph_end = paragraph->end;
  }
  return found;
}

class SequenceRule : public CompiledRule {
 public:
  SequenceRule(const Sequence& rule, RuleCompiler& compiler)
      : first_(compiler.compile(rule.first, Path(Path(), "first"))),
        second_(compiler.compile(rule.second, Path(Path(), "second"))),
        within_(rule.within) {}

  void find(Inspection& inspection, std::vector<Found>& out) const override {
    const std::vector<Place> firsts = places(inspection, first_);
    if (firsts.empty()) return;
    const std::vector<Place> seconds = places(inspection, second_);
    std::vector<ByteRange> pairs;
    auto overlapping = seconds.begin();
    for (const Place& first : firsts) {
      while (overlapping != seconds.end() && overlapping->range.end <= first.range.start) ++overlapping;
      if (const auto pair = pair_with_nearest(first, seconds, overlapping)) pairs.push_back(*pair);
    }
    text::sort_runs(pairs, [](ByteRange a, ByteRange b) {
      return std::tuple(a.start, b.end) < std::tuple(b.start, a.end);
    });
    for (const ByteRange pair : match::leftmost_longest(std::move(pairs))) out.push_back({.range = pair});
  }

  Explanation explain(const Found&, const Reading&) const override { return {}; }

  std::vector<Part> parts() const override { return {{"first", first_}, {"second", second_}}; }

  Reasons why_spared(Inspection&) const override {
    return [this](const Part& part, const Hit&) {
      const std::string other = part.key == "first" ? "second" : "first";
      return "has no “" + other + "” of its own within " + std::to_string(within_) +
             (within_ == 1 ? " word" : " words") + " in its paragraph";
    };
  }

 private:
  /// From the start of one to the end of the other. Where as many words lie between on both sides, fewer
  /// bytes are nearer ("revenue 5 %, profit 3 %"), then the one before. `overlapping` is the first of the
  /// seconds that does not end before it.
  std::optional<ByteRange> pair_with_nearest(const Place& first, const std::vector<Place>& seconds,
                                             std::vector<Place>::const_iterator overlapping) const {
    std::optional<ByteRange> nearest;
    std::uint32_t fewest = within_;
    std::uint32_t bytes = 0;  // between, where `nearest` is one
    const auto consider = [&](const Place& left, const Place& right) {
      const std::uint32_t between = right.word > left.word_behind ? right.word - left.word_behind : 0;
      const std::uint32_t gap = right.range.start - left.range.end;
      if (between > fewest || (nearest && between == fewest && gap >= bytes)) return;
      if (right.range.start >= left.paragraph_end) return;
      fewest = between;
      bytes = gap;
      nearest = ByteRange{left.range.start, right.range.end};
    };
    const auto after = std::find_if(overlapping, seconds.end(), [&](const Place& second) {
      return second.range.start >= first.range.end;
    });
    if (overlapping != seconds.begin()) consider(*std::prev(overlapping), first);
    if (after != seconds.end()) consider(first, *after);
    return nearest;
  }

  CompiledMatcher first_, second_;
  std::uint32_t within_;
};

}  // namespace

std::unique_ptr<CompiledRule> compile(const Sequence& rule, RuleCompiler& compiler) {
  return std::make_unique<SequenceRule>(rule, compiler);
}

}  // namespace herold::check
