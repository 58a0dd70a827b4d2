#include <algorithm>
#include <optional>

#include "herold/ascii.h"
#include "match/finders.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace herold::match {
namespace {

using ascii::is_digit;

bool is_hex(char c) { return ascii::hex_value(c) >= 0; }

bool wordlike_at(std::string_view text, std::size_t at) {
  return at < text.size() && text::is_wordlike(text::decode(text, at).value);
}

// The end of four numbers up to 255 with full stops between them that begin at `at`.
std::optional<std::size_t> ipv4_end(std::string_view text, std::size_t at) {
  for (int part = 0; part < 4; ++part) {
    if (part > 0 && (at >= text.size() || text[at++] != '.')) return std::nullopt;
    int value = 0, digits = 0;
    for (; at < text.size() && is_digit(text[at]) && digits < 4; ++at, ++digits)
      value = value * 10 + (text[at] - '0');
    if (digits == 0 || digits > 3 || value > 255) return std::nullopt;
  }
  const bool goes_on = at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1]);
  if (goes_on || wordlike_at(text, at)) return std::nullopt;
  return at;
}

// How many groups of up to four hexadecimal digits `part` has between its colons; -1 when it is something
// else. An IPv4 address at the end stands for two.
int groups_of(std::string_view part) {
  int groups = 0;
  while (!part.empty()) {
    const std::string_view group = part.substr(0, part.find(':'));
    const bool last = group.size() == part.size();
    if (last && group.find('.') != std::string_view::npos)
      return ipv4_end(group, 0) == group.size() ? groups + 2 : -1;
    if (group.empty() || group.size() > 4 || !std::all_of(group.begin(), group.end(), is_hex)) return -1;
    if (!last && group.size() + 1 == part.size()) return -1;  // a colon at the end
    ++groups;
    part.remove_prefix(last ? group.size() : group.size() + 1);
  }
  return groups;
}

// Eight groups, or fewer with one `::`, at least two of them written. Names joined by it, as in `a::b`, have
// no digit.
bool is_ipv6(std::string_view address) {
  if (std::none_of(address.begin(), address.end(), is_digit<char>)) return false;
  const std::size_t gap = address.find("::");
  if (gap == std::string_view::npos) return groups_of(address) == 8;
  const int before = groups_of(address.substr(0, gap)), after = groups_of(address.substr(gap + 2));
  return before >= 0 && after >= 0 && before + after >= 2 && before + after <= 7;
}

std::optional<std::size_t> ipv6_end(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 45;
  std::size_t end = at;
  while (end < text.size() && end - at <= longest &&
         (is_hex(text[end]) || text[end] == ':' || text[end] == '.'))
    ++end;
  while (end > at && (text[end - 1] == '.' || (text[end - 1] == ':' && text.substr(end - 2, 2) != "::")))
    --end;
  if (wordlike_at(text, end) || !is_ipv6(text.substr(at, end - at))) return std::nullopt;
  return end;
}

// "v1.2.3.4" and "Version 1.2.3.4" are no addresses.
bool follows_version(std::string_view text, std::size_t at) {
  if (at > 0) {
    const text::CodePoint blank = text::decode_before(text, at);
    if (text::is_white_space(blank.value)) at -= blank.size;
  }
  for (const std::string_view word : {"version", "v"}) {
    if (at < word.size()) continue;
    const std::size_t start = at - word.size();
    if (ascii::begins_with(text.substr(start), word) &&
        (start == 0 || !text::is_wordlike(text::decode_before(text, start).value)))
      return true;
  }
  return false;
}

// "IP:10.0.0.1" has a label in front; "12:10.0.0.1" and "::" go on.
bool follows_label(std::string_view text, std::size_t colon) {
  std::size_t start = colon;
  while (start > 0 && is_hex(text[start - 1])) --start;
  if (start == 0) return start == colon;
  const char32_t before = text::decode_before(text, start).value;
  return start == colon ? before != ':' : text::is_wordlike(before);
}

constexpr std::size_t longest_group = 4;

bool can_begin(std::string_view text, std::size_t at) {
  std::size_t sign = at;
  while (sign < text.size() && sign - at < longest_group && is_hex(text[sign])) ++sign;
  if (sign == text.size() || (text[sign] != '.' && text[sign] != ':')) return false;
  if (sign == at && text.substr(at, 2) != "::") return false;
  if (at == 0) return true;
  const char32_t before = text::decode_before(text, at).value;
  if (before == ':') return follows_label(text, at - 1);
  return !text::is_wordlike(before) && before != '.';
}

}  // namespace

std::vector<text::ByteRange> find_ip_addresses(Draft& draft) {
  const std::string_view text = draft.text();
  std::vector<text::ByteRange> found;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t sign = at;
    while (sign < text.size() && text[sign] != '.' && text[sign] != ':') ++sign;
    at = std::max(at, sign - std::min(sign, longest_group));
    if (sign == text.size()) break;
    if (!can_begin(text, at)) {
      ++at;
      continue;
    }
    auto end = ipv4_end(text, at);
    if (!end) end = ipv6_end(text, at);
    if (end && !follows_version(text, at))
      found.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(*end)});
    at = end ? *end : at + 1;
  }
  return found;
}

}  // namespace herold::match
