#include "text/letter_case.h"

#include <array>

#include "text/fold.h"
#include "text/unicode.h"
#include "text/unicode_tables.h"
#include "text/utf8.h"

namespace herold::text {
namespace {

constexpr char32_t sharp_s = U'ß', capital_sharp_s = U'ẞ', final_sigma = U'ς', sigma = U'σ';

// How far capitals stand from their letters where case folding only sees the parts of composed ones: à, ā, ÿ.
constexpr std::array<std::int32_t, 3> composed_distances{-32, -1, 121};

bool are_one_letter(char32_t a, char32_t b) {
  std::string first, second;
  append_utf8(first, a);
  append_utf8(second, b);
  return fold(first, Case::fold) == fold(second, Case::fold);
}

// The composed letter of the other case; the letter itself where there is none.
char32_t composed_partner(char32_t letter, Category wanted) {
  for (const std::int32_t distance : composed_distances) {
    const std::int32_t step = wanted == Category::Lu ? distance : -distance;
    const auto candidate = static_cast<char32_t>(static_cast<std::int32_t>(letter) + step);
    if (category(candidate) == wanted && are_one_letter(candidate, letter)) return candidate;
  }
  return letter;
}

// The capital that folds to the letter; case folding, read backwards.
char32_t capital_of(char32_t letter) {
  if (letter == final_sigma) letter = sigma;
  for (std::size_t i = 0; i < tables::case_run_count; ++i) {
    const tables::CaseRun& run = tables::case_runs[i];
    const auto capital = static_cast<std::uint32_t>(static_cast<std::int64_t>(letter) - run.delta);
    const bool is_in_run =
        run.first <= capital && capital <= run.last && (capital - run.first) % run.step == 0;
    if (is_in_run && category(capital) == Category::Lu) return capital;
  }
  return composed_partner(letter, Category::Lu);
}

char32_t small_of(char32_t letter) {
  if (letter == capital_sharp_s) return sharp_s;
  for (std::size_t i = 0; i < tables::case_run_count; ++i) {
    const tables::CaseRun& run = tables::case_runs[i];
    if (run.first <= letter && letter <= run.last && (letter - run.first) % run.step == 0) {
      return static_cast<char32_t>(static_cast<std::int64_t>(letter) + run.delta);
    }
  }
  return composed_partner(letter, Category::Ll);
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
