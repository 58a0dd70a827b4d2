// The words that everything speaking of guidelines shares: severities, kinds, networks, instants, texts by
// language. Plain values; parsing answers with an empty optional, never with an exception.
//
// Names are those of the pack's JSON, byte for byte.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "herold/names.h"

namespace herold {

/// How much a finding asks for. `error` means "please do not post this as it is", never a lock.
enum class Severity : std::uint8_t { suggestion, warning, error };

/// What a guideline looks for; one file each in core/src/check.
enum class Kind : std::uint8_t {
  existence,
  substitution,
  capitalization,
  occurrence,
  repetition,
  consistency,
  conditional,
  sequence,
  metric,
  link,
  similarity,
};

/// Where a draft is to be posted.
enum class Network : std::uint8_t {
  linkedin,
  x,
  xing,
  facebook,
  bluesky,
  mastodon,
  threads,
  whatsapp,
  telegram,
  teams,
  email,
};

inline constexpr auto severity_names = names_up_to<Severity::error>({"suggestion", "warning", "error"});
inline constexpr auto kind_names =
    names_up_to<Kind::similarity>({"existence", "substitution", "capitalization", "occurrence", "repetition",
                                   "consistency", "conditional", "sequence", "metric", "link", "similarity"});
inline constexpr auto network_names =
    names_up_to<Network::email>({"linkedin", "x", "xing", "facebook", "bluesky", "mastodon", "threads",
                                 "whatsapp", "telegram", "teams", "email"});

std::string_view name(Severity);
std::string_view name(Kind);
std::string_view name(Network);
std::optional<Severity> parse_severity(std::string_view);
std::optional<Kind> parse_kind(std::string_view);
std::optional<Network> parse_network(std::string_view);

/// A point in time; fractions beyond a nanosecond are cut off.
struct Instant {
  std::int64_t seconds = 0;  // since 1970-01-01T00:00:00Z
  std::int32_t nanoseconds = 0;

  friend bool operator==(const Instant&, const Instant&) = default;
  friend auto operator<=>(const Instant&, const Instant&) = default;
};

/// Half-open; an absent end is no bound.
struct Period {
  std::optional<Instant> from, until;

  /// Whoever does not know the time is outside of every period that has a bound.
  bool holds(const std::optional<Instant>& at) const {
    if (!from && !until) return true;
    return at && (!from || *from <= *at) && (!until || *at < *until);
  }
};

/// Reads RFC 3339 strictly: `2026-02-10T09:00:00+01:00`. Empty for dates that do not exist and for a missing
/// offset.
std::optional<Instant> parse_instant(std::string_view);

/// `2026-02-10T08:00:00Z`, fractions left out; for years from 1 to 9999.
std::string to_text(Instant);

/// A text for people: by BCP 47 tag, or a single one under the empty tag.
struct LocalizedText {
  std::vector<std::pair<std::string, std::string>> by_language;

  bool empty() const { return by_language.empty(); }
  /// The reader's language wins, then its base language, then the fallback; empty when there is none of them.
  std::string_view pick(std::string_view reader, std::string_view fallback) const;
};

}  // namespace herold
