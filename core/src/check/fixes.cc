#include "check/fixes.h"

#include <array>

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

char32_t before(std::string_view text, text::ByteRange range) {
  return range.start == 0 ? 0 : text::decode_before(text, range.start).value;
}

char32_t after(std::string_view text, text::ByteRange range) {
  return range.end == text.size() ? 0 : text::decode(text, range.end).value;
}

/// Quotes open in one language what they close in another.
bool is_quote(char32_t c) {
  const text::Category category = text::category(c);
  return c == '"' || category == text::Category::Pi || (category == text::Category::Pf && c != U'’');
}

bool opens(char32_t c) { return is_quote(c) || text::category(c) == text::Category::Ps; }
bool closes(char32_t c) { return is_quote(c) || text::category(c) == text::Category::Pe; }

/// Behind the stops that follow; those within a number or an address are none.
std::uint32_t past_stops(std::string_view text, std::uint32_t at) {
  constexpr std::u32string_view stops = U",.;:!?…";
  std::uint32_t end = at;
  while (end < text.size()) {
    const text::CodePoint c = text::decode(text, end);
    if (stops.find(c.value) == std::u32string_view::npos) return text::is_wordlike(c.value) ? at : end;
    end += c.size;
  }
  return end;
}

/// Whether no word of its sentence stands in front.
bool begins_sentence(const Reading& reading, std::uint32_t at) {
  std::uint32_t start = 0;
  for (const text::ByteRange sentence : reading.draft.sentences())
    if (sentence.start <= at) start = sentence.start;
  while (start < at) {
    const text::CodePoint c = text::decode(reading.draft.text(), start);
    if (text::is_wordlike(c.value)) return false;
    start += c.size;
  }
  return true;
}

/// With the sign that is nothing without it: brackets, quotes and `#` around, a comma that would be one too
/// many.
text::ByteRange with_signs(std::string_view draft, text::ByteRange range, bool begins) {
  if (opens(before(draft, range)) && closes(after(draft, range))) {
    range.start -= text::decode_before(draft, range.start).size;
    range.end += text::decode(draft, range.end).size;
  }
  if (before(draft, range) == '#' && !text::is_wordlike(after(draft, range))) --range.start;
  const std::uint32_t stops_end = past_stops(draft, range.end);
  if (begins) return {range.start, stops_end};
  const std::uint32_t gap = white_space_before(draft, range.start);
  const bool has_comma = gap > 0 && draft[gap - 1] == ',';
  if (has_comma && (stops_end > range.end || range.end == draft.size())) range.start = gap - 1;
  return range;
}

/// With white space that would stand beside other white space, the draft's edge, or a sign that has none
/// there.
text::ByteRange with_gap(std::string_view draft, text::ByteRange range) {
  const text::ByteRange front{white_space_before(draft, range.start), range.start};
  const text::ByteRange back{range.end, white_space_after(draft, range.end)};
  const bool begins = range.start == 0, ends = range.end == draft.size();
  const bool is_open_in_front = begins || !front.empty(), is_open_behind = ends || !back.empty();
  if (is_open_in_front && is_open_behind) {
    // A line break stays where the other side is only a blank.
    const bool keeps_back =
        text::holds_line_break(back.of(draft)) && !text::holds_line_break(front.of(draft));
    if (ends || (keeps_back && !begins)) return {front.start, range.end};
    return {range.start, back.end};
  }
  if (is_open_in_front && (closes(after(draft, range)) || past_stops(draft, range.end) > range.end))
    return {front.start, range.end};
  return opens(before(draft, range)) ? text::ByteRange{range.start, back.end} : range;
}

/// The letter behind `range` as a sentence begins, taken into it; nothing where it is no small one, or part
/// of a name such as `iPhone` or of an address.
std::string capital_behind(const Reading& reading, text::ByteRange& range) {
  const std::string_view draft = reading.draft.text();
  const std::uint32_t start = range.end;
  if (!text::is_lower(after(draft, range))) return {};
  for (const text::ByteRange entity : reading.draft.entities())
    if (entity.start == start) return {};
  for (std::uint32_t at = start; at < draft.size();) {
    const text::CodePoint c = text::decode(draft, at);
    if (text::is_upper(c.value)) return {};
    if (!text::is_wordlike(c.value)) break;
    at += c.size;
  }
  range.end = reading.draft.cluster_end(start);
  return text::capitalize(text::ByteRange{start, range.end}.of(draft));
}

}  // namespace

bool has_capitals(std::string_view text) { return capitals_of(text).upper > 0; }

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
  const bool begins = begins_sentence(reading, range.start);
  const bool begins_large = begins && capitals_of(range.of(draft)).initial;
  range = with_gap(draft, with_signs(draft, range, begins));
  std::string capital = begins_large ? capital_behind(reading, range) : std::string();
  return {std::string(titles_for(reading).remove), {{reading.range(range), std::move(capital)}}};
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
