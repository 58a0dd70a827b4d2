#include "check/languages.h"

namespace herold::check {

text::Languages languages_of(match::Draft& draft, const CheckOptions& options,
                             std::string_view default_language) {
  if (options.language != "auto") return {options.language, {}};
  text::Languages detected = text::detect_languages(draft.folded(text::Case::fold), draft.entities());
  if (detected.main.empty()) detected.main = default_language;
  return detected;
}

}  // namespace herold::check
