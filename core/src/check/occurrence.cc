// occurrence: more than `max` or fewer than `min` of something, per scope.
#include <algorithm>
#include <functional>
#include <span>

#include "check/figures.h"
#include "check/fixes.h"
#include "check/rule.h"
#include "check/scopes.h"

namespace herold::check {
namespace {

using Count = Occurrence::Count;
using Scope = Occurrence::Scope;
using text::ByteRange;

/// Each `!` and `！`, and `‼` as two at one place.
std::vector<ByteRange> exclamations(std::string_view text) {
  constexpr std::string_view full_width = "！", twice = "‼";
  std::vector<ByteRange> found;
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    const std::string_view rest = text.substr(at);
    if (rest.front() == '!') found.push_back({at, at + 1});
    if (rest.substr(0, full_width.size()) == full_width) found.push_back({at, at + 3});
    if (rest.substr(0, twice.size()) == twice) found.insert(found.end(), 2, {at, at + 3});
  }
  return found;
}

/// Those that the draft keeps, or `own`, filled.
std::span<const ByteRange> items(Count count, match::Draft& draft, std::vector<ByteRange>& own) {
  switch (count) {
    case Count::hashtags:
      return draft.hashtags();
    case Count::mentions:
      return draft.mentions();
    case Count::links:
      return draft.links();
    case Count::emojis:
      return draft.emojis();
    case Count::words:
      return draft.words();
    case Count::sentences:
      return draft.sentences();
    case Count::paragraphs:
      return draft.paragraphs();
    case Count::exclamations:
      own = exclamations(draft.text());
      return own;
    case Count::characters:
      break;
  }
  return {};
}

std::optional<std::string> in_words(const std::optional<std::uint32_t>& bound) {
  return bound ? std::optional(std::to_string(*bound)) : std::nullopt;
}

class OccurrenceRule : public CompiledRule {
 public:
  OccurrenceRule(const Occurrence& rule, RuleCompiler& compiler)
      : min_(rule.min), max_(rule.max), scope_(rule.scope), insertion_(rule.insertion) {
    if (const auto* matcher = std::get_if<Matcher>(&rule.what)) {
      matcher_ = compiler.compile(*matcher, {});
    } else {
      count_ = std::get<Count>(rule.what);
    }
  }

  bool needs_hit() const override { return matcher_.found != none && !min_; }

  void find(Inspection& inspection, std::vector<Found>& out) const override {
    if (is_characters()) return find_characters(inspection, out);
    each_scope(inspection,
               [&](ByteRange scope, std::span<const ByteRange> found) { judge(scope, found, out); });
  }

  Explanation explain(const Found& found, const Reading& reading) const override {
    Explanation explanation{.count = std::to_string(found.item)};
    const bool is_too_few = min_ && found.item < *min_;
    explanation.limit = std::to_string(is_too_few ? *min_ : *max_);
    if (is_too_few) explanation.fixes = insert(reading, insertion_);
    return explanation;
  }

  std::vector<Part> parts() const override {
    return matcher_.found == none ? std::vector<Part>{} : std::vector<Part>{{{}, matcher_}};
  }

  std::string figures(Inspection& inspection) const override {
    std::string counts;
    const auto add = [&](std::size_t count) {
      counts += (counts.empty() ? "" : ", ") + std::to_string(count);
    };
    if (is_characters()) {
      for (const ByteRange scope : scopes(scope_, inspection))
        add(match::count_characters(inspection.draft, scope, inspection.network.counting));
    } else {
      each_scope(inspection, [&](ByteRange, std::span<const ByteRange> found) { add(found.size()); });
    }
    return "counted " + (counts.empty() ? "nothing" : counts) +
           bounds_in_words(in_words(min_), in_words(max_));
  }

 private:
  bool is_characters() const { return matcher_.found == none && count_ == Count::characters; }

  /// Calls `visit` with each scope and the items that begin there.
  void each_scope(Inspection& inspection,
                  const std::function<void(ByteRange, std::span<const ByteRange>)>& visit) const {
    std::vector<ByteRange> own;
    const std::span<const ByteRange> all = all_items(inspection, own);
    auto item = all.begin();
    for (const ByteRange scope : scopes(scope_, inspection)) {
      item = std::find_if(item, all.end(), [&](ByteRange range) { return range.start >= scope.start; });
      const auto end =
          std::find_if(item, all.end(), [&](ByteRange range) { return range.start >= scope.end; });
      const auto first = static_cast<std::size_t>(item - all.begin());
      visit(scope, all.subspan(first, static_cast<std::size_t>(end - item)));
      item = end;
    }
  }

  std::span<const ByteRange> all_items(Inspection& inspection, std::vector<ByteRange>& own) const {
    if (matcher_.found == none) return items(count_, inspection.draft, own);
    each_match(inspection.hits, matcher_, [&](const Hit& hit) { own.push_back(hit.range); });
    return own;
  }

  void judge(ByteRange scope, std::span<const ByteRange> found, std::vector<Found>& out) const {
    const auto count = static_cast<std::uint32_t>(found.size());
    if (max_ && count > *max_) {
      out.push_back({.range = found[*max_], .item = count});
    } else if (min_ && count < *min_) {
      out.push_back({.range = {scope.end, scope.end}, .item = count});
    }
  }

  void find_characters(Inspection& inspection, std::vector<Found>& out) const {
    const match::CharacterCount counting = inspection.network.counting;
    for (const ByteRange scope : scopes(scope_, inspection)) {
      const std::uint32_t count = match::count_characters(inspection.draft, scope, counting);
      if (max_ && count > *max_) {
        const std::uint32_t start = match::end_of_characters(inspection.draft, scope, counting, *max_);
        out.push_back({.range = {start, scope.end}, .item = count});
      } else if (min_ && count < *min_) {
        out.push_back({.range = {scope.end, scope.end}, .item = count});
      }
    }
  }

  Count count_ = Count::words;
  CompiledMatcher matcher_;
  std::optional<std::uint32_t> min_, max_;
  Scope scope_;
  std::optional<Insertion> insertion_;
};

}  // namespace

std::unique_ptr<CompiledRule> compile(const Occurrence& rule, RuleCompiler& compiler) {
  return std::make_unique<OccurrenceRule>(rule, compiler);
}

}  // namespace herold::check
