#include "check/figures.h"

#include <cmath>
#include <cstdint>

namespace herold::check {
namespace {

/// Beyond this a double has no decimals that mean anything.
constexpr double largest = 1e15;

std::int64_t to_integer(double value) {
  return static_cast<std::int64_t>(std::round(std::fmax(-largest, std::fmin(largest, value))));
}

}  // namespace

std::string rounded(double value) { return std::to_string(to_integer(value)); }

std::string figure(double value) {
  const std::int64_t hundredths = to_integer(value * 100);
  const std::int64_t size = hundredths < 0 ? -hundredths : hundredths;
  std::string text = (hundredths < 0 ? "-" : "") + std::to_string(size / 100);
  if (size % 100 == 0) return text;
  text += '.';
  text += static_cast<char>('0' + size % 100 / 10);
  if (size % 10 != 0) text += static_cast<char>('0' + size % 10);
  return text;
}

std::string bounds_in_words(const std::optional<std::string>& min, const std::optional<std::string>& max) {
  std::string words;
  if (min) words += "; at least " + *min;
  if (max) words += (min ? ", at most " : "; at most ") + *max;
  return words;
}

}  // namespace herold::check
