#include "check/matchers.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "text/sort_runs.h"

namespace herold::check {
namespace {

struct ComesBefore {
  static std::uint64_t place(const Hit& hit) { return std::uint64_t{hit.slot} << 32 | hit.range.start; }

  bool operator()(const Hit& a, const Hit& b) const {
    if (place(a) != place(b)) return place(a) < place(b);
    return std::tuple(b.range.end, a.is_form, a.item) < std::tuple(a.range.end, b.is_form, b.item);
  }
};

match::LiteralOptions literal_options(const MatchStyle& style) {
  return {style.exact_case ? text::Case::exact : text::Case::fold,
          style.word_boundary ? match::Boundary::word : match::Boundary::none};
}

}  // namespace

std::span<const Hit> Hits::of(Slot slot) const {
  const auto [first, last] = std::equal_range(all.begin(), all.end(), Hit{.slot = slot},
                                              [](const Hit& a, const Hit& b) { return a.slot < b.slot; });
  // Emscripten's libc++ has no span from iterators.
  return std::span(all).subspan(static_cast<std::size_t>(first - all.begin()),
                                static_cast<std::size_t>(last - first));
}

std::span<const std::string_view> Hits::groups_of(const Hit& hit) const {
  if (hit.pattern_hit == none) return {};
  return patterns.groups_of(patterns.all[hit.pattern_hit]);
}

Coverage::Coverage(std::span<const Hit> sorted) : sorted_(sorted) {
  furthest_.reserve(sorted.size());
  for (const Hit& hit : sorted)
    furthest_.push_back(furthest_.empty() ? hit.range.end : std::max(furthest_.back(), hit.range.end));
}

bool Coverage::overlaps(text::ByteRange range) const {
  const auto after = std::partition_point(sorted_.begin(), sorted_.end(),
                                          [&](const Hit& hit) { return hit.range.start < range.end; });
  return after != sorted_.begin() &&
         furthest_[static_cast<std::size_t>(after - sorted_.begin() - 1)] > range.start;
}

std::vector<Hit> candidates(const Hits& hits, const CompiledMatcher& matcher) {
  const std::span<const Hit> found = hits.of(matcher.found);
  std::vector<Hit> left(found.begin(), found.end());
  if (matcher.exceptions == none || left.empty()) return left;
  const Coverage excepted(hits.of(matcher.exceptions));
  left.erase(
      std::remove_if(left.begin(), left.end(), [&](const Hit& hit) { return excepted.overlaps(hit.range); }),
      left.end());
  return left;
}

std::vector<Hit> resolve_overlaps(std::vector<Hit> sorted) {
  std::uint32_t end = 0;
  sorted.erase(std::remove_if(sorted.begin(), sorted.end(),
                              [&](const Hit& hit) {
                                if (hit.range.start < end) return true;
                                end = hit.range.end;
                                return false;
                              }),
               sorted.end());
  return sorted;
}

std::vector<Hit> matches(const Hits& hits, const CompiledMatcher& matcher) {
  std::vector<Hit> found;
  each_match(hits, matcher, [&](const Hit& hit) { found.push_back(hit); });
  return found;
}

void MatcherSet::Uses::compile(std::uint32_t count) {
  first_.assign(count + 1, 0);
  for (const Use& use : uses_) ++first_[use.number + 1];
  for (std::uint32_t i = 0; i < count; ++i) first_[i + 1] += first_[i];
  std::vector<std::uint32_t> next = first_;
  std::vector<Use> sorted(uses_.size());
  for (const Use& use : uses_) sorted[next[use.number]++] = use;
  uses_ = std::move(sorted);
}

Slot MatcherSet::open_slot(std::uint32_t guideline) {
  guidelines_.push_back(guideline);
  return static_cast<Slot>(guidelines_.size() - 1);
}

void MatcherSet::abandon_from(Slot first) {
  std::fill(guidelines_.data() + first, guidelines_.data() + guidelines_.size(), none);
}

bool MatcherSet::add_term(Slot slot, std::uint32_t item, const std::string& term, const MatchStyle& style,
                          std::string_view fallback) {
  const match::LiteralOptions options = literal_options(style);
  const auto number = literals_.add(term, options);
  if (!number) return false;
  literal_uses_.add({*number, slot, item});
  if (!style.inflect && !style.compound) return true;
  const auto form =
      forms_.add(term, {options.letter_case, style.inflect, style.compound, text::stem_language(fallback)});
  form_uses_.add({*form, slot, item});
  form_slots_.push_back(slot);
  return true;
}

std::optional<std::string> MatcherSet::add_pattern(Slot slot, std::uint32_t item, const std::string& pattern,
                                                   bool exact_case, match::Extent extent) {
  match::PatternSet::Added added =
      patterns_.add(pattern, exact_case ? text::Case::exact : text::Case::fold, extent);
  if (!added.pattern) return std::move(added.error);
  pattern_uses_.add({*added.pattern, slot, item});
  return std::nullopt;
}

void MatcherSet::add_detector(Slot slot, match::Detector detector) {
  detector_slots_[static_cast<std::size_t>(detector)].push_back(slot);
}

void MatcherSet::add_secrets(Slot slot, const SealedTerms& secrets, const MatchStyle& style) {
  const match::LiteralOptions options = literal_options(style);
  longest_secret_ = std::max(longest_secret_, secrets.longest);
  for (std::uint32_t i = 0; i < secrets.terms.size(); ++i)
    secret_uses_.add({secrets_.add(secrets.terms[i], options, secrets.tag_bits), slot, i});
}

void MatcherSet::compile() {
  literals_.compile();
  patterns_.compile();
  forms_.compile();
  literal_uses_.compile(literals_.size());
  pattern_uses_.compile(patterns_.size());
  form_uses_.compile(forms_.size());
  secrets_.compile(longest_secret_);
  secret_uses_.compile(secrets_.size());
}

void MatcherSet::scan(match::Draft& draft, const text::Languages& languages,
                      const std::vector<std::uint8_t>& active, Hits& hits) const {
  hits.all.clear();
  const auto is_active = [&](Slot slot) {
    return guidelines_[slot] != none && active[guidelines_[slot]] != 0;
  };

  const std::vector<match::LiteralHit> literal_hits = literals_.scan(draft);
  std::size_t uses = 0;
  for (const match::LiteralHit& hit : literal_hits) uses += literal_uses_.of(hit.term).size();
  hits.all.reserve(uses);
  for (const match::LiteralHit& hit : literal_hits) {
    for (const Use& use : literal_uses_.of(hit.term)) {
      if (is_active(use.slot)) hits.all.push_back({use.slot, hit.range, use.item, none, hit.joined});
    }
  }
  for (const match::LiteralHit& hit : secrets_.scan(draft, hits.unsealed)) {
    for (const Use& use : secret_uses_.of(hit.term)) {
      if (!is_active(use.slot)) continue;
      hits.all.push_back(
          {.slot = use.slot, .range = hit.range, .item = use.item, .joined = hit.joined, .secret = hit.term});
    }
  }
  if (std::any_of(form_slots_.begin(), form_slots_.end(), is_active)) {
    for (const match::LiteralHit& hit : forms_.scan(draft, languages)) {
      for (const Use& use : form_uses_.of(hit.term)) {
        if (is_active(use.slot))
          hits.all.push_back({.slot = use.slot, .range = hit.range, .item = use.item, .is_form = true});
      }
    }
  }
  hits.patterns = patterns_.scan(draft);
  for (std::uint32_t i = 0; i < hits.patterns.all.size(); ++i) {
    const match::PatternHit& hit = hits.patterns.all[i];
    for (const Use& use : pattern_uses_.of(hit.pattern)) {
      if (is_active(use.slot)) hits.all.push_back({use.slot, hit.range, use.item, i, false});
    }
  }
  for (std::size_t i = 0; i < detector_count; ++i) {
    const std::vector<Slot>& slots = detector_slots_[i];
    if (std::none_of(slots.begin(), slots.end(), is_active)) continue;
    for (const text::ByteRange range : match::detect(static_cast<match::Detector>(i), draft)) {
      for (const Slot slot : slots) {
        if (is_active(slot)) hits.all.push_back({slot, range, none, none, false});
      }
    }
  }
  sort_by_slot(hits.all);
}

void MatcherSet::sort_by_slot(std::vector<Hit>& hits) const {
  if (hits.size() < guidelines_.size()) return text::sort_runs(hits, ComesBefore{});
  if (std::is_sorted(hits.begin(), hits.end(), ComesBefore{})) return;
  std::vector<std::uint32_t> next(guidelines_.size() + 1);
  for (const Hit& hit : hits) ++next[hit.slot + 1];
  for (std::size_t slot = 0; slot + 1 < next.size(); ++slot) next[slot + 1] += next[slot];
  std::vector<Hit> sorted(hits.size());
  for (const Hit& hit : hits) sorted[next[hit.slot]++] = hit;
  hits = std::move(sorted);
  text::sort_runs(hits, ComesBefore{});
}

}  // namespace herold::check
