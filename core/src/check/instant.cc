// RFC 3339, section 5.6, without the leniences of its notes: "T", and "Z" or an offset, are required (either
// case).
#include "herold/ascii.h"
#include "herold/guideline.h"

namespace herold {
namespace {

/// Reads from the front of a text and remembers whether anything failed.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool failed() const { return failed_; }
  bool at_end() const { return rest_.empty(); }

  int number(std::size_t digits, int least, int most) {
    if (rest_.size() < digits) return fail();
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      if (!ascii::is_digit(rest_[i])) return fail();
      value = value * 10 + (rest_[i] - '0');
    }
    rest_.remove_prefix(digits);
    return value < least || value > most ? fail() : value;
  }

  bool take(char expected) {
    if (rest_.empty() || rest_.front() != expected) return false;
    rest_.remove_prefix(1);
    return true;
  }

  void expect(char expected) {
    if (!take(expected)) fail();
  }

  std::int32_t fraction() {
    if (!take('.')) return 0;
    if (rest_.empty() || !ascii::is_digit(rest_.front())) return fail();
    std::int32_t value = 0;
    std::int32_t unit = 100'000'000;
    for (; !rest_.empty() && ascii::is_digit(rest_.front()); rest_.remove_prefix(1), unit /= 10) {
      value += unit * (rest_.front() - '0');
    }
    return value;
  }

  int fail() {
    failed_ = true;
    return 0;
  }

 private:
  std::string_view rest_;
  bool failed_ = false;
};

bool is_leap_year(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in_month(int year, int month) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap_year(year) ? 29 : days[month - 1];
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar, counted in years that begin in March.
std::int64_t days_since_epoch(int year, int month, int day) {
  const int march_year = month <= 2 ? year - 1 : year;
  const int march_month = (month + 9) % 12;
  const int era = (march_year >= 0 ? march_year : march_year - 399) / 400;
  const int year_of_era = march_year - era * 400;
  const int day_of_year = (153 * march_month + 2) / 5 + day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return std::int64_t{era} * 146'097 + day_of_era - 719'468;
}

std::int64_t offset_seconds(Scanner& in) {
  if (in.take('Z') || in.take('z')) return 0;
  const int sign = in.take('-') ? -1 : 1;
  if (sign == 1) in.expect('+');
  const int hours = in.number(2, 0, 23);
  in.expect(':');
  const int minutes = in.number(2, 0, 59);
  return sign * (std::int64_t{hours} * 3600 + minutes * 60);
}

/// A leap second exists only as the last one of a UTC day that ends a June or December.
bool may_be_leap_second(std::int64_t following_second) {
  constexpr std::int64_t day = 86'400;
  if (following_second % day != 0) return false;
  const std::int64_t days = following_second / day;
  for (int year = 1972; days_since_epoch(year, 1, 1) <= days; ++year) {
    if (days == days_since_epoch(year, 1, 1) || days == days_since_epoch(year, 7, 1)) return true;
  }
  return false;
}

}  // namespace

std::optional<Instant> parse_instant(std::string_view text) {
  Scanner in(text);
  const int year = in.number(4, 0, 9999);
  in.expect('-');
  const int month = in.number(2, 1, 12);
  in.expect('-');
  const int day = in.number(2, 1, 31);
  if (!in.take('T')) in.expect('t');
  const int hour = in.number(2, 0, 23);
  in.expect(':');
  const int minute = in.number(2, 0, 59);
  in.expect(':');
  const int second = in.number(2, 0, 60);
  const std::int32_t nanoseconds = in.fraction();
  const std::int64_t offset = offset_seconds(in);
  if (in.failed() || !in.at_end() || day > days_in_month(year, month)) return std::nullopt;
  const std::int64_t seconds =
      days_since_epoch(year, month, day) * 86'400 + hour * 3600 + minute * 60 + second - offset;
  if (second == 60 && !may_be_leap_second(seconds)) return std::nullopt;
  return Instant{seconds, nanoseconds};
}

std::string to_text(Instant instant) {
  constexpr std::int64_t day = 86'400;
  const std::int64_t time = (instant.seconds % day + day) % day;
  // Howard Hinnant's civil_from_days, over eras of 400 years that begin on 1 March.
  const std::int64_t since_era = (instant.seconds - time) / day + 719'468;
  const std::int64_t era = (since_era >= 0 ? since_era : since_era - 146'096) / 146'097;
  const std::int64_t day_of_era = since_era - era * 146'097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  const std::int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  const std::int64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  const auto digits = [](std::int64_t number, std::size_t count) {
    std::string text = std::to_string(number);
    return text.size() < count ? std::string(count - text.size(), '0') + text : text;
  };
  return digits(year, 4) + '-' + digits(month, 2) + '-' +
         digits(day_of_year - (153 * month_from_march + 2) / 5 + 1, 2) + 'T' + digits(time / 3600, 2) + ':' +
         digits(time / 60 % 60, 2) + ':' + digits(time % 60, 2) + 'Z';
}

}  // namespace herold
