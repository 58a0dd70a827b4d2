// Header fields that hold a list (RFC 9110, section 5.6.1).
#pragma once

#include <string_view>

namespace herold::http {

// Without spaces and tabs at its ends.
std::string_view trim(std::string_view text);

// Takes the first item and its separator off the list; the item is trimmed.
std::string_view take_item(std::string_view& list, char separator);

}  // namespace herold::http
