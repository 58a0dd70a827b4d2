// Checks drafts against a guideline given as JSON, so that each test shows what an author would write.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "herold/pack.h"

namespace herold::testing_check {

using Texts = std::vector<std::string>;

inline std::string pack_of(std::string_view guidelines) {
  return R"({"schema": 1, "id": "test", "defaultLanguage": "de", "guidelines": [)" + std::string(guidelines) +
         "]}";
}

/// A guideline `g` with these keys beside the required ones.
inline std::string guideline(std::string_view keys) {
  return R"({"id": "g", "message": "m {match}|{replacement}|{count}|{limit}", )" + std::string(keys) + "}";
}

inline CheckOptions in_language(std::string language) {
  CheckOptions options;
  options.language = std::move(language);
  return options;
}

inline CheckOptions german() { return in_language("de"); }

inline std::vector<Finding> findings(std::string_view guidelines, std::string_view draft,
                                     const CheckOptions& options = german()) {
  const auto loaded = load_pack(pack_of(guidelines), Audience::client);
  EXPECT_TRUE(loaded) << loaded.error().message;
  if (!loaded) return {};
  for (const Problem& problem : loaded->problems) ADD_FAILURE() << problem.pointer << ": " << problem.message;
  return loaded->checker->check(draft, options).findings;
}

/// What a single guideline with these keys finds, as texts of the draft.
inline Texts matches(std::string_view keys, std::string_view draft, const CheckOptions& options = german()) {
  Texts texts;
  for (const Finding& finding : findings(guideline(keys), draft, options)) texts.push_back(finding.match);
  return texts;
}

/// The draft after the fix, for fixes of one edit in drafts of ASCII.
inline std::string after(std::string_view draft, const Fix& fix) {
  std::string fixed(draft);
  for (const Edit& edit : fix.edits)
    fixed.replace(edit.range.start, edit.range.end - edit.range.start, edit.text);
  return fixed;
}

}  // namespace herold::testing_check
