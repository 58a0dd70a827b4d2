// A guideline pack as it was read: plain values, no JSON, nothing compiled. src/pack fills it, src/check
// compiles it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "herold/guideline.h"
#include "match/detectors.h"
#include "match/pattern_set.h"
#include "match/sealed_term.h"

namespace herold {

struct MatchStyle {
  bool exact_case = false;
  bool word_boundary = true;
  bool inflect = false;
  bool compound = false;
};

/// What cancels the matches that it overlaps.
struct Exceptions {
  std::vector<std::string> terms, patterns;
};

/// Looks for something: any of terms, patterns and detectors; what an exception overlaps is cancelled.
struct Matcher {
  std::vector<std::string> terms;
  std::vector<std::string> patterns;
  std::vector<match::Detector> detectors;
  MatchStyle style;
  Exceptions exceptions;
  match::Extent extent = match::Extent::draft;  // of patterns
};

/// Who or what a condition lets through: one of `only` where that is given, none of `never`.
template <typename T>
struct Selection {
  std::vector<T> only, never;

  bool empty() const { return only.empty() && never.empty(); }
};

/// When a guideline speaks; all of it must hold.
struct Conditions {
  Selection<std::string> languages, roles, groups;
  Selection<Network> networks;
  Period window;
  std::vector<Period> periods;

  /// Whether there is nothing that must hold.
  bool empty() const {
    return languages.empty() && roles.empty() && groups.empty() && networks.empty() && !window.from &&
           !window.until && periods.empty();
  }
};

struct Examples {
  std::vector<std::string> violates, complies;
};

/// A text typed at the start or end of the draft.
struct Insertion {
  enum class Place : std::uint8_t { start, end };
  LocalizedText text;
  Place place = Place::end;
};

/// The terms of a secret guideline as clients receive them.
struct SealedTerms {
  std::vector<match::SealedTerm> terms;
  std::uint32_t tag_bits = 0;
  std::uint32_t longest = 0;  // bound of the letters of any of them, in bytes
};

struct Existence {
  Matcher matcher;
  SealedTerms sealed;
  std::vector<std::string> replacements;
  bool remove = false;
};

struct Swap {
  std::string from;  // a literal, or a pattern
  std::vector<std::string> to;
};

struct Substitution {
  std::vector<Swap> terms, patterns;
  MatchStyle style;
  Exceptions exceptions;
  match::Extent extent = match::Extent::draft;  // of patterns
};

struct Capitalization {
  std::vector<std::string> terms;
};

struct Occurrence {
  enum class Count : std::uint8_t {
    hashtags,
    mentions,
    links,
    emojis,
    words,
    characters,
    sentences,
    paragraphs,
    exclamations,
  };
  enum class Scope : std::uint8_t { draft, sentence, paragraph, opening };
  std::variant<Count, Matcher> what;
  std::optional<std::uint32_t> min, max;
  std::optional<Insertion> insertion;
  Scope scope = Scope::draft;
};

struct Repetition {
  std::vector<std::string> exceptions;
};

struct Consistency {
  std::vector<std::pair<std::string, std::string>> variants;
};

struct Conditional {
  enum class Where : std::uint8_t { anywhere, before, after, opening, same_sentence, same_text };
  Matcher condition, consequence;
  Where where = Where::anywhere;
  std::optional<Insertion> insertion;
};

struct Sequence {
  Matcher first, second;
  std::uint32_t within = 5;
};

struct Metric {
  enum class Measure : std::uint8_t {
    readability,
    lix,
    sentence_length,
    capitals,
    automated_readability,
    coleman_liau,
    flesch_kincaid,
    gunning_fog,
    smog,
  };
  Measure measure = Measure::readability;
  std::optional<double> min, max;
  std::uint32_t min_words = 1;
};

struct LinkRules {
  std::vector<std::string> allowed, denied;  // domains, subdomains included
  bool https = false;
  bool utm = false;
};

struct Similarity {
  double max = 1;
};

using Rule = std::variant<Existence, Substitution, Capitalization, Occurrence, Repetition, Consistency,
                          Conditional, Sequence, Metric, LinkRules, Similarity>;

struct Guideline {
  std::string id;
  Severity severity = Severity::warning;
  LocalizedText message, why, lesson;
  std::string link;
  Conditions applies;
  Examples examples;
  Rule rule;

  /// The alternatives of Rule stand in the order of Kind.
  Kind kind() const { return static_cast<Kind>(rule.index()); }
};

}  // namespace herold
