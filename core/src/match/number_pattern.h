// Pieces of the regular expressions for numbers with a unit.
#pragma once

#include <string>

namespace herold::match {

// A number with or without groups and a decimal fraction: 1'000.50, 1.000,50, 12,5, 1 000, 1,00,000.
inline std::string number_pattern() {
  return R"((?:[0-9]{1,3}(?:['’., \x{A0}\x{2009}\x{202F}][0-9]{3})+(?:[.,][0-9]+)?|)"
         R"([0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?|[0-9]+(?:[.,][0-9]+)?))";
}

inline std::string blank_pattern() { return R"([ \x{A0}\x{2009}\x{202F}])"; }

}  // namespace herold::match
