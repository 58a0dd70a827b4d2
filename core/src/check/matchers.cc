#include "check/matchers.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "text/sort_runs.h"

namespace herold::check {
namespace {

struct ComesBefore {
  static bool is_form(const Hit& hit) { return hit.origin == Origin::form; }
  static std::uint32_t item(const Hit& hit) { return hit.item; }
  static std::uint64_t place(const Hit& hit) { return std::uint64_t{hit.slot} << 32 | hit.range.start; }

  bool operator()(const Hit& a, const Hit& b) const {
    if (place(a) != place(b)) return place(a) < place(b);
    return std::tuple(b.range.end, is_form(a), item(a)) < std::tuple(a.range.end, is_form(b), item(b));
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
  if (hit.origin != Origin::pattern) return {};
  return patterns.groups_of(patterns.all[hit.source]);
}

Coverage::Coverage(std::span<const Hit> sorted) : sorted_(sorted) {
  furthest_.reserve(sorted.size());
  for (const Hit& hit : sorted)
    furthest_.push_back(furthest_.empty() ? hit.range.end : std::max(furthest_.back(), hit.range.end));
}

std::uint32_t Coverage::furthest_before(std::uint32_t offset) const {
  const auto after = std::partition_point(sorted_.begin(), sorted_.end(),
                                          [&](const Hit& hit) { return hit.range.start < offset; });
  return after == sorted_.begin() ? 0 : furthest_[static_cast<std::size_t>(after - sorted_.begin() - 1)];
}

bool Coverage::overlaps(text::ByteRange range) const { return furthest_before(range.end) > range.start; }

bool Coverage::contains(text::ByteRange range) const { return furthest_before(range.start + 1) >= range.end; }

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
                                                   const match::PatternOptions& options) {
  match::PatternSet::Added added = patterns_.add(pattern, options);
  if (!added.pattern) return std::move(added.error);
  pattern_uses_.add({*added.pattern, slot, item});
  return std::nullopt;
}

void MatcherSet::add_detector(Slot slot, match::Detector detector) {
  detector_uses_[static_cast<std::size_t>(detector)].push_back({0, slot, 0});
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

/// What a draft holds, by where it comes from.
struct MatcherSet::Finds {
  std::vector<match::LiteralHit> terms, secrets, forms;
  const std::vector<match::PatternHit>& patterns;
  std::array<std::vector<text::ByteRange>, match::detector_count> detected;

  std::size_t size() const {
    std::size_t count = terms.size() + secrets.size() + forms.size() + patterns.size();
    for (const auto& ranges : detected) count += ranges.size();
    return count;
  }
};

/// Whether a slot's guideline is active; an abandoned slot has none.
struct MatcherSet::ActiveSlots {
  const std::vector<std::uint32_t>& guidelines;  // by slot
  const std::vector<std::uint8_t>& active;       // by guideline

  bool operator()(Slot slot) const { return guidelines[slot] != none && active[guidelines[slot]] != 0; }
};

template <typename Visit>
void MatcherSet::each_find(const Finds& finds, Visit&& visit) const {
  for (const match::LiteralHit& hit : finds.terms)
    visit(literal_uses_.of(hit.term), Hit{.range = hit.range, .joined = hit.joined});
  for (const match::LiteralHit& hit : finds.secrets)
    visit(secret_uses_.of(hit.term),
          Hit{.range = hit.range, .source = hit.term, .origin = Origin::secret, .joined = hit.joined});
  for (const match::LiteralHit& hit : finds.forms)
    visit(form_uses_.of(hit.term), Hit{.range = hit.range, .origin = Origin::form});
  for (std::uint32_t i = 0; i < finds.patterns.size(); ++i)
    visit(pattern_uses_.of(finds.patterns[i].pattern),
          Hit{.range = finds.patterns[i].range, .source = i, .origin = Origin::pattern});
  for (std::size_t i = 0; i < match::detector_count; ++i)
    for (const text::ByteRange range : finds.detected[i])
      visit(detector_uses_[i], Hit{.range = range, .origin = Origin::detector});
}

/// What is looked for by active guidelines alone; the automata look for all of it at once.
MatcherSet::Finds MatcherSet::finds_in(match::Draft& draft, const text::Languages& languages,
                                       const ActiveSlots& active, Hits& hits) const {
  Finds finds{.terms = literals_.scan(draft),
              .secrets = secrets_.scan(draft, hits.unsealed),
              .forms = {},
              .patterns = hits.patterns.all,
              .detected = {}};
  if (std::any_of(form_slots_.begin(), form_slots_.end(), active))
    finds.forms = forms_.scan(draft, languages);
  hits.patterns = patterns_.scan(draft);
  for (std::size_t i = 0; i < match::detector_count; ++i) {
    const std::vector<Use>& uses = detector_uses_[i];
    if (std::any_of(uses.begin(), uses.end(), [&](const Use& use) { return active(use.slot); }))
      finds.detected[i] = match::detect(static_cast<match::Detector>(i), draft);
  }
  return finds;
}

/// Each source gives its hits in order. Many are counted, then put straight into their slots.
void MatcherSet::scan(match::Draft& draft, const text::Languages& languages,
                      const std::vector<std::uint8_t>& active_guidelines, Hits& hits) const {
  const ActiveSlots active{guidelines_, active_guidelines};
  const Finds finds = finds_in(draft, languages, active, hits);
  const bool by_slot = finds.size() >= guidelines_.size();
  const auto row = [&](Slot slot) { return by_slot ? slot : 0; };
  std::vector<std::uint32_t> next(by_slot ? guidelines_.size() + 1 : 2);
  each_find(finds, [&](std::span<const Use> uses, Hit) {
    for (const Use& use : uses)
      if (active(use.slot)) ++next[row(use.slot) + 1];
  });
  for (std::size_t i = 0; i + 1 < next.size(); ++i) next[i + 1] += next[i];
  hits.all.resize(next.back());
  each_find(finds, [&](std::span<const Use> uses, Hit hit) {
    for (const Use& use : uses) {
      if (!active(use.slot)) continue;
      hit.slot = use.slot;
      hit.item = use.item & 0x0FFF'FFFF;
      hits.all[next[row(use.slot)]++] = hit;
    }
  });
  text::sort_runs(hits.all, ComesBefore{});
}

}  // namespace herold::check
