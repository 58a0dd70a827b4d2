// All that guidelines look for, of a whole pack at once: one pass over a draft gives every hit, sorted by
// slot.
//
// A slot is one purpose of one guideline (what it looks for, its exceptions, the second half of a sequence
// …). Rules ask for the hits of their slots; a guideline without any hit costs nothing.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "check/languages.h"
#include "check/model.h"
#include "match/detectors.h"
#include "match/draft.h"
#include "match/literal_set.h"
#include "match/pattern_set.h"
#include "match/sealed_set.h"
#include "match/word_forms.h"
#include "text/range.h"

namespace herold::check {

using Slot = std::uint32_t;
inline constexpr std::uint32_t none = 0xFFFF'FFFF;

enum class Origin : std::uint32_t {
  term,    // as it stands
  form,    // of a term: inflected, or part of a longer word
  secret,  // a secret term
  pattern,
  detector,
};

/// A draft may hold a million, so it is kept small.
struct Hit {
  Slot slot = 0;
  text::ByteRange range{};
  std::uint32_t source = none;  // of a pattern into Hits::patterns, of a secret term into Hits::unsealed
  std::uint32_t item : 28 = 0;  // the place of the term or pattern in its list; a detector has none
  Origin origin : 3 = Origin::term;
  bool joined : 1 = false;  // a gap of the term matched nothing, inside a hashtag
};
static_assert(sizeof(Hit) == 20);

/// The hits of one draft.
struct Hits {
  std::vector<Hit> all;  // by slot, then start, then longer first
  match::PatternHits patterns;
  match::Unsealed unsealed;  // kept from draft to draft

  std::span<const Hit> of(Slot slot) const;
  /// Of a hit of a pattern; none for others.
  std::span<const std::string_view> groups_of(const Hit& hit) const;
};

/// Answers in logarithmic time whether any of many ranges overlaps or holds another: the furthest end of all
/// that begin before it tells. `sorted` by start, outlives it.
class Coverage {
 public:
  explicit Coverage(std::span<const Hit> sorted);

  bool overlaps(text::ByteRange range) const;
  /// Whether one of them holds all of it.
  bool contains(text::ByteRange range) const;

 private:
  /// The furthest end of those that begin before `offset`.
  std::uint32_t furthest_before(std::uint32_t offset) const;

  std::span<const Hit> sorted_;
  std::vector<std::uint32_t> furthest_;
};

/// A matcher in its slots.
struct CompiledMatcher {
  Slot found = none;
  Slot exceptions = none;  // none where it has none
};

/// Calls `visit` with each match that no exception touches; of overlapping ones with the leftmost, then the
/// longest. A draft may hold half a million, so nothing is copied.
template <typename Visit>
void each_match(const Hits& hits, const CompiledMatcher& matcher, Visit&& visit);
/// The matches that no exception touches, overlapping ones included.
std::vector<Hit> candidates(const Hits& hits, const CompiledMatcher& matcher);
std::vector<Hit> matches(const Hits& hits, const CompiledMatcher& matcher);

template <typename Visit>
void each_match(const Hits& hits, const CompiledMatcher& matcher, Visit&& visit) {
  const Coverage excepted(matcher.exceptions == none ? std::span<const Hit>{} : hits.of(matcher.exceptions));
  std::uint32_t end = 0;
  for (const Hit& hit : hits.of(matcher.found)) {
    if (hit.range.start < end || excepted.overlaps(hit.range)) continue;
    end = hit.range.end;
    visit(hit);
  }
}

/// Immutable and thread-safe after compile().
class MatcherSet {
 public:
  Slot open_slot(std::uint32_t guideline);
  Slot slots() const { return static_cast<Slot>(guidelines_.size()); }
  /// Takes the last slots out of use: their guideline turned out to be broken.
  void abandon_from(Slot first);
  /// False when folding leaves nothing of the term. `fallback` is the language of stems where the draft's has
  /// none.
  bool add_term(Slot slot, std::uint32_t item, const std::string& term, const MatchStyle& style,
                std::string_view fallback);
  /// What is wrong with the pattern, or nothing.
  std::optional<std::string> add_pattern(Slot slot, std::uint32_t item, const std::string& pattern,
                                         const match::PatternOptions& options);
  void add_detector(Slot slot, match::Detector detector);
  void add_secrets(Slot slot, const SealedTerms& secrets, const MatchStyle& style);
  void compile();

  std::uint32_t guideline_of(Slot slot) const { return guidelines_[slot]; }
  /// Hits of the guidelines that are active, by guideline number.
  void scan(match::Draft& draft, const text::Languages& languages, const std::vector<std::uint8_t>& active,
            Hits& hits) const;
  /// Looks at one sequence that the last scan left pending; whether it was a secret term.
  bool try_secret(Hits& hits) const { return secrets_.try_next(hits.unsealed); }

 private:
  /// Which slots a term or pattern stands in.
  struct Use {
    std::uint32_t number;
    Slot slot;
    std::uint32_t item;
  };
  /// Uses sorted by number, found in constant time.
  class Uses {
   public:
    void add(Use use) { uses_.push_back(use); }
    void compile(std::uint32_t count);
    std::span<const Use> of(std::uint32_t number) const {
      return {uses_.data() + first_[number], uses_.data() + first_[number + 1]};
    }

   private:
    std::vector<Use> uses_;
    std::vector<std::uint32_t> first_;
  };

  struct Finds;
  struct ActiveSlots;
  Finds finds_in(match::Draft& draft, const text::Languages& languages, const ActiveSlots& active,
                 Hits& hits) const;
  /// Calls `visit` with all that was found and the slots it stands in; slot and item are still open.
  template <typename Visit>
  void each_find(const Finds& finds, Visit&& visit) const;

  std::vector<std::uint32_t> guidelines_;  // by slot; none for abandoned ones
  match::LiteralSet literals_;
  match::PatternSet patterns_;
  match::WordForms forms_;
  match::SealedSet secrets_;
  std::uint32_t longest_secret_ = 0;
  Uses literal_uses_, pattern_uses_, form_uses_, secret_uses_;
  std::vector<Slot> form_slots_;
  std::array<std::vector<Use>, match::detector_count> detector_uses_;
};

}  // namespace herold::check
