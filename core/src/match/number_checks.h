// Check digits.
#pragma once

#include <string_view>

namespace herold::match {

// Of card numbers: doubling every second digit from the right.
inline bool passes_luhn(std::string_view digits) {
  int sum = 0;
  bool twice = false;
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, twice = !twice) {
    const int value = (*digit - '0') * (twice ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 == 0;
}

// Of 13-digit article numbers, whose scheme Swiss insurance numbers use: weights 1 and 3 from the left.
inline bool passes_ean13(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
  return digits.size() == 13 && sum % 10 == 0;
}

}  // namespace herold::match
