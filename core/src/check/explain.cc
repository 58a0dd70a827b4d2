#include "herold/explain.h"

#include <algorithm>
#include <utility>

#include "check/compiled_pack.h"
#include "check/conditions.h"
#include "check/findings.h"
#include "check/messages.h"
#include "match/literal_set.h"
#include "text/fold.h"

namespace herold {
namespace check {
namespace {

/// What the model says of one part of a rule; lists that a kind does not have are empty.
struct Sources {
  std::vector<std::string> terms, patterns;
  std::vector<match::Detector> detectors;
  MatchStyle style;

  explicit Sources(const Matcher& matcher)
      : terms(matcher.terms),
        patterns(matcher.patterns),
        detectors(matcher.detectors),
        style(matcher.style) {}
  Sources(std::vector<std::string> listed, const MatchStyle& listed_style)
      : terms(std::move(listed)), style(listed_style) {}
};

/// In the order of CompiledRule::parts.
struct SourcesOf {
  std::vector<Sources> operator()(const Existence& rule) const { return {Sources(rule.matcher)}; }
  std::vector<Sources> operator()(const Substitution& rule) const {
    Sources sources({}, rule.style);
    for (const Swap& swap : rule.terms) sources.terms.push_back(swap.from);
    // Items of patterns go on counting after those of the terms.
    sources.patterns = sources.terms;
    for (const Swap& swap : rule.patterns) sources.patterns.push_back(swap.from);
    return {sources};
  }
  std::vector<Sources> operator()(const Capitalization& rule) const { return {Sources(rule.terms, {})}; }
  std::vector<Sources> operator()(const Occurrence& rule) const {
    const auto* matcher = std::get_if<Matcher>(&rule.what);
    return matcher ? std::vector<Sources>{Sources(*matcher)} : std::vector<Sources>{};
  }
  std::vector<Sources> operator()(const Consistency& rule) const {
    std::vector<Sources> sources;
    for (const auto& [one, other] : rule.variants)
      sources.push_back(Sources(std::vector<std::string>{one, other}, {}));
    return sources;
  }
  std::vector<Sources> operator()(const Conditional& rule) const {
    return {Sources(rule.condition), Sources(rule.consequence)};
  }
  std::vector<Sources> operator()(const Sequence& rule) const {
    return {Sources(rule.first), Sources(rule.second)};
  }
  template <typename Other>
  std::vector<Sources> operator()(const Other&) const {
    return {};
  }
};

/// Of ranges in order, none of which overlaps the next, the one that overlaps this one.
std::optional<text::ByteRange> overlapping(const std::vector<text::ByteRange>& ranges,
                                           text::ByteRange range) {
  const auto after = std::partition_point(ranges.begin(), ranges.end(),
                                          [&](text::ByteRange each) { return each.end <= range.start; });
  return after != ranges.end() && after->start < range.end ? std::optional(*after) : std::nullopt;
}

std::vector<text::ByteRange> ranges_of(const std::vector<Found>& found) {
  std::vector<text::ByteRange> ranges;
  for (const Found& each : found) ranges.push_back(each.range);
  return ranges;
}

class Explainer {
 public:
  /// What is known so far: whether the guideline speaks here. `found` is what its rule finds, `told` what a
  /// check tells of it; both in order.
  Explainer(const GuidelineExplanation& known, const CheckOptions& options, Reasons why_spared,
            const Inspection& inspection, const std::vector<Found>& found, const std::vector<Found>& told)
      : known_(known),
        options_(options),
        why_spared_(std::move(why_spared)),
        draft_(inspection.draft),
        hits_(inspection.hits),
        found_(ranges_of(found)),
        told_(ranges_of(told)) {}

  void add(const Part& part, const Sources& sources) {
    const Coverage excepted(part.matcher.exceptions == none ? std::span<const Hit>{}
                                                            : hits_.of(part.matcher.exceptions));
    std::vector<std::vector<text::ByteRange>> detected;
    for (const match::Detector detector : sources.detectors)
      detected.push_back(match::detect(detector, draft_));
    const std::span<const Hit> found = hits_.of(part.matcher.found);
    const Hit* last = nullptr;  // that counts
    for (const Hit& hit : found) {
      MatchState state = state_of(part, source_of(hit, sources, detected), hit.range);
      state.is_form = hit.origin == Origin::form;
      state.joined = hit.joined;
      if (excepted.overlaps(hit.range)) {
        state.fate = Fate::excepted;
      } else if (last == nullptr || hit.range.start >= last->range.end) {
        last = &hit;
      } else if (hit.range != last->range || hit.item != last->item) {
        state.fate = Fate::overlapped;
      }
      if (state.fate == Fate::counts) judge(part, hit, state);
      states_.push_back(std::move(state));
    }
    add_near_misses(part, sources.terms, found);
  }

  std::vector<MatchState> take() {
    std::stable_sort(states_.begin(), states_.end(),
                     [](const MatchState& a, const MatchState& b) { return a.range.start < b.range.start; });
    return std::move(states_);
  }

 private:
  MatchState state_of(const Part& part, std::string by, text::ByteRange range) const {
    return {.part = std::string(part.key),
            .by = std::move(by),
            .range = {draft_.utf16().units(range.start), draft_.utf16().units(range.end)},
            .match = std::string(range.of(draft_.text()))};
  }

  /// Whether what counts is told of, and why not. Where the guideline does not speak it only would be.
  void judge(const Part& part, const Hit& hit, MatchState& state) const {
    if (!known_.applies || known_.ignored || overlapping(told_, hit.range)) return;
    const auto found = overlapping(found_, hit.range);
    if (found && is_put_aside(found->of(draft_.text()))) {
      state.fate = Fate::ignored;
      return;
    }
    state.reason = found ? "stands in a paragraph of another language" : why_spared_(part, hit);
    if (!state.reason.empty()) state.fate = Fate::spared;
  }

  bool is_put_aside(std::string_view match) const {
    const std::string key = text::fold(match, text::Case::fold);
    return std::any_of(options_.ignore.begin(), options_.ignore.end(), [&](const Ignored& ignored) {
      return ignored.match && ignored.guideline == known_.guideline &&
             text::fold(*ignored.match, text::Case::fold) == key;
    });
  }

  /// `detected` is what each of the detectors finds.
  std::string source_of(const Hit& hit, const Sources& sources,
                        const std::vector<std::vector<text::ByteRange>>& detected) const {
    if (hit.origin == Origin::secret) return std::string(hits_.unsealed.term(hit.source));
    if (hit.origin == Origin::pattern) return sources.patterns[hit.item];
    if (hit.origin != Origin::detector) return sources.terms[hit.item];
    for (std::size_t i = 0; i < detected.size(); ++i) {
      const auto first =
          std::partition_point(detected[i].begin(), detected[i].end(),
                               [&](text::ByteRange range) { return range.start < hit.range.start; });
      if (first != detected[i].end() && *first == hit.range)
        return std::string(match::name(sources.detectors[i]));
    }
    return {};
  }

  /// The letters of terms where they are none of their matches.
  void add_near_misses(const Part& part, const std::vector<std::string>& terms, std::span<const Hit> found) {
    match::LiteralSet loose, whole_words;
    std::vector<std::string_view> by_number;
    for (const std::string& term : terms) {
      if (!loose.add(term, {.boundary = match::Boundary::none})) continue;
      if (loose.size() > by_number.size()) by_number.push_back(term);
      whole_words.add(term, {});
    }
    loose.compile();
    whole_words.compile();
    const std::vector<match::LiteralHit> whole = whole_words.scan(draft_);
    const Coverage all(found);
    for (const match::LiteralHit& near : loose.scan(draft_)) {
      if (all.contains(near.range)) continue;
      const bool is_whole = std::binary_search(whole.begin(), whole.end(), near,
                                               [](const match::LiteralHit& a, const match::LiteralHit& b) {
                                                 return text::starts_first(a.range, b.range);
                                               });
      MatchState state = state_of(part, std::string(by_number[near.term]), near.range);
      state.fate = is_whole ? Fate::other_case : Fate::inside_word;
      states_.push_back(std::move(state));
    }
  }

  const GuidelineExplanation& known_;
  const CheckOptions& options_;
  Reasons why_spared_;
  match::Draft& draft_;
  const Hits& hits_;
  std::vector<text::ByteRange> found_, told_;
  std::vector<MatchState> states_;
};

/// All that a guideline looks for, secret terms included, whether it applies or not.
Hits hits_of(const CompiledPack& pack, std::uint32_t guideline, match::Draft& draft,
             const text::Languages& languages) {
  std::vector<std::uint8_t> active(pack.guidelines.size());
  active[guideline] = 1;
  Hits hits;
  pack.matchers.scan(draft, languages, active, hits);
  bool recognised = false;
  while (hits.unsealed.pending() > 0) recognised = pack.matchers.try_secret(hits) || recognised;
  if (recognised) pack.matchers.scan(draft, languages, active, hits);
  return hits;
}

std::vector<Found> found_in_order(const CompiledPack& pack, std::uint32_t guideline, Inspection& inspection) {
  std::vector<Found> found;
  pack.rules[guideline]->find(inspection, found);
  for (Found& each : found) {
    each.guideline = guideline;
    each.range = inspection.draft.whole_clusters(each.range);
  }
  std::sort(found.begin(), found.end(), [](const Found& one, const Found& other) {
    return std::pair(one.range.start, one.range.end) < std::pair(other.range.start, other.range.end);
  });
  return found;
}

std::string places(std::size_t count) { return count == 1 ? "one place" : std::to_string(count) + " places"; }

std::string failing_conditions(const GuidelineExplanation& explanation) {
  std::string list;
  std::size_t count = 0;
  for (const ConditionState& state : explanation.conditions) {
    if (state.holds) continue;
    list += (list.empty() ? "" : ", ") + state.condition;
    ++count;
  }
  return list + (count == 1 ? " does not hold" : " do not hold");
}

/// Each reason once, with the first match that it is one for.
std::string reasons(const GuidelineExplanation& explanation) {
  std::vector<std::string> seen;
  std::string list;
  for (const MatchState& state : explanation.matches) {
    if (state.fate != Fate::spared && state.fate != Fate::ignored) continue;
    const std::string reason = state.fate == Fate::ignored ? "is ignored" : state.reason;
    if (std::find(seen.begin(), seen.end(), reason) != seen.end()) continue;
    seen.push_back(reason);
    list += (list.empty() ? "“" : ", “") + state.match + "” " + reason;
  }
  return list;
}

std::string verdict(const GuidelineExplanation& explanation) {
  if (!explanation.applies)
    return "It does not apply to this draft: " + failing_conditions(explanation) + ".";
  if (explanation.ignored) return "It is ignored as a whole.";
  if (!explanation.findings.empty()) return "It speaks of " + places(explanation.findings.size()) + ".";
  if (!explanation.figures.empty())
    return "It applies, and the draft keeps to it: " + explanation.figures + ".";
  if (const std::string why = reasons(explanation); !why.empty())
    return "It applies, and what it looks for is there, but " + why + ".";
  if (!explanation.matches.empty()) return "It applies, but nothing that it looks for counts.";
  return "It applies, but nothing in the draft is what it looks for.";
}

}  // namespace
}  // namespace check

std::string_view name(Fate fate) {
  constexpr auto names = names_up_to<Fate::ignored>(
      {"counts", "excepted", "overlapped", "inside-word", "other-case", "spared", "ignored"});
  return names[static_cast<std::size_t>(fate)];
}

std::optional<GuidelineExplanation> Checker::explain(std::string_view text, const CheckOptions& options,
                                                     std::string_view id) const {
  const auto& guidelines = compiled_->guidelines;
  const auto guideline = std::find_if(guidelines.begin(), guidelines.end(),
                                      [&](const Guideline& each) { return each.id == id; });
  if (guideline == guidelines.end()) return std::nullopt;
  const auto number = static_cast<std::uint32_t>(guideline - guidelines.begin());
  const check::CompiledRule& rule = *compiled_->rules[number];
  match::Draft draft(text);
  const text::Languages languages = check::languages_of(draft, options, compiled_->default_language);
  draft.set_language(languages.main);

  GuidelineExplanation explanation;
  explanation.guideline = guideline->id;
  explanation.kind = guideline->kind();
  explanation.conditions = check::states_of(guideline->applies, options, languages);
  explanation.applies = check::holds(guideline->applies, options, languages);
  explanation.ignored = check::is_ignored(guideline->id, options);

  const check::Hits hits = check::hits_of(*compiled_, number, draft, languages);
  check::Texts texts;
  check::Inspection inspection{draft, languages.main,   check::network_rules(options.network),
                               hits,  options.captions, texts};
  explanation.figures = rule.figures(inspection);
  const std::vector<check::Found> found = check::found_in_order(*compiled_, number, inspection);
  std::vector<check::Found> told;
  if (explanation.applies && !explanation.ignored) told = found;
  check::drop_untold(*compiled_, text, options, languages, told);
  const check::Reading reading{draft, languages.main, options.reader, compiled_->default_language, texts};
  for (const check::Found& each : told)
    explanation.findings.push_back(check::describe(*guideline, rule, each, reading));

  check::Explainer explainer(explanation, options, rule.why_spared(inspection), inspection, found, told);
  const std::vector<check::Part> parts = rule.parts();
  const std::vector<check::Sources> sources = std::visit(check::SourcesOf{}, guideline->rule);
  for (std::size_t i = 0; i < parts.size(); ++i) explainer.add(parts[i], sources[i]);
  explanation.matches = explainer.take();
  explanation.verdict = check::verdict(explanation);
  return explanation;
}

}  // namespace herold
