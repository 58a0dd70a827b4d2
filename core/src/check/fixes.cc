#include "check/fixes.h"

#include <array>

#include "herold/language_tag.h"
#include "text/letter_case.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/white_space.h"

namespace herold::check {
namespace {

/// What a fix is called, per language of the reader; `%` stands for the text.
struct Titles {
  std::string_view language, replace, remove, insert;
};

constexpr std::array<Titles, 4> titles{{
    {"en", "Replace with “%”", "Remove", "Insert “%”"},
    {"de", "Durch «%» ersetzen", "Entfernen", "«%» einfügen"},
    {"fr", "Remplacer par « % »", "Supprimer", "Insérer « % »"},
    {"it", "Sostituisci con «%»", "Elimina", "Inserisci «%»"},
}};

const Titles& titles_for(const Reading& reading) {
  for (const std::string_view wanted : {reading.reader, reading.default_language}) {
    for (const Titles& known : titles) {
      if (language_covers(known.language, wanted)) return known;
    }
  }
  return titles.front();
}

std::string fill(std::string_view title, std::string_view text) {
  const std::size_t at = title.find('%');
  return std::string(title.substr(0, at)).append(text).append(title.substr(at + 1));
}

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    const text::CodePoint first = text::decode(text, 0);
    if (!text::is_white_space(first.value)) break;
    text.remove_prefix(first.size);
  }
  while (!text.empty()) {
    const text::CodePoint last = text::decode_before(text, text.size());
    if (!text::is_white_space(last.value)) break;
    text.remove_suffix(last.size);
  }
  return text;
}

struct Capitals {
  std::uint32_t upper = 0;
  std::uint32_t lower = 0;
  bool initial = false;
};

Capitals capitals_of(std::string_view text) {
  Capitals capitals;
  bool is_first = true;  // letter or number
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    if (text::is_upper(c.value)) {
      if (is_first) capitals.initial = true;
      ++capitals.upper;
    } else if (text::is_lower(c.value)) {
      ++capitals.lower;
    }
    is_first = is_first && !text::is_wordlike(c.value);
    at += c.size;
  }
  return capitals;
}

bool is_all_capitals(const Capitals& capitals) { return capitals.upper >= 2 && capitals.lower == 0; }

std::uint32_t white_space_before(std::string_view text, std::uint32_t end) {
  std::uint32_t start = end;
  while (start > 0) {
    const text::CodePoint c = text::decode_before(text, start);
    if (!text::is_white_space(c.value)) break;
    start -= c.size;
  }
  return start;
}

std::uint32_t white_space_after(std::string_view text, std::uint32_t start) {
  std::uint32_t end = start;
  while (end < text.size()) {
    const text::CodePoint c = text::decode(text, end);
    if (!text::is_white_space(c.value)) break;
    end += c.size;
  }
  return end;
}

}  // namespace

std::string keep_capitals(std::string_view replacement, std::string_view match, std::string_view term) {
  const Capitals capitals = capitals_of(match);
  if (is_all_capitals(capitals) && !is_all_capitals(capitals_of(term))) return text::to_upper(replacement);
  return capitals.initial ? text::capitalize(replacement) : std::string(replacement);
}

std::string in_place_of(std::string_view match, std::string_view replacement, std::string_view term) {
  std::string kept = keep_capitals(replacement, match, term);
  return kept == match ? std::string(replacement) : kept;
}

Fix replace_with(const Reading& reading, text::ByteRange range, std::string text) {
  if (text.empty()) return remove(reading, range);
  return {fill(titles_for(reading).replace, text), {{reading.range(range), std::move(text)}}};
}

Fix remove(const Reading& reading, text::ByteRange range) {
  const std::string_view draft = reading.draft.text();
  const text::ByteRange before{white_space_before(draft, range.start), range.start};
  const text::ByteRange after{range.end, white_space_after(draft, range.end)};
  const bool begins = range.start == 0, ends = range.end == draft.size();
  if ((begins || !before.empty()) && (ends || !after.empty())) {
    // A line break stays where the other side is only a blank.
    const bool keeps_after =
        text::holds_line_break(after.of(draft)) && !text::holds_line_break(before.of(draft));
    const bool takes_before = ends || (keeps_after && !begins);
    range = takes_before ? text::ByteRange{before.start, range.end} : text::ByteRange{range.start, after.end};
  }
  return {std::string(titles_for(reading).remove), {{reading.range(range), ""}}};
}

Fix remove_with_gap(const Reading& reading, text::ByteRange range) {
  range.start = white_space_before(reading.draft.text(), range.start);
  return {std::string(titles_for(reading).remove), {{reading.range(range), ""}}};
}

std::vector<Fix> insert(const Reading& reading, const std::optional<Insertion>& insertion) {
  if (!insertion) return {};
  const std::string_view text = insertion->text.pick(reading.language, reading.default_language);
  if (text.empty()) return {};
  const std::uint32_t at = insertion->place == Insertion::Place::start ? 0 : reading.draft.size();
  return {{fill(titles_for(reading).insert, trim(text)), {{reading.range({at, at}), std::string(text)}}}};
}

}  // namespace herold::check
