#include "text/letter_case.h"

#include "text/unicode.h"
#include "text/unicode_tables.h"
#include "text/utf8.h"

namespace herold::text {
namespace {

constexpr char32_t sharp_s = U'ß', final_sigma = U'ς', sigma = U'σ';

// The capital that folds to the letter; case folding, read backwards.
char32_t capital_of(char32_t letter) {
  if (letter == final_sigma) letter = sigma;
  for (std::size_t i = 0; i < tables::case_run_count; ++i) {
    const tables::CaseRun& run = tables::case_runs[i];
    const auto capital = static_cast<std::uint32_t>(static_cast<std::int64_t>(letter) - run.delta);
    const bool is_in_run = run.first <= capital && capital <= run.last && (capital - run.first) % run.step == 0;
    if (is_in_run && category(capital) == Category::Lu) return capital;
  }
  return letter;
}

char32_t small_of(char32_t letter) {
  for (std::size_t i = 0; i < tables::case_run_count; ++i) {
    const tables::CaseRun& run = tables::case_runs[i];
    if (run.first <= letter && letter <= run.last && (letter - run.first) % run.step == 0) {
      return static_cast<char32_t>(static_cast<std::int64_t>(letter) + run.delta);
    }
  }
  return letter;
}

void append_upper(std::string& out, char32_t letter, bool is_initial) {
  if (letter == sharp_s) {
    out += is_initial ? "Ss" : "SS";
  } else {
    append_utf8(out, is_lower(letter) ? capital_of(letter) : letter);
  }
}

}  // namespace

std::string to_upper(std::string_view text) {
  std::string upper;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    append_upper(upper, c.value, false);
    at += c.size;
  }
  return upper;
}

std::string capitalize(std::string_view text) {
  std::string capitalized;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    at += c.size;
    if (!is_letter(c.value)) {
      capitalized += text.substr(at - c.size, c.size);
      continue;
    }
    append_upper(capitalized, c.value, true);
    return capitalized.append(text.substr(at));
  }
  return capitalized;
}

std::string to_lower(std::string_view text) {
  std::string lower;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    append_utf8(lower, category(c.value) == Category::Lu ? small_of(c.value) : c.value);
    at += c.size;
  }
  return lower;
}

}  // namespace herold::text
