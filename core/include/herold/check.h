// Checks a draft against compiled guidelines.
//
//   Checker checker = …       // from load_pack(), see pack.h; immutable, threads may share it
//   FlatReport flat;          // keep it from check to check: its buffers are reused
//   checker.find(draft, options, flat);                       // the keystroke path: four numbers per finding
//   Report report = checker.describe(draft, options, flat);   // texts and fixes, on demand
//   // Secret terms, when there is time; where one was found, find() once more.
//   while (flat.pending() > 0) found = checker.unseal_next(flat) || found;
//
// Drafts are valid UTF-8 of at most `max_draft_bytes`: ask draft_error() first where that is not certain.
// Positions that leave the core are half-open ranges in UTF-16 code units of the draft as it was given; they
// never split a grapheme cluster. Findings are sorted by start, then error first, then by id, then by end.
// There is no clock, no locale and no randomness inside: equal input gives equal output everywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "herold/guideline.h"

namespace herold {

inline constexpr std::size_t max_draft_bytes = 1 << 20;

/// Half-open, in UTF-16 code units of the draft.
struct Range {
  std::uint32_t start = 0;
  std::uint32_t end = 0;

  friend bool operator==(const Range&, const Range&) = default;
};

struct Edit {
  Range range;
  std::string text;
};

/// One way out of a finding; its edits belong together and do not overlap.
struct Fix {
  std::string title;
  std::vector<Edit> edits;
};

struct Finding {
  std::string guideline;
  Kind kind = Kind::existence;
  Severity severity = Severity::warning;
  Range range;
  std::string match;  // the draft's text in the range
  std::string message;
  std::string why, link, lesson;  // empty when the guideline has none
  std::vector<Fix> fixes{};
};

struct Report {
  std::string language;  // the tag given, or the one found for `auto`
  std::vector<Finding> findings;
};

/// Findings that the person has put aside: of a whole guideline, or of one text, compared after folding.
struct Ignored {
  std::string guideline;
  std::optional<std::string> match;
};

/// A condition on something that is not given does not hold; the negated ones then do.
struct CheckOptions {
  std::string language = "auto";  // BCP 47 tag of the draft, or `auto`
  std::optional<std::string> role;
  std::vector<std::string> groups;
  std::optional<Network> network;
  std::optional<Instant> at;  // the caller's clock; without it no `from` or `until` holds
  std::string reader;         // language of the messages; empty: the pack's default
  std::vector<Ignored> ignore;
  std::vector<std::string> captions;  // texts that the draft should not merely repeat
};

/// What crosses to WebAssembly: four u32.
struct FlatFinding {
  std::uint32_t guideline = 0;  // index into Pack::guidelines
  std::uint32_t severity = 0;   // 0 suggestion, 1 warning, 2 error
  std::uint32_t start = 0;
  std::uint32_t end = 0;
};
static_assert(sizeof(FlatFinding) == 16);

/// The result of one check, the buffers it was made with, and the secret terms that drafts have held so far.
/// Belongs to one Checker; not shared between threads.
class FlatReport {
 public:
  FlatReport();
  ~FlatReport();
  FlatReport(FlatReport&&) noexcept;
  FlatReport& operator=(FlatReport&&) noexcept;

  const std::vector<FlatFinding>& findings() const { return findings_; }
  const std::string& language() const { return language_; }
  /// Sequences of words that may be secret terms, for Checker::unseal_next.
  std::size_t pending() const;

 private:
  friend class Checker;
  struct Workspace;
  std::string language_;
  std::vector<FlatFinding> findings_;
  std::unique_ptr<Workspace> workspace_;
};

/// What is wrong with a draft as input ("is not valid UTF-8 at byte 3", "is longer than 1 MiB"), or nothing.
std::optional<std::string> draft_error(std::string_view draft);

struct CompiledPack;
struct GuidelineExplanation;  // explain.h

class Checker {
 public:
  explicit Checker(std::unique_ptr<const CompiledPack> compiled);
  ~Checker();
  Checker(Checker&&) noexcept;
  Checker& operator=(Checker&&) noexcept;

  /// All at once, secret terms included.
  Report check(std::string_view draft, const CheckOptions& options) const;
  void find(std::string_view draft, const CheckOptions& options, FlatReport& out) const;
  /// `flat` comes from find() with the same draft and options.
  Report describe(std::string_view draft, const CheckOptions& options, const FlatReport& flat) const;
  /// Looks at one pending sequence, at the price of a slow hash (some 50 ms): never on the keystroke path.
  /// True when it was a secret term; find() then finds it, in this and in later drafts.
  bool unseal_next(FlatReport& flat) const;
  /// Why the guideline speaks or does not; nothing when there is none of that id.
  std::optional<GuidelineExplanation> explain(std::string_view draft, const CheckOptions& options,
                                              std::string_view guideline) const;

 private:
  std::unique_ptr<const CompiledPack> compiled_;
};

}  // namespace herold
