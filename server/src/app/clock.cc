#include "app/clock.h"

#include <chrono>
#include <cstdio>

#include "herold/guideline.h"

namespace herold::app {
namespace {

using std::chrono::sys_days;

// Digits only, exactly `width` of them.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t width) {
  if (text.size() < at + width) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(at, width)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool sign_at(std::string_view text, std::size_t at, std::string_view any_of) {
  return at < text.size() && any_of.find(text[at]) != std::string_view::npos;
}

}  // namespace

Seconds SystemClock::now() const {
  using namespace std::chrono;
  return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
}

std::string day(Seconds time) {
  const auto date = std::chrono::year_month_day(
      std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(time))));
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

std::string rfc3339(Seconds time) {
  const Seconds within = ((time % kDay) + kDay) % kDay;
  char text[16];
  std::snprintf(text, sizeof text, "T%02d:%02d:%02dZ", static_cast<int>(within / kHour),
                static_cast<int>(within / kMinute % 60), static_cast<int>(within % 60));
  return day(time) + text;
}

std::optional<Seconds> parse_day(std::string_view text) {
  const auto year = digits(text, 0, 4);
  const auto month = digits(text, 5, 2);
  const auto day_of_month = digits(text, 8, 2);
  if (text.size() != 10 || !year || !month || !day_of_month) return std::nullopt;
  if (!sign_at(text, 4, "-") || !sign_at(text, 7, "-")) return std::nullopt;
  const std::chrono::year_month_day date(std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day_of_month)));
  if (!date.ok()) return std::nullopt;
  return std::chrono::seconds(sys_days(date).time_since_epoch()).count();
}

std::optional<Seconds> parse_rfc3339(std::string_view text) {
  const auto instant = parse_instant(text);
  if (!instant) return std::nullopt;
  return instant->seconds;
}

}  // namespace herold::app
