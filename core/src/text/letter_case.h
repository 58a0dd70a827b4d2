// Upper and lower case without a locale, for texts that take the place of others and for names.
#pragma once

#include <string>
#include <string_view>

namespace herold::text {

// Every letter in upper case: "Maß" → "MASS".
std::string to_upper(std::string_view text);

// The first letter in upper case, the rest as it is: "iPad-Hülle" → "IPad-Hülle", "«größer»" → "«Größer»".
std::string capitalize(std::string_view text);

// Every capital as the one letter it folds to: "Maẞ" → "maß".
std::string to_lower(std::string_view text);

}  // namespace herold::text
