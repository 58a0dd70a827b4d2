// sequence: two things near each other, in either order.
#include <algorithm>
#include <optional>
#include <tuple>

#include "check/rule.h"
#include "text/sort_runs.h"

namespace herold::check {
namespace {

using text::ByteRange;

/// How many words lie between two places of a draft, and whether they share a paragraph.
class Distances {
 public:
  explicit Distances(match::Draft& draft) : words_(draft.words()), paragraphs_(draft.paragraphs()) {}

  std::uint32_t words_between(ByteRange left, ByteRange right) const {
    const auto first = std::partition_point(words_.begin(), words_.end(),
                                            [&](ByteRange word) { return word.start < left.end; });
    const auto last = std::partition_point(words_.begin(), words_.end(),
                                           [&](ByteRange word) { return word.end <= right.start; });
    return last > first ? static_cast<std::uint32_t>(last - first) : 0;
  }

  bool share_paragraph(ByteRange left, ByteRange right) const {
    const auto paragraph = std::partition_point(paragraphs_.begin(), paragraphs_.end(),
                                                [&](ByteRange range) { return range.end <= left.start; });
    return paragraph != paragraphs_.end() && right.start < paragraph->end;
  }

 private:
  const std::vector<ByteRange>& words_;
  const std::vector<ByteRange>& paragraphs_;
};

class SequenceRule : public CompiledRule {
 public:
  SequenceRule(const Sequence& rule, RuleCompiler& compiler)
      : first_(compiler.compile(rule.first, {"first"})),
        second_(compiler.compile(rule.second, {"second"})),
        within_(rule.within) {}

  void find(Inspection& inspection, std::vector<Found>& out) const override {
    const std::vector<Hit> firsts = matches(inspection.hits, first_);
    if (firsts.empty()) return;
    const std::vector<Hit> seconds = matches(inspection.hits, second_);
    if (seconds.empty()) return;
    const Distances distances(inspection.draft);
    std::vector<Hit> pairs;
    for (const Hit& first : firsts) {
      if (const auto pair = pair_with_nearest(first.range, seconds, distances))
        pairs.push_back({.range = *pair});
    }
    text::sort_runs(pairs, [](const Hit& a, const Hit& b) {
      return std::tuple(a.range.start, b.range.end) < std::tuple(b.range.start, a.range.end);
    });
    for (const Hit& pair : resolve_overlaps(std::move(pairs))) out.push_back({.range = pair.range});
  }

  Explanation explain(const Found&, const Reading&) const override { return {}; }

  std::vector<Part> parts() const override { return {{"first", first_}, {"second", second_}}; }

 private:
  /// From the start of one to the end of the other. Where as many words lie between on both sides, fewer
  /// bytes are nearer ("revenue 5 %, profit 3 %"), then the one before.
  std::optional<ByteRange> pair_with_nearest(ByteRange first, const std::vector<Hit>& seconds,
                                             const Distances& distances) const {
    std::optional<ByteRange> nearest;
    std::uint32_t fewest = within_;
    std::uint32_t bytes = 0;  // between, where `nearest` is one
    const auto consider = [&](ByteRange left, ByteRange right) {
      const std::uint32_t between = distances.words_between(left, right), gap = right.start - left.end;
      if (between > fewest || (nearest && between == fewest && gap >= bytes)) return;
      if (!distances.share_paragraph(left, right)) return;
      fewest = between;
      bytes = gap;
      nearest = ByteRange{left.start, right.end};
    };
    // Matches of one matcher do not overlap each other: their ends are sorted too.
    const auto overlapping = std::partition_point(
        seconds.begin(), seconds.end(), [&](const Hit& hit) { return hit.range.end <= first.start; });
    const auto after = std::partition_point(overlapping, seconds.end(),
                                            [&](const Hit& hit) { return hit.range.start < first.end; });
    if (overlapping != seconds.begin()) consider(std::prev(overlapping)->range, first);
    if (after != seconds.end()) consider(first, after->range);
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
