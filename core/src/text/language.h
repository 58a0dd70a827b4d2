// Which of the four languages a post is written in.
#pragma once

#include <string_view>
#include <vector>

#include "text/folded_text.h"
#include "text/range.h"

namespace herold::text {

struct LanguageStretch {
  ByteRange range;
  std::string_view language;
};

// "de", "en", "fr" or "it".
struct DetectedLanguages {
  std::string_view main;  // of the text as a whole; empty when it does not tell
  // Paragraphs that are beyond doubt in another language, in order.
  std::vector<LanguageStretch> others;
};

// Reads the first few thousand bytes: a post tells there. `folded` without case.
DetectedLanguages detect_languages(const FoldedText& folded);
DetectedLanguages detect_languages(std::string_view text);
inline std::string_view detect_language(std::string_view text) { return detect_languages(text).main; }

}  // namespace herold::text
