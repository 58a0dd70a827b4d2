#include "herold/ascii.h"
#include "herold/guideline.h"

namespace herold {

std::string_view LocalizedText::pick(std::string_view reader, std::string_view fallback) const {
  const auto find = [this](std::string_view tag) -> const std::string* {
    for (const auto& [language, text] : by_language) {
      if (language.empty() || ascii::equal_ignoring_case(language, tag)) return &text;
    }
    return nullptr;
  };
  for (std::string_view tag = reader; !tag.empty();) {
    if (const std::string* text = find(tag)) return *text;
    const std::size_t dash = tag.rfind('-');
    tag = dash == std::string_view::npos ? std::string_view{} : tag.substr(0, dash);
  }
  const std::string* text = find(fallback);
  return text ? std::string_view(*text) : std::string_view{};
}

}  // namespace herold
