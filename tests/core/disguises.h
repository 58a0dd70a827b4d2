// Ways to write a term so that people still read it and programs mostly do not: each a function from a letter
// of the term to what stands in its place.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/utf8.h"

namespace herold::testing_text {

struct Disguise {
  const char* name;
  std::string (*write)(char32_t letter);
};

inline std::string utf8(char32_t c) {
  std::string text;
  text::append_utf8(text, c);
  return text;
}

inline bool is_small(char32_t c) { return c >= 'a' && c <= 'z'; }
inline bool is_capital(char32_t c) { return c >= 'A' && c <= 'Z'; }

/// The letter in an alphabet of 26 small and 26 capital letters.
inline std::string shifted(char32_t c, char32_t capitals, char32_t smalls) {
  if (is_capital(c)) return utf8(capitals + (c - 'A'));
  if (is_small(c)) return utf8(smalls + (c - 'a'));
  return utf8(c);
}

inline std::string after(char32_t c, const char* hidden) { return utf8(c) + hidden; }

/// Decomposed where the letter has a mark.
inline std::string decomposed(char32_t c) {
  constexpr std::u32string_view composed = U"äöüÄÖÜéè";
  constexpr std::string_view bases = "aouAOUee";
  constexpr const char* marks[] = {"\u0308", "\u0308", "\u0308", "\u0308",
                                   "\u0308", "\u0308", "\u0301", "\u0300"};
  const auto at = composed.find(c);
  if (at == std::u32string_view::npos) return utf8(c);
  return bases.substr(at, 1).data()[0] + std::string(marks[at]);
}

inline std::string look_alike(char32_t c) {
  constexpr std::u32string_view latin = U"aeopcxyiABEKMHOPCTX", other = U"аеорсхуіАВЕКМНОРСТХ";
  const auto at = latin.find(c);
  return utf8(at == std::u32string_view::npos ? c : other[at]);
}

inline std::string small_capital(char32_t c) {
  constexpr std::u32string_view small_capitals =
      U"ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡxʏᴢ";
  return utf8(is_small(c) ? small_capitals[c - 'a'] : c);
}

inline std::string written_out(char32_t c) {
  switch (c) {
    case U'ä':
      return "ae";
    case U'ö':
      return "oe";
    case U'ü':
      return "ue";
    case U'ß':
      return "ss";
    default:
      return utf8(c);
  }
}

inline const std::vector<Disguise>& disguises() {
  static const std::vector<Disguise> all{
      {"none", [](char32_t c) { return utf8(c); }},
      {"mathematical bold", [](char32_t c) { return shifted(c, 0x1D400, 0x1D41A); }},
      {"sans-serif bold italic", [](char32_t c) { return shifted(c, 0x1D63C, 0x1D656); }},
      {"monospace", [](char32_t c) { return shifted(c, 0x1D670, 0x1D68A); }},
      {"full-width", [](char32_t c) { return shifted(c, 0xFF21, 0xFF41); }},
      {"circled", [](char32_t c) { return shifted(c, 0x24B6, 0x24D0); }},
      {"in parentheses", [](char32_t c) { return shifted(c, 0x1F110, 0x249C); }},
      {"squared", [](char32_t c) { return shifted(c, 0x1F130, 0x1F130); }},
      {"negative circled", [](char32_t c) { return shifted(c, 0x1F150, 0x1F150); }},
      {"negative squared", [](char32_t c) { return shifted(c, 0x1F170, 0x1F170); }},
      {"small capitals", [](char32_t c) { return small_capital(c); }},
      {"upper case", [](char32_t c) { return utf8(is_small(c) ? c - 32 : c); }},
      {"zero-width space", [](char32_t c) { return after(c, "\u200B"); }},
      {"zero-width joiner", [](char32_t c) { return after(c, "\u200D"); }},
      {"zero-width non-joiner", [](char32_t c) { return after(c, "\u200C"); }},
      {"word joiner", [](char32_t c) { return after(c, "\u2060"); }},
      {"soft hyphen", [](char32_t c) { return after(c, "\u00AD"); }},
      {"right-to-left mark", [](char32_t c) { return after(c, "\u200F"); }},
      {"bidi override", [](char32_t c) { return "\u202D" + utf8(c) + "\u202C"; }},
      {"bidi isolate", [](char32_t c) { return "\u2066" + utf8(c) + "\u2069"; }},
      {"byte order mark", [](char32_t c) { return after(c, "\uFEFF"); }},
      {"variation selector", [](char32_t c) { return after(c, "\uFE0E"); }},
      {"tag character", [](char32_t c) { return after(c, "\U000E0061"); }},
      {"hangul filler", [](char32_t c) { return after(c, "\u3164"); }},
      {"stroke overlay", [](char32_t c) { return after(c, "\u0336"); }},
      {"solidus overlay", [](char32_t c) { return after(c, "\u0338"); }},
      {"grapheme joiner", [](char32_t c) { return after(c, "\u034F"); }},
      {"decomposed", decomposed},
      {"written out", written_out},
      {"look-alike", look_alike},
  };
  return all;
}

inline std::string disguised(std::string_view term, const std::vector<Disguise>& by_letter) {
  std::string text;
  std::size_t letter = 0;
  for (std::size_t at = 0; at < term.size(); ++letter) {
    const text::CodePoint point = text::decode(term, at);
    // What hides between letters would part words, or take a gap for something else.
    text += point.value == ' ' ? " " : by_letter[letter % by_letter.size()].write(point.value);
    at += point.size;
  }
  return text;
}

}  // namespace herold::testing_text
