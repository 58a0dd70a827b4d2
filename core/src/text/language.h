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

// The languages of one text.
struct Languages {
  std::string_view main;                // of the text as a whole
  std::vector<LanguageStretch> others;  // paragraphs in another language, in order

  std::string_view at(std::uint32_t offset) const;
};

// "de", "en", "fr" or "it"; `main` is empty when the text does not tell, the others are beyond doubt. Reads
// the first few thousand bytes: a post tells there. `folded` without case; `unread` are ranges of its source,
// in order, that tell nothing, such as links.
Languages detect_languages(const FoldedText& folded, const std::vector<ByteRange>& unread = {});
Languages detect_languages(std::string_view text);
inline std::string_view detect_language(std::string_view text) { return detect_languages(text).main; }

}  // namespace herold::text
