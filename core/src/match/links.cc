// Links and e-mail addresses.

#include <algorithm>
#include <array>
#include <initializer_list>

#include "herold/ascii.h"
#include "match/shapes.h"
#include "text/sixteen_bytes.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace herold::match {
namespace {

using text::CodePoint;

bool is_name_character(char32_t c) { return text::is_wordlike(c); }

// Length of what opens a link at `at`, 0 when nothing does.
std::uint32_t link_opening(std::string_view draft, std::size_t at) {
  for (const std::string_view opening : {"https://", "http://", "www."})
    if (ascii::begins_with(draft.substr(at), opening)) return static_cast<std::uint32_t>(opening.size());
  return 0;
}

// A sign of an opening: ":" in front of "/", or the last "w" in front of ".".
bool may_be_sign(char c, char next) {
  return (c == ':' && next == '/') || ((c | 0x20) == 'w' && next == '.');
}

// The first from `at` on, or npos.
std::size_t next_sign(std::string_view draft, std::size_t at) {
  using text::SixteenBytes, text::equal, text::load_sixteen;
  for (; at + sizeof(SixteenBytes) < draft.size(); at += sizeof(SixteenBytes)) {
    const SixteenBytes here = load_sixteen(draft.data() + at), next = load_sixteen(draft.data() + at + 1);
    const std::uint64_t signs =
        text::marks((equal(here, ':') & equal(next, '/')) | (equal(here | 0x20, 'w') & equal(next, '.')));
    if (signs != 0) return at + static_cast<std::size_t>(__builtin_ctzll(signs));
  }
  for (; at + 1 < draft.size(); ++at)
    if (may_be_sign(draft[at], draft[at + 1])) return at;
  return std::string_view::npos;
}

// What may open the first link from `at` on; empty where nothing does. Letters are everywhere, so the signs
// in an opening are looked for.
text::ByteRange next_opening(std::string_view draft, std::size_t at) {
  for (std::size_t sign = next_sign(draft, at); sign != std::string_view::npos;
       sign = next_sign(draft, sign + 1)) {
    for (const std::string_view letters : {"https", "http", "ww"}) {
      if (sign < at + letters.size()) continue;
      const auto start = static_cast<std::uint32_t>(sign - letters.size());
      if (const std::uint32_t size = link_opening(draft, start); size > letters.size())
        return {start, start + size};
    }
  }
  return {};
}

constexpr std::array<bool, 128> ascii_that_ends_link = [] {
  std::array<bool, 128> ends{};
  std::fill_n(ends.begin(), ' ' + 1, true);
  for (const char c : {'"', '<', '>', '`', '\x7F'}) ends[static_cast<std::size_t>(c)] = true;
  return ends;
}();

bool ends_link(char32_t c) {
  if (c < 0x80) return ascii_that_ends_link[c];
  const text::Category category = text::category(c);
  if (category == text::Category::Pi || category == text::Category::Pf) return c != 0x2019;
  return c == 0x201E || c == 0x201A || c == 0x200B || text::is_white_space(c) ||
         text::is_extended_pictographic(c) || text::is_emoji_presentation(c);
}

bool is_final_punctuation(char32_t c) {
  constexpr std::u32string_view marks = U".,;:!?'*…’–—。、！？；：，";
  return marks.find(c) != std::u32string_view::npos;
}

// Where it ends what belongs to a link from `at` on.
std::uint32_t run_end(std::string_view draft, std::uint32_t at) {
  while (at < draft.size()) {
    const CodePoint point = text::decode(draft, at);
    if (ends_link(point.value)) break;
    at += point.size;
  }
  return at;
}

// 1 to 3 by kind where it opens, the same below zero where it closes, 0 for what is no bracket.
int bracket(char32_t c) {
  switch (c) {
    case '(':
      return 1;
    case ')':
      return -1;
    case '[':
      return 2;
    case ']':
      return -2;
    case '{':
      return 3;
    case '}':
      return -3;
    default:
      return 0;
  }
}

// Whether a sentence may have it behind a link.
bool may_follow(char32_t c) {
  return bracket(c) < 0 || is_final_punctuation(c) || text::is_default_ignorable(c);
}

// Where the link that reaches to `end` really ends.
std::uint32_t trim_link(std::string_view draft, std::uint32_t start, std::uint32_t end) {
  if (!may_follow(text::decode_before(draft, end).value)) return end;
  int open[4] = {};  // by kind of bracket: opening ones less closing ones
  for (std::uint32_t at = start; at < end; ++at) {
    const int kind = bracket(static_cast<unsigned char>(draft[at]));
    open[kind < 0 ? -kind : kind] += kind < 0 ? -1 : 1;
  }
  while (end > start) {
    const CodePoint last = text::decode_before(draft, end);
    const int kind = bracket(last.value);
    if (!may_follow(last.value) || (kind < 0 && open[-kind] >= 0)) break;
    if (kind < 0) ++open[-kind];
    end -= last.size;
  }
  return end;
}

bool follows_name(std::string_view draft, std::uint32_t at) {
  return at > 0 && is_name_character(text::decode_before(draft, at).value);
}

}  // namespace

Ranges find_links(std::string_view draft) {
  Ranges links;
  for (text::ByteRange opening = next_opening(draft, 0); !opening.empty();) {
    const auto [start, host] = opening;
    std::size_t at = start + 1;
    if (!follows_name(draft, start)) {
      const std::uint32_t end = trim_link(draft, start, run_end(draft, host));
      if (end > host && (is_name_character(text::decode(draft, host).value) || draft[host] == '['))
        links.push_back({start, end});
      at = std::max<std::size_t>(at, end);
    }
    opening = next_opening(draft, at);
  }
  return links;
}

namespace {

constexpr std::uint32_t longest_local_part = 64, longest_host = 253;  // RFC 5321, in characters

bool is_local_character(char32_t c) {
  if (c >= 0x80) return is_name_character(c) || text::is_default_ignorable(c);
  constexpr std::string_view signs = "._%+-'&~!$*=/?^{|}";
  return is_name_character(c) || signs.find(static_cast<char>(c)) != std::string_view::npos;
}

// Where the local part that ends before `end` begins; `end` when there is none.
std::uint32_t local_start(std::string_view draft, std::uint32_t floor, std::uint32_t end) {
  if (end == floor || draft[end - 1] == '.') return end;
  std::uint32_t start = end, first_letter = end;
  for (std::uint32_t length = 0; start > floor && length < longest_local_part; ++length) {
    const CodePoint point = text::decode_before(draft, start);
    const bool second_full_stop = point.value == '.' && draft[start] == '.';
    if (!is_local_character(point.value) || second_full_stop) break;
    start -= point.size;
    if (is_name_character(point.value) || point.value == '_') first_letter = start;
  }
  return first_letter;  // signs in front belong to the sentence
}

// The end of the host that begins at `start`: labels with full stops between them, the last one with two
// letters or more; `start` when there is none.
std::uint32_t host_end(std::string_view draft, std::uint32_t start) {
  std::uint32_t at = start, end = start;
  std::uint32_t label_letters = 0, label_size = 0;
  bool dotted = false, last_is_hyphen = false;
  for (std::uint32_t length = 0; at < draft.size() && length < longest_host; ++length) {
    const CodePoint point = text::decode(draft, at);
    if (point.value == '.') {
      if (label_size == 0 || last_is_hyphen) break;
      dotted = true;
      label_letters = label_size = 0;
    } else if (is_name_character(point.value) || (point.value == '-' && label_size > 0)) {
      ++label_size;
      if (text::is_letter(point.value)) ++label_letters;
      last_is_hyphen = point.value == '-';
      if (dotted && label_letters >= 2 && !last_is_hyphen) end = at + point.size;
    } else if (!text::is_default_ignorable(point.value)) {
      break;
    }
    at += point.size;
  }
  return end;
}

}  // namespace

Ranges find_emails(std::string_view draft, const Ranges& links) {
  Ranges emails;
  for (std::size_t at = draft.find('@'); at != std::string_view::npos; at = draft.find('@', at + 1)) {
    const auto sign = static_cast<std::uint32_t>(at);
    const std::uint32_t floor = emails.empty() ? 0 : emails.back().end;
    if (sign < floor || any_contains(links, sign)) continue;
    const std::uint32_t start = local_start(draft, floor, sign), end = host_end(draft, sign + 1);
    const bool mention_before = start > 0 && draft[start - 1] == '@';
    if (start < sign && end > sign + 1 && !mention_before) emails.push_back({start, end});
  }
  return emails;
}

}  // namespace herold::match
