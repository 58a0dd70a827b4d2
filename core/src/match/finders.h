// One function a detector; detectors.cc knows them by name. What each finds is told in the contract's fine
// print.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "match/draft.h"
#include "text/range.h"

namespace herold::match {

std::vector<text::ByteRange> find_ahv_numbers(Draft& draft);
std::vector<text::ByteRange> find_credit_cards(Draft& draft);
std::vector<text::ByteRange> find_emojis(Draft& draft);  // grapheme clusters shown as emoji
std::vector<text::ByteRange> find_ibans(Draft& draft);
std::vector<text::ByteRange> find_ip_addresses(Draft& draft);
std::vector<text::ByteRange> find_money(Draft& draft);
std::vector<text::ByteRange> find_percentages(Draft& draft);
std::vector<text::ByteRange> find_phones(Draft& draft);
std::vector<text::ByteRange> find_secret_tokens(Draft& draft);
std::vector<text::ByteRange> find_styled_letters(Draft& draft);
std::vector<text::ByteRange> find_url_shorteners(Draft& draft);

// How many characters an IBAN has left whose country and check digits stand in front of `at`, a blank
// between; 0 where they do not. It may be mistyped, and then is none.
std::size_t left_of_iban(std::string_view draft, std::uint32_t at);

// What is left of `found` without the ranges that overlap one of `taken`.
std::vector<text::ByteRange> without_overlaps(const std::vector<text::ByteRange>& found,
                                              const std::vector<text::ByteRange>& taken);

}  // namespace herold::match
