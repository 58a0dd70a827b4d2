#include <optional>

#include "herold/ascii.h"
#include "match/digit_groups.h"
#include "match/finders.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace herold::match {
namespace {

// Country and length, from the registry of ISO 13616, each in four characters.
constexpr std::string_view lengths =
    "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FK18FO18"
    "FR27"
    "GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22"
    "MK19"
    "MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28"
    "TL23"
    "TN24TR26UA29VA22VG24XK20";

std::size_t length_of(std::string_view country) {
  for (std::size_t i = 0; i < lengths.size(); i += 4)
    if (lengths.substr(i, 2) == country)
      return static_cast<std::size_t>(lengths[i + 2] - '0') * 10 +
             static_cast<std::size_t>(lengths[i + 3] - '0');
  return 0;
}

// A letter or digit in capitals, or 0.
char iban_character(char c) {
  if (ascii::is_digit(c) || ascii::is_upper(c)) return c;
  return ascii::is_lower(c) ? ascii::to_upper(c) : '\0';
}

// Bytes of the blank at `at`, 0 when there is none.
std::uint32_t blank_at(std::string_view draft, std::uint32_t at) {
  const text::CodePoint point = text::decode(draft, at);
  return point.value == ' ' || point.value == 0xA0 || point.value == 0x202F ? point.size : 0;
}

// ISO 7064, MOD 97-10, with the first four characters moved to the end and letters counting from 10.
bool passes_mod97(std::string_view iban) {
  int remainder = 0;
  for (std::size_t i = 0; i < iban.size(); ++i) {
    const char c = iban[(i + 4) % iban.size()];
    remainder = c >= 'A' ? (remainder * 100 + (c - 'A' + 10)) % 97 : (remainder * 10 + (c - '0')) % 97;
  }
  return remainder == 1;
}

std::optional<text::ByteRange> iban_at(std::string_view draft, std::uint32_t start) {
  std::string iban;
  std::size_t length = 2;
  std::uint32_t at = start;
  while (iban.size() < length && at < draft.size()) {
    const char c = iban_character(draft[at]);
    const std::uint32_t blank = c == '\0' && iban.size() > 2 ? blank_at(draft, at) : 0;
    if (c == '\0' && (blank == 0 || at + blank == draft.size() || iban_character(draft[at + blank]) == '\0'))
      return std::nullopt;
    at += c == '\0' ? blank : 1;
    if (c == '\0') continue;
    iban.push_back(c);
    if (iban.size() == 2) length = length_of(iban);
  }
  const bool goes_on = at < draft.size() && text::is_wordlike(text::decode(draft, at).value);
  if (iban.size() < 5 || iban.size() != length || goes_on || !passes_mod97(iban)) return std::nullopt;
  return text::ByteRange{start, at};
}

bool is_glued(std::string_view draft, std::uint32_t start) {
  return start > 0 &&
         (text::is_continuation(draft[start]) || text::is_wordlike(text::decode_before(draft, start).value));
}

}  // namespace

std::size_t left_of_iban(std::string_view draft, std::uint32_t at) {
  constexpr std::uint32_t head = 4;
  if (at == 0) return 0;
  const text::CodePoint before = text::decode_before(draft, at);
  const std::uint32_t end = at - before.size;
  if (end < head || blank_at(draft, end) == 0 || is_glued(draft, end - head)) return 0;
  const std::string_view written = draft.substr(end - head, head);
  if (!ascii::is_digit(written[2]) || !ascii::is_digit(written[3])) return 0;
  const char country[] = {ascii::to_upper(written[0]), ascii::to_upper(written[1])};
  const std::size_t length = length_of({country, sizeof country});
  return length == 0 ? 0 : length - head;
}

std::vector<text::ByteRange> find_ibans(Draft& draft) {
  const std::string_view text = draft.text();
  std::vector<text::ByteRange> found;
  for (std::uint32_t at = 0; at + 4 <= text.size();) {
    at = next_digit(text, at + 2) - 2;
    if (at + 4 > text.size()) break;
    const bool candidate = ascii::is_digit(text[at + 3]);
    const auto iban = candidate && !is_glued(text, at) ? iban_at(text, at) : std::nullopt;
    if (iban) found.push_back(*iban);
    at = iban ? iban->end : at + 1;
  }
  return found;
}

}  // namespace herold::match
