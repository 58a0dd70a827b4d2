// Internationalised host names: Punycode (RFC 3492) as it stands in labels that begin with `xn--`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace herold::check {

/// The label in UTF-8, `part` being what follows `xn--`; nothing when it is no Punycode.
std::optional<std::string> decode_punycode(std::string_view part);

}  // namespace herold::check
