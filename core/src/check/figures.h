// Numbers in messages: the same digits on every platform, without a locale.
#pragma once

#include <string>

namespace herold::check {

/// To a whole number, halves away from zero.
std::string rounded(double value);

/// As an author would write it: up to two decimals, none that are zero at the end.
std::string figure(double value);

}  // namespace herold::check
