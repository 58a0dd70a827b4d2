// Tengo programs of Vale's script rules (tengolang.com), of which one form can be said as data: those that do
// nothing but look for expressions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace herold::vale {

struct Search {
  std::string expression;
  bool in_line = false;  // of one line at a time
};

/// What a program looks for. Throws Unsupported where it does anything else.
std::vector<Search> searches_of(std::string_view program);

}  // namespace herold::vale
