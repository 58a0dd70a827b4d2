// Numbers in messages: the same digits on every platform, without a locale.
#pragma once

#include <optional>
#include <string>

namespace herold::check {

/// To a whole number, halves away from zero.
std::string rounded(double value);

/// As an author would write it: up to two decimals, none that are zero at the end.
std::string figure(double value);

/// "; at least 3, at most 5", as the tail of a sentence.
std::string bounds_in_words(const std::optional<std::string>& min, const std::optional<std::string>& max);

}  // namespace herold::check
