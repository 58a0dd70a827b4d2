#include <algorithm>

#include "match/digit_groups.h"
#include "match/finders.h"
#include "match/number_checks.h"
#include "match/shapes.h"

namespace herold::match {
namespace {

// Beginnings of card numbers by issuer, as the first four digits, and the lengths that go with them.
struct Issuer {
  int first, last;
  std::size_t shortest, longest;
};

constexpr Issuer issuers[] = {
    {4000, 4999, 13, 19},                        // Visa
    {5100, 5599, 16, 16}, {2221, 2720, 16, 16},  // Mastercard
    {3400, 3499, 15, 15}, {3700, 3799, 15, 15},  // American Express
    {3000, 3059, 14, 19}, {3095, 3095, 14, 19}, {3600, 3699, 14, 19}, {3800, 3999, 14, 19},  // Diners Club
    {3528, 3589, 16, 19},                                                                    // JCB
    {6011, 6011, 16, 19}, {6440, 6599, 16, 19},                                              // Discover
    {6200, 6299, 16, 19},                                                                    // UnionPay
    {5000, 5099, 13, 19}, {5600, 5899, 13, 19}, {6000, 6999, 13, 19},                        // Maestro
    {2200, 2204, 16, 19},                                                                    // Mir
};

bool has_issuer(std::string_view digits) {
  if (digits.size() < 13 || digits.front() < '2' || digits.front() > '6') return false;
  int prefix = 0;
  for (const char digit : digits.substr(0, 4)) prefix = prefix * 10 + (digit - '0');
  for (const Issuer& issuer : issuers)
    if (prefix >= issuer.first && prefix <= issuer.last && digits.size() >= issuer.shortest &&
        digits.size() <= issuer.longest)
      return true;
  return false;
}

}  // namespace

std::vector<text::ByteRange> find_credit_cards(Draft& draft) {
  constexpr NumberShape shape{U" \u00A0\u202F-", 13, 19};
  const std::string_view text = draft.text();
  auto cards = accepted_numbers(
      text, shape, [](std::string_view digits) { return has_issuer(digits) && passes_luhn(digits); });
  // One in ten German mobile numbers ("+49 151 …") has a card's check digit.
  cards.erase(
      std::remove_if(cards.begin(), cards.end(),
                     [&](text::ByteRange card) { return card.start > 0 && text[card.start - 1] == '+'; }),
      cards.end());
  return without_overlaps(cards, merge(draft.ibans(), draft.ahv_numbers()));
}

}  // namespace herold::match
