// JSON of a pack → the model of src/check. Whatever is wrong is recorded with the value it is wrong with.
#pragma once

#include <string_view>
#include <vector>

#include "check/model.h"
#include "pack/value.h"

namespace herold::pack {

inline constexpr std::string_view id_rule = "small letters a to z, digits, full stops and hyphens";
bool is_id(std::string_view id);

/// A string, or a map by language that holds the default language.
LocalizedText read_localized(const Value& value, std::string_view default_language);

/// The guideline, as far as it could be read; it is broken when problems were recorded.
Guideline read_guideline(const Value& value, std::string_view default_language);

/// Refused when it has nothing to look for.
Matcher read_matcher(const Value& object);
Matcher read_matcher_keys(const Value& object);
MatchStyle read_match_style(const Value& value);
Exceptions read_exceptions(const Value& object);

struct RuleReader {
  Rule (*read)(const Value& guideline, std::string_view default_language);
  std::vector<std::string_view> keys;  // all that a guideline of the kind may have
};

const RuleReader& rule_reader(Kind kind);

}  // namespace herold::pack
