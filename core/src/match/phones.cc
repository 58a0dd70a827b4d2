#include <string_view>

#include "match/finders.h"
#include "match/shapes.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace herold::match {
namespace {

using text::ByteRange;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

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
};

// What may stand between two groups: a blank, a sign or bracket, a blank; at most a bracket more.
std::uint32_t separator_end(std::string_view text, std::uint32_t at) {
  constexpr std::u32string_view blanks = U" \u00A0\u202F", signs = U"-–./()";
  int blank_count = 0, sign_count = 0, size = 0;
  std::uint32_t end = at;
  while (end < text.size() && !is_digit(text[end]) && ++size <= 3) {
    const text::CodePoint point = text::decode(text, end);
    const bool bracket = point.value == '(' || point.value == ')';
    if (blanks.find(point.value) != std::u32string_view::npos)
      ++blank_count;
    else if (signs.find(point.value) != std::u32string_view::npos)
      sign_count += bracket ? 0 : 1;
    else
      return at;
    end += point.size;
  }
  const bool followed = end < text.size() && is_digit(text[end]);
  return followed && blank_count <= 2 && sign_count <= 1 ? end : at;
}

// Into `number`, which is kept from one to the next.
void read_number(std::string_view text, std::uint32_t at, Number& number) {
  constexpr std::size_t enough = 24;  // more digits than any number that could be one
  number.groups.clear();
  number.digits = 0;
  number.international = text[at] == '+';
  if (number.international) ++at;
  for (std::uint32_t separator = at;;) {
    std::uint32_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    number.groups.push_back({end, text.substr(at, end - at), text.substr(separator, at - separator)});
    number.digits += end - at;
    const std::uint32_t next = separator_end(text, end);
    if (next == end || number.digits > enough) return;
    separator = end;
    at = next;
  }
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

// Area codes begin with one zero; numbers without any separator only count at the length that Switzerland and
// France have.
bool is_national(const Number& number) {
  const std::string_view first = number.groups[0].digits;
  if (first[0] != '0' || first.size() < 2 || first[1] == '0') return false;
  return number.groups.size() > 1 ? number.digits >= 9 && number.digits <= 12 : number.digits == 10;
}

bool is_italian_mobile(const Number& number) {
  const auto& groups = number.groups;
  if (groups.size() < 2 || number.digits != 10 || groups[0].digits.size() != 3 || groups[0].digits[0] != '3')
    return false;
  return groups.size() == 2 || groups[1].digits.size() == 3 || groups[1].digits.size() == 4 ||
         groups.size() == 4;
}

bool can_begin(std::string_view text, std::uint32_t at) {
  const bool digit = is_digit(text[at]),
             plus = text[at] == '+' && at + 1 < text.size() && is_digit(text[at + 1]);
  if (!digit && !plus) return false;
  if (at == 0) return true;
  const text::CodePoint before = text::decode_before(text, at);
  if (text::is_wordlike(before.value) || before.value == '+' || before.value == '_') return false;
  constexpr std::u32string_view joints = U".,:/-–'’";
  const bool joint = joints.find(before.value) != std::u32string_view::npos;
  return !joint || at == before.size || !is_digit(text[at - before.size - 1]);
}

bool can_end(std::string_view text, std::uint32_t end) {
  if (end == text.size()) return true;
  const char32_t next = text::decode(text, end).value;
  if (text::is_wordlike(next) || next == '%' || text::category(next) == text::Category::Sc) return false;
  const bool decimal = (next == '.' || next == ',' || next == ':' || next == '\'') && end + 1 < text.size() &&
                       is_digit(text[end + 1]);
  return !decimal;
}

bool is_phone(std::string_view text, const Number& number) {
  if (!is_international(number) && !is_national(number) && !is_italian_mobile(number)) return false;
  return can_end(text, number.groups.back().end);
}

}  // namespace

std::vector<ByteRange> find_phones(Draft& draft) {
  const std::string_view text = draft.text();
  std::vector<ByteRange> found;
  Number number;
  for (std::uint32_t at = 0; at < text.size();) {
    if (!can_begin(text, at)) {
      ++at;
      continue;
    }
    read_number(text, at, number);
    if (!number.international && begins_with_date(number)) {
      at = number.groups[2].end;
    } else if (!number.international && begins_with_time(number)) {
      at = number.groups[1].end;
    } else {
      const std::uint32_t end = number.groups.back().end;
      if (is_phone(text, number)) found.push_back({at, end});
      at = end;
    }
  }
  const Ranges numbers = merge(draft.ibans(), merge(draft.credit_cards(), draft.ahv_numbers()));
  return without_overlaps(found, merge(numbers, merge(draft.links(), draft.emails())));
}

}  // namespace herold::match
