// The languages of one draft.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "herold/check.h"
#include "match/draft.h"
#include "text/language.h"

namespace herold::check {

struct Languages {
  std::string main;  // what the answer names, and what figures of the whole draft go by
  std::vector<text::LanguageStretch> others;  // paragraphs in another language; only found, never given

  std::string_view at(std::uint32_t offset) const;
};

Languages languages_of(match::Draft& draft, const CheckOptions& options,
                       const std::string& default_language);

}  // namespace herold::check
