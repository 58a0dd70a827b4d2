// Time as the use cases know it: whole seconds since 1970-01-01T00:00:00Z, given from outside.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace herold::app {

using Seconds = std::int64_t;

inline constexpr Seconds kMinute = 60;
inline constexpr Seconds kHour = 60 * kMinute;
inline constexpr Seconds kDay = 24 * kHour;

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Seconds now() const = 0;
};

class SystemClock final : public Clock {
 public:
  Seconds now() const override;
};

// 0 → "1970-01-01T00:00:00Z"
std::string rfc3339(Seconds time);
// "1970-01-01T01:00:00+01:00" → 0; nothing when it is not an RFC 3339 time. Fractions are cut off.
std::optional<Seconds> parse_rfc3339(std::string_view text);

// 0 → "1970-01-01"
std::string day(Seconds time);
// "1970-01-01" → 0; nothing when there is no such day.
std::optional<Seconds> parse_day(std::string_view text);

}  // namespace herold::app
