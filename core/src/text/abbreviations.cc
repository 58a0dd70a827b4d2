#include "text/abbreviations.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "herold/ascii.h"
#include "text/fold.h"
#include "text/packed_words.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace herold::text {
namespace {

// In small letters, sorted byte by byte, umlauts and accents left out. Not here: what is a word in its own
// right
// ("so.", "no.") and would glue sentences together.
constexpr std::string_view common[] = {
    "abb",      "abs",    "abt",  "abzgl", "akad",     "al",     "allg",  "anm",   "ap",    "approx",
    "apr",      "assoc",  "asst", "aufl",  "aug",      "av",     "avv",   "bd",    "betr",  "blvd",
    "bros",     "bsp",    "bspw", "bzw",   "ca",       "capt",   "cf",    "cfr",   "chap",  "chr",
    "cie",      "co",     "corp", "cpv",   "dec",      "dept",   "dez",   "dgl",   "dipl",  "dott",
    "dott.ssa", "dr",     "dt",   "ebd",   "ecc",      "ed",     "egr",   "ehem",  "eidg",  "einschl",
    "entspr",   "env",    "esp",  "est",   "etc",      "ev",     "evtl",  "excl",  "exkl",  "fa",
    "feb",      "fevr",   "ff",   "fig",   "fr",       "frl",    "geb",   "gebr",  "gegr",  "gem",
    "gen",      "gepr",   "gez",  "ggf",   "ggfs",     "gov",    "hon",   "hr",    "hrsg",  "inc",
    "incl",     "ing",    "inkl", "insb",  "intl",     "iur",    "janv",  "jh",    "jhd",   "jr",
    "juil",     "juill",  "jul",  "jun",   "jur",      "kap",    "kaufm", "kt",    "kto",   "lic",
    "lt",       "ltd",    "ltg",  "med",   "mio",      "misc",   "mlle",  "mme",   "mr",    "mrd",
    "mrs",      "ms",     "mt",   "nat",   "nov",      "nr",     "oct",   "oec",   "okt",   "pag",
    "pagg",     "phil",   "pp",   "prof",  "prof.ssa", "rd",     "ref",   "rer",   "resp",  "rev",
    "sen",      "sep",    "sept", "sgt",   "sig",      "sig.ra", "sigg",  "sog",   "spett", "sr",
    "st",       "staatl", "std",  "ste",   "stellv",   "str",    "stv",   "techn", "tel",   "tsd",
    "univ",     "usw",    "verf", "vgl",   "vol",      "vs",     "zert",  "ziff",  "ztl",   "zzgl"};
constexpr PackedWords<packed_size(common)> packed_abbreviations(common);

// Words of their own, a name among them, that abbreviate something before a number: "max. 10", "Art. 5".
constexpr std::string_view before_numbers[] = {"art", "jan", "max", "min", "mind", "mm"};

// The word before the full stop, inner full stops included.
std::string_view last_token(std::string_view text) {
  std::size_t start = text.size();
  while (start > 0) {
    const CodePoint point = decode_before(text, start);
    if (!is_wordlike(point.value) && point.value != '.') break;
    start -= point.size;
    if (text.size() - start > 24) return {};  // no abbreviation is that long
  }
  return text.substr(start);
}

std::string plain_letters(std::string_view token) {
  std::string plain;
  for (const char byte : fold(token, Case::fold))
    if (static_cast<unsigned char>(byte) < 0x80) plain.push_back(byte);
  return plain;
}

// "z.B", "i.d.R", "U.S", "J": letters by ones and twos, each behind a full stop of its own.
bool is_initials(std::string_view token) {
  int letters = 0;
  bool several = false;
  for (std::size_t at = 0; at < token.size();) {
    const CodePoint point = decode(token, at);
    if (point.value == '.') {
      several = true;
      letters = 0;
    } else if (!is_letter(point.value) || ++letters > 2) {
      return false;
    }
    at += point.size;
  }
  return several || (letters == 1 && token != "I");
}

// Italian "p. es." and "ad es.", French "p. ex."; alone they are words.
bool is_example(std::string_view before, std::string_view letters) {
  if (letters != "es" && letters != "ex") return false;
  const auto follows = [&](std::string_view word) {
    return before.size() >= word.size() &&
           fold(before.substr(before.size() - word.size()), Case::fold) == fold(word, Case::fold);
  };
  return follows("p. ") || follows("ad ");
}

}  // namespace

bool ends_with_abbreviation(std::string_view text, char32_t next) {
  if (text.empty() || text.back() != '.') return false;
  const std::string_view token = last_token(text.substr(0, text.size() - 1));
  const bool is_ellipsis = !token.empty() && token.back() == '.';
  if (token.empty() || token.front() == '.' || is_ellipsis) return false;
  if (is_initials(token)) return true;
  const std::string letters = plain_letters(token);
  static const WordList abbreviations(packed_abbreviations);
  if (abbreviations.holds(letters)) return true;
  if (is_example(text.substr(0, text.size() - token.size() - 1), letters)) return true;
  return is_number(next) &&
         std::find(std::begin(before_numbers), std::end(before_numbers), letters) != std::end(before_numbers);
}

bool ends_with_ordinal(std::string_view text) {
  if (text.empty() || text.back() != '.') return false;
  const std::string_view token = last_token(text.substr(0, text.size() - 1));
  if (token.empty() || token.size() > 3) return false;
  return std::all_of(token.begin(), token.end(), ascii::is_digit<char>);
}

}  // namespace herold::text
