// Hashtags and mentions.

#include "match/shapes.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace herold::match {
namespace {

using text::CodePoint;

bool is_tag_character(char32_t c) { return text::is_wordlike(c) || c == '_'; }

// The code point at `at`, or 0 past the end.
CodePoint peek(std::string_view draft, std::uint32_t at) {
  return at < draft.size() ? text::decode(draft, at) : CodePoint{0, 0};
}

// The first offset from `at` on whose code point shows: default-ignorable ones inside a name belong to it.
std::uint32_t skip_ignorable(std::string_view draft, std::uint32_t at) {
  for (CodePoint point = peek(draft, at); point.size > 0 && text::is_default_ignorable(point.value);
       point = peek(draft, at))
    at += point.size;
  return at;
}

struct Run {
  std::uint32_t end;
  bool letter;  // holds one
  bool letter_or_number;
};

Run tag_run(std::string_view draft, std::uint32_t at) {
  Run run{at, false, false};
  for (;;) {
    if (run.end != at) at = skip_ignorable(draft, run.end);
    const CodePoint point = peek(draft, at);
    if (point.size == 0 || !is_tag_character(point.value)) return run;
    run.letter = run.letter || text::is_letter(point.value);
    run.letter_or_number =
        run.letter_or_number || text::is_letter(point.value) || text::is_number(point.value);
    run.end = at + point.size;
  }
}

bool follows_tag_character(std::string_view draft, std::uint32_t sign) {
  return sign > 0 && is_tag_character(text::decode_before(draft, sign).value);
}

bool begins_hashtag(std::string_view draft, std::uint32_t sign) {
  if (follows_tag_character(draft, sign)) return false;
  return sign == 0 || (draft[sign - 1] != '&' && draft[sign - 1] != '/');
}

}  // namespace

Ranges find_hashtags(std::string_view draft, const Ranges& links) {
  Ranges hashtags;
  for (std::size_t at = draft.find('#'); at != std::string_view::npos; at = draft.find('#', at + 1)) {
    const auto sign = static_cast<std::uint32_t>(at);
    if (!begins_hashtag(draft, sign) || any_contains(links, sign)) continue;
    // A mark would belong to the sign, not to a name.
    if (text::is_mark(peek(draft, sign + 1).value)) continue;
    const Run run = tag_run(draft, sign + 1);
    if (run.letter) hashtags.push_back({sign, run.end});
  }
  return hashtags;
}

Ranges words_joined_in(std::string_view draft, const Ranges& hashtags) {
  Ranges words;
  for (const text::ByteRange hashtag : hashtags) {
    const std::uint32_t first = hashtag.start + 1;
    std::uint32_t start = first;
    bool after_small = false;
    for (std::uint32_t at = start; at < hashtag.end;) {
      const CodePoint point = text::decode(draft, at);
      if (point.value == '_' || (after_small && text::is_upper(point.value))) {
        if (start < at) words.push_back({start, at});
        start = point.value == '_' ? at + 1 : at;
      }
      if (!text::is_mark(point.value)) after_small = text::is_lower(point.value);
      at += point.size;
    }
    if (first < start && start < hashtag.end) words.push_back({start, hashtag.end});
  }
  return words;
}

namespace {

// "@ben/@cleo" is two; in "blog.example/@ben" the sign is part of a path.
bool begins_mention(std::string_view draft, std::uint32_t sign, const Ranges& mentions) {
  if (follows_tag_character(draft, sign)) return false;
  return sign == 0 || draft[sign - 1] != '/' || (!mentions.empty() && mentions.back().end + 1 == sign);
}

// A name goes on over inner full stops and hyphens.
Run name_run(std::string_view draft, std::uint32_t at) {
  Run name = tag_run(draft, at);
  for (;;) {
    const char32_t joint = peek(draft, name.end).value;
    if (joint != '.' && joint != '-') return name;
    const Run next = tag_run(draft, name.end + 1);
    if (next.end == name.end + 1) return name;
    name = {next.end, name.letter || next.letter, name.letter_or_number || next.letter_or_number};
  }
}

}  // namespace

Ranges find_mentions(std::string_view draft, const Ranges& taken) {
  Ranges mentions;
  for (std::size_t at = draft.find('@'); at != std::string_view::npos; at = draft.find('@', at + 1)) {
    const auto sign = static_cast<std::uint32_t>(at);
    const bool inside_another = !mentions.empty() && sign < mentions.back().end;
    if (inside_another || !begins_mention(draft, sign, mentions) || any_contains(taken, sign)) continue;
    if (text::is_mark(peek(draft, sign + 1).value)) continue;
    Run name = name_run(draft, sign + 1);
    if (!name.letter_or_number) continue;
    if (peek(draft, name.end).value == '@') {
      const Run server = name_run(draft, name.end + 1);
      if (server.letter_or_number) name = server;
    }
    mentions.push_back({sign, name.end});
  }
  return mentions;
}

}  // namespace herold::match
