#include "check/languages.h"

#include <utility>

namespace herold::check {

std::string_view Languages::at(std::uint32_t offset) const {
  for (const text::LanguageStretch& other : others) {
    if (other.range.holds(offset)) return other.language;
  }
  return main;
}

Languages languages_of(match::Draft& draft, const CheckOptions& options,
                       const std::string& default_language) {
  if (options.language != "auto") return {options.language, {}};
  text::DetectedLanguages detected = text::detect_languages(draft.folded(text::Case::fold));
  if (detected.main.empty()) return {default_language, std::move(detected.others)};
  return {std::string(detected.main), std::move(detected.others)};
}

}  // namespace herold::check
