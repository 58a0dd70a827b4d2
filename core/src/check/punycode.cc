#include "check/punycode.h"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>

#include "herold/ascii.h"
#include "text/utf8.h"

namespace herold::check {
namespace {

// Names and values of RFC 3492, section 5.
constexpr std::uint32_t base = 36, t_min = 1, t_max = 26, skew = 38, damp = 700, initial_bias = 72,
                        initial_n = 128;
constexpr std::uint32_t last_code_point = 0x10FFFF;
constexpr std::size_t longest_label = 63;

std::optional<std::uint32_t> digit_value(char c) {
  if (ascii::is_lower(c)) return static_cast<std::uint32_t>(c - 'a');
  if (ascii::is_upper(c)) return static_cast<std::uint32_t>(c - 'A');
  if (ascii::is_digit(c)) return static_cast<std::uint32_t>(c - '0' + 26);
  return std::nullopt;
}

std::uint32_t adapt(std::uint32_t delta, std::uint32_t points, bool is_first) {
  delta /= is_first ? damp : 2;
  delta += delta / points;
  std::uint32_t k = 0;
  for (; delta > (base - t_min) * t_max / 2; k += base) delta /= base - t_min;
  return k + (base - t_min + 1) * delta / (delta + skew);
}

/// One generalised variable-length integer, taken from the front of `digits`.
std::optional<std::uint32_t> take_integer(std::string_view& digits, std::uint32_t bias) {
  std::uint64_t value = 0, weight = 1;
  for (std::uint32_t k = base;; k += base) {
    if (digits.empty()) return std::nullopt;
    const auto digit = digit_value(digits.front());
    if (!digit) return std::nullopt;
    digits.remove_prefix(1);
    value += *digit * weight;
    if (value > std::numeric_limits<std::int32_t>::max()) return std::nullopt;
    const std::uint32_t threshold = k <= bias ? t_min : k >= bias + t_max ? t_max : k - bias;
    if (*digit < threshold) return static_cast<std::uint32_t>(value);
    weight *= base - threshold;
  }
}

}  // namespace

std::optional<std::string> decode_punycode(std::string_view part) {
  if (part.size() > longest_label) return std::nullopt;
  const std::size_t delimiter = part.rfind('-');
  const bool has_basic = delimiter != std::string_view::npos;
  std::u32string points;
  for (const char c : has_basic ? part.substr(0, delimiter) : std::string_view{}) {
    points += static_cast<unsigned char>(c);
  }
  std::string_view digits = has_basic ? part.substr(delimiter + 1) : part;
  std::uint32_t n = initial_n, at = 0, bias = initial_bias;
  while (!digits.empty()) {
    const auto delta = take_integer(digits, bias);
    if (!delta) return std::nullopt;
    const auto length = static_cast<std::uint32_t>(points.size() + 1);
    bias = adapt(*delta, length, at == 0);
    at += *delta;
    n += at / length;
    at %= length;
    const bool is_surrogate = n >= 0xD800 && n <= 0xDFFF;
    if (n > last_code_point || is_surrogate) return std::nullopt;
    points.insert(std::next(points.begin(), static_cast<std::ptrdiff_t>(at)), static_cast<char32_t>(n));
    ++at;
  }
  std::string label;
  for (const char32_t point : points) text::append_utf8(label, point);
  return label;
}

}  // namespace herold::check
