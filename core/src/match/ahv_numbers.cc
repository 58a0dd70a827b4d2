#include "match/digit_groups.h"
#include "match/finders.h"
#include "match/number_checks.h"

namespace herold::match {

// Swiss insurance numbers: 756 for the country, then ten digits, the last one a check digit.
std::vector<text::ByteRange> find_ahv_numbers(Draft& draft) {
  constexpr NumberShape shape{U". \u00A0", 13, 13};
  return accepted_numbers(draft.text(), shape, [](std::string_view digits) {
    return digits.substr(0, 3) == "756" && passes_ean13(digits);
  });
}

}  // namespace herold::match
