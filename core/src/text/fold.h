// Keys under which texts count as equal, whatever their spelling in code points.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace herold::text {

enum class Case : std::uint8_t {
  fold,   // NFKC and full case folding, default-ignorable code points dropped
  exact,  // the same without case folding
};

// Two texts are equal after folding exactly when their keys are. Apostrophes count as one, dashes as one,
// white space runs as one blank. The key holds the symbols of folded_text.h: for comparing, not for showing.
std::string fold(std::string_view text, Case letter_case);

// As `fold` with Case::exact, but only canonical equivalents are equal: fake-bold letters and ligatures keep
// their difference. For comparing a word with its one right spelling; dashes count as a blank here.
std::string spelling_key(std::string_view text);

}  // namespace herold::text
