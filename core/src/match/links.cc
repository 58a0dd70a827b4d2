// Links and e-mail addresses.

#include <algorithm>
#include <initializer_list>

#include "herold/ascii.h"
#include "match/shapes.h"
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

// Where links may open, in order. Their letters are everywhere, so the signs in them are looked for.
class Openings {
 public:
  explicit Openings(std::string_view draft) : draft_(draft), scheme_(next_scheme(0)), www_(next_www(0)) {}

  // The first opening at or after `at`, or npos. Called with rising offsets.
  std::size_t next(std::size_t at) {
    if (scheme_ < at) scheme_ = next_scheme(at);
    if (www_ < at) www_ = next_www(at);
    return std::min(scheme_, www_);
  }

 private:
  std::size_t next_scheme(std::size_t at) const { return before_sign("://", {"https", "http"}, at); }
  std::size_t next_www(std::size_t at) const { return before_sign(".", {"www"}, at); }

  // Where one of `names` begins that a `sign` follows.
  std::size_t before_sign(std::string_view sign, std::initializer_list<std::string_view> names,
                          std::size_t at) const {
    for (std::size_t found = draft_.find(sign, at); found != std::string_view::npos;
         found = draft_.find(sign, found + 1)) {
      for (const std::string_view name : names)
        if (found >= at + name.size() && ascii::begins_with(draft_.substr(found - name.size()), name))
          return found - name.size();
    }
    return std::string_view::npos;
  }

  std::string_view draft_;
  std::size_t scheme_, www_;
};

bool ends_link(char32_t c) {
  if (c < 0x80) return c <= ' ' || c == 0x7F || c == '"' || c == '<' || c == '>' || c == '`';
  const text::Category category = text::category(c);
  if (category == text::Category::Pi || category == text::Category::Pf) return c != 0x2019;
  return c == 0x201E || c == 0x201A || c == 0x200B || text::is_white_space(c) ||
         text::is_extended_pictographic(c) || text::is_emoji_presentation(c);
}

bool is_final_punctuation(char32_t c) {
  constexpr std::u32string_view marks = U".,;:!?'*…’–—。、！？；：，";
  return marks.find(c) != std::u32string_view::npos;
}

int bracket(char32_t c) {
  constexpr std::u32string_view opening = U"([{", closing = U")]}";
  if (const std::size_t i = opening.find(c); i != std::u32string_view::npos) return static_cast<int>(i) + 1;
  if (const std::size_t i = closing.find(c); i != std::u32string_view::npos) return -static_cast<int>(i) - 1;
  return 0;
}

// Where the link that reaches to `end` really ends.
std::uint32_t trim_link(std::string_view draft, std::uint32_t start, std::uint32_t end) {
  int open[4] = {};  // by kind of bracket: opening ones less closing ones
  for (std::uint32_t at = start; at < end; ++at) {
    const int kind = bracket(static_cast<unsigned char>(draft[at]));
    open[kind < 0 ? -kind : kind] += kind < 0 ? -1 : 1;
  }
  while (end > start) {
    const CodePoint last = text::decode_before(draft, end);
    const int kind = bracket(last.value);
    const bool unpaired = kind < 0 && open[-kind] < 0;
    if (!unpaired && !is_final_punctuation(last.value) && !text::is_default_ignorable(last.value)) break;
    if (unpaired) ++open[-kind];
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
  Openings openings(draft);
  for (std::size_t at = openings.next(0); at != std::string_view::npos; at = openings.next(at)) {
    const auto start = static_cast<std::uint32_t>(at);
    const std::uint32_t host = start + link_opening(draft, at);
    ++at;
    if (host == start || follows_name(draft, start)) continue;
    std::uint32_t end = host;
    while (end < draft.size()) {
      const CodePoint point = text::decode(draft, end);
      if (ends_link(point.value)) break;
      end += point.size;
    }
    end = trim_link(draft, start, end);
    if (end > host && (is_name_character(text::decode(draft, host).value) || draft[host] == '['))
      links.push_back({start, end});
    at = std::max<std::size_t>(at, end);
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
