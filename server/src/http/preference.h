// What a client likes best: the lists of Accept-Encoding and Accept-Language (RFC 9110, section 12.4.2).
#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace herold::http {

struct Preference {
  std::string_view value;
  int weight = 1000;  // thousandths; 0: not acceptable, as is one whose weight is malformed
};

// In the order given. "gzip, br;q=0.5" → {gzip, 1000}, {br, 500}
std::vector<Preference> read_preferences(std::string_view header);

// The language of `offered` that the client likes best; the first of them where it names none. Languages are
// base languages ("de"), which regions fall under ("de-CH"); of equal weight the one named first.
std::string_view preferred_language(std::string_view accept_language,
                                    const std::vector<std::string_view>& offered);

}  // namespace herold::http
