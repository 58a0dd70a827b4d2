// Reads guideline packs (contract: core/schema/pack.schema.json).
//
// Two readers, two manners: a `client` leaves out what is broken or not supported yet and tells of it, so
// that one mistake never silences the rest; a `publisher` gets warnings besides and refuses a pack that has
// problems. An unreadable pack (not UTF-8, not JSON, a key twice, a broken head, beyond a limit) is an
// error for both. Nothing here throws.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "herold/check.h"
#include "herold/guideline.h"
#include "herold/result.h"

namespace herold {

struct PackLimits {
  static constexpr std::size_t bytes = 16 << 20;
  static constexpr std::size_t levels = 64;
  static constexpr std::size_t guidelines = 50'000;
};

enum class Audience { client, publisher };

/// Something wrong with a part of a pack. The pointer (RFC 6901) names the value at fault, or for a missing
/// key the object that lacks it; the guideline is its id, empty where there is none.
struct Problem {
  std::string pointer;
  std::string guideline;
  std::string message;
};

/// A guideline that was loaded; its place in Pack::guidelines is FlatFinding::guideline.
struct GuidelineSummary {
  std::string id;
  Severity severity = Severity::warning;
  Kind kind = Kind::existence;
};

struct Pack {
  std::string id;
  LocalizedText title;
  std::string default_language;
  std::vector<GuidelineSummary> guidelines;
  std::vector<Problem> problems;  // guidelines that were left out, and why
  std::vector<Problem> warnings;  // for a publisher: unknown keys, missing examples
  std::shared_ptr<const Checker> checker;
};

/// The error says what and where.
Result<Pack> load_pack(std::string_view json, Audience audience);

}  // namespace herold
