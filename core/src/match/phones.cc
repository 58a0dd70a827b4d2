#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "herold/ascii.h"
#include "match/digit_groups.h"
#include "match/finders.h"
#include "match/shapes.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace herold::match {
namespace {

using ascii::is_digit;
using text::ByteRange;

// Digits in groups, as they stand in the draft.
struct Number {
  struct Group {
    std::uint32_t end;  // in the draft
    std::string_view digits;
    std::string_view separator;  // in front of it
  };
  std::vector<Group> groups;
  std::size_t digits = 0;
  bool international = false;
  std::optional<std::uint32_t> another;  // where one begins that stands right behind this one
};

constexpr std::u32string_view blanks = U" \u00A0\u202F", signs = U"-\u2011–./()";

bool is_one_of(char32_t c, std::u32string_view those) { return those.find(c) != std::u32string_view::npos; }

// What may stand between two groups: a blank, a sign or bracket, a blank; at most a bracket more.
std::uint32_t separator_end(std::string_view text, std::uint32_t at) {
  int blank_count = 0, sign_count = 0, size = 0;
  std::uint32_t end = at;
  while (end < text.size() && !is_digit(text[end]) && ++size <= 3) {
    const text::CodePoint point = text::decode(text, end);
    const bool bracket = point.value == '(' || point.value == ')';
    if (is_one_of(point.value, blanks))
      ++blank_count;
    else if (is_one_of(point.value, signs))
      sign_count += bracket ? 0 : 1;
    else
      return at;
    end += point.size;
  }
  const bool followed = end < text.size() && is_digit(text[end]);
  return followed && blank_count <= 2 && sign_count <= 1 ? end : at;
}

int value(std::string_view digits) {
  int sum = 0;
  for (const char digit : digits) sum = sum * 10 + (digit - '0');
  return sum;
}

// "01.02.2026", "01/02/26": day and month, then a year behind which the row of pairs does not go on.
bool begins_with_date(const Number& number) {
  const auto& groups = number.groups;
  if (groups.size() < 3 || groups[0].digits.size() > 2 || groups[1].digits.size() > 2) return false;
  const bool one_sign = groups[1].separator == groups[2].separator && groups[1].separator.size() == 1 &&
                        groups[1].separator != " ";
  if (!one_sign || value(groups[0].digits) > 31 || value(groups[1].digits) > 12) return false;
  if (groups[2].digits.size() == 4) return true;
  return groups[2].digits.size() == 2 && (groups.size() == 3 || groups[3].separator != groups[2].separator);
}

// "08.30 – 12.00"
bool begins_with_time(const Number& number) {
  const auto& groups = number.groups;
  if (groups.size() < 3 || groups[0].digits.size() != 2 || groups[1].digits.size() != 2) return false;
  return groups[1].separator == "." && groups[2].separator != "." && value(groups[0].digits) < 25 &&
         value(groups[1].digits) < 60;
}

bool is_international(const Number& number) {
  std::size_t digits = number.digits;
  if (!number.international) {
    if (number.groups[0].digits.substr(0, 2) != "00") return false;
    digits -= 2;
  }
  const std::string_view first = number.groups[0].digits;
  const bool country = number.international ? first[0] != '0' : first.size() > 2 && first[2] != '0';
  return country && digits >= 8 && digits <= 15;
}

// 015, 016 or 017, and eight or nine digits more.
bool is_german_mobile(std::string_view digits) {
  const bool has_length = digits.size() == 11 || digits.size() == 12;
  return has_length && digits[1] == '1' && digits[2] >= '5' && digits[2] <= '7';
}

// "01 58858", "0512 5360", "0316/872-0": what Austria has before numbers of any length.
bool is_short(const Number& number) {
  const auto& groups = number.groups;
  if (groups[1].separator != " " && groups[1].separator.find('/') == std::string_view::npos) return false;
  const std::size_t second = groups[1].digits.size();
  if (groups[0].digits == "01") return second >= 5;
  return groups[0].digits.size() > 2 && number.digits >= 8 && (second >= 4 || groups.back().separator == "-");
}

// "03/2026 – 05/2026"
bool is_span_of_months(const Number& number) {
  const auto& groups = number.groups;
  return groups.size() == 4 && number.digits == 12 && groups[0].digits.size() == 2 &&
         value(groups[2].digits) <= 12;
}

// Area codes begin with one zero, and French free numbers are written "0 800 …"; numbers without any
// separator only count at the length that Switzerland and France have, and as German mobile numbers.
bool is_national(const Number& number) {
  const auto& groups = number.groups;
  const std::string_view first = groups[0].digits;
  if (first[0] != '0') return false;
  if (groups.size() == 1) return (number.digits == 10 || is_german_mobile(first)) && first[1] != '0';
  if (first.size() == 1)
    return number.digits == 10 && groups[1].separator == " " && groups[1].digits[0] == '8';
  if (first[1] == '0' || is_span_of_months(number)) return false;
  return number.digits >= (is_short(number) ? 7 : 9) && number.digits <= 12;
}

bool is_italian_mobile(const Number& number) {
  const auto& groups = number.groups;
  if (groups.size() < 2 || number.digits != 10 || groups[0].digits.size() != 3 || groups[0].digits[0] != '3')
    return false;
  return groups.size() == 2 || groups[1].digits.size() == 3 || groups[1].digits.size() == 4 ||
         groups.size() == 4;
}

// "3471234567", but no round figure: ten digits that may be the number of anything.
bool is_bare_italian_mobile(const Number& number) {
  const std::string_view digits = number.groups[0].digits;
  return number.groups.size() == 1 && digits.size() == 10 && digits[0] == '3' && digits[1] >= '2' &&
         digits.substr(5) != "00000";
}

bool has_shape(const Number& number) {
  return is_international(number) || is_national(number) || is_italian_mobile(number) ||
         is_bare_italian_mobile(number);
}

bool holds(std::string_view text, std::u32string_view those) {
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint point = text::decode(text, at);
    if (is_one_of(point.value, those)) return true;
    at += point.size;
  }
  return false;
}

bool is_one_of(std::string_view word, std::span<const std::string_view> those) {
  return std::any_of(those.begin(), those.end(),
                     [&](std::string_view each) { return ascii::equal_ignoring_case(word, each); });
}

// The letters of the word in front of `at`, past what may stand between two.
std::string_view word_before(std::string_view text, std::uint32_t at) {
  constexpr std::u32string_view between = U" \u00A0\u202F.:-\u2011#°º№";
  while (at > 0) {
    const text::CodePoint before = text::decode_before(text, at);
    if (!is_one_of(before.value, between)) break;
    at -= before.size;
  }
  std::uint32_t start = at;
  while (start > 0 && ascii::is_letter(text[start - 1])) --start;
  return text.substr(start, at - start);
}

// "Nr. 3471234567", "n° …", "#…", "ID: …", "Bestellnr. …", but not "Handy-Nr. …".
bool is_named(std::string_view text, std::uint32_t at) {
  constexpr std::u32string_view numeros = U"#°º№";
  constexpr std::array<std::string_view, 4> kinds{"nr", "no", "n", "id"};
  constexpr std::array<std::string_view, 2> endings{"nr", "nummer"};
  constexpr std::array<std::string_view, 18> telephones{
      "tel",   "telefon", "telefono",  "telephone",    "phone", "fon",       "ruf",      "handy",    "natel",
      "mobil", "mobile",  "mobilfunk", "mobiltelefon", "cell",  "cellulare", "portable", "whatsapp", "fax"};
  std::string_view word = word_before(text, at);
  const auto start = static_cast<std::uint32_t>(word.data() - text.data());
  const std::string_view gap = text.substr(start + word.size(), at - start - word.size());
  bool named = holds(gap, numeros);
  if (is_one_of(word, kinds)) {
    named = true;
    word = word_before(text, start);
  }
  for (const std::string_view ending : endings) {
    if (named || word.size() <= ending.size()) continue;
    named = ascii::equal_ignoring_case(word.substr(word.size() - ending.size()), ending);
    if (named) word.remove_suffix(ending.size());
  }
  return named && !is_one_of(word, telephones);
}

// Whether a number is whole before this group: "044 555 12 34 (24 h)", "044 555 12 34/079 555 41 12".
bool is_whole_before(const Number& number, const Number::Group& next) {
  if (!has_shape(number)) return false;
  if (holds(next.separator, blanks) && holds(next.separator, signs)) return true;
  const std::size_t national = number.groups[0].digits.substr(0, 2) == "00" ? 12 : 10, area_code = 3;
  const bool has_area_code = next.separator == "/" || next.digits.size() >= area_code;
  return next.digits[0] == '0' && has_area_code && number.digits >= national;
}

// Into `number`, which is kept from one to the next.
void read_number(std::string_view text, std::uint32_t at, Number& number) {
  constexpr std::size_t enough = 24;  // more digits than any number that could be one
  number.groups.clear();
  number.another.reset();
  number.digits = 0;
  number.international = text[at] == '+';
  if (number.international) ++at;
  for (std::uint32_t separator = at;;) {
    std::uint32_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const Number::Group group{end, text.substr(at, end - at), text.substr(separator, at - separator)};
    if (!number.groups.empty() && is_whole_before(number, group)) {
      number.another = at;
      return;
    }
    number.groups.push_back(group);
    number.digits += end - at;
    const std::uint32_t next = separator_end(text, end);
    if (next == end || number.digits > enough) return;
    separator = end;
    at = next;
  }
}

bool can_begin(std::string_view text, std::uint32_t at) {
  const bool digit = is_digit(text[at]),
             plus = text[at] == '+' && at + 1 < text.size() && is_digit(text[at + 1]);
  if (!digit && !plus) return false;
  if (at == 0) return true;
  const text::CodePoint before = text::decode_before(text, at);
  if (text::is_wordlike(before.value) || before.value == '+' || before.value == '_') return false;
  if (plus) return true;
  constexpr std::u32string_view joints = U".,:/-–'’";
  const bool joint = joints.find(before.value) != std::u32string_view::npos;
  return !joint || at == before.size || !is_digit(text[at - before.size - 1]);
}

// Where the number begins: with the bracket that one between its digits closes, as in "(044) 555 12 34".
std::uint32_t start_of(const Number& number, std::string_view text, std::uint32_t at) {
  int open = 0;
  for (const Number::Group& group : number.groups)
    for (const char c : group.separator) {
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (open < 0) return at > 0 && text[at - 1] == '(' ? at - 1 : at;
    }
  return at;
}

// Past so many digits of an account number, or as many as there are.
std::uint32_t past_account(std::string_view text, std::uint32_t at, std::size_t digits) {
  while (digits > 0 && at < text.size()) {
    const text::CodePoint point = text::decode(text, at);
    const bool digit = is_digit(text[at]);
    if (!digit && !is_one_of(point.value, blanks)) break;
    digits -= digit ? 1 : 0;
    at += point.size;
  }
  return at;
}

bool can_end(std::string_view text, std::uint32_t end) {
  if (end == text.size()) return true;
  const char32_t next = text::decode(text, end).value;
  if (text::is_wordlike(next) || next == '%' || text::category(next) == text::Category::Sc) return false;
  const bool decimal = (next == '.' || next == ',' || next == ':' || next == '\'') && end + 1 < text.size() &&
                       is_digit(text[end + 1]);
  return !decimal;
}

}  // namespace

std::vector<ByteRange> find_phones(Draft& draft) {
  const std::string_view text = draft.text();
  const Ranges numbers = merge(draft.ibans(), merge(draft.credit_cards(), draft.ahv_numbers()));
  std::vector<ByteRange> found;
  Number number;
  for (std::uint32_t at = 0;;) {
    const std::uint32_t digit = next_digit(text, at);
    if (digit == text.size()) break;
    at = digit > at && text[digit - 1] == '+' ? digit - 1 : digit;
    if (any_contains(numbers, at) || (at != number.another && !can_begin(text, at))) {
      ++at;
      continue;
    }
    if (const std::size_t account = left_of_iban(text, at); account > 0) {
      at = past_account(text, at, account);
      continue;
    }
    read_number(text, at, number);
    if (!number.international && begins_with_date(number)) {
      at = number.groups[2].end;
    } else if (!number.international && begins_with_time(number)) {
      at = number.groups[1].end;
    } else {
      const std::uint32_t end = number.groups.back().end;
      const bool is_other = is_bare_italian_mobile(number) && is_named(text, at);
      if (has_shape(number) && !is_other && can_end(text, end))
        found.push_back({start_of(number, text, at), end});
      at = end;
    }
  }
  return without_overlaps(found, merge(numbers, merge(draft.links(), draft.emails())));
}

}  // namespace herold::match
