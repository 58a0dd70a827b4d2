#include <array>

#include "match/detectors.h"
#include "pack/guideline_reader.h"

namespace herold::pack {
namespace {

constexpr auto case_names = names_up_to<true>({"fold", "exact"});
constexpr auto boundary_names = names_up_to<true>({"none", "word"});

match::Detector read_detector(const Value& value) {
  if (const auto known = match::detector_named(value.json().text())) return *known;
  std::array<std::string_view, match::detector_count> names;
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = match::name(static_cast<match::Detector>(i));
  return read_choice<match::Detector>(value, names);
}

}  // namespace

Exceptions read_exceptions(const Value& object) {
  Exceptions exceptions;
  if (const auto terms = object.member("except")) exceptions.terms = read_strings(*terms, Length::any);
  if (const auto patterns = object.member("exceptPatterns"))
    exceptions.patterns = read_strings(*patterns, Length::any);
  return exceptions;
}

MatchStyle read_match_style(const Value& value) {
  MatchStyle style;
  if (!is_object(value)) return style;
  expect_keys(value, {"case", "boundary", "inflect", "compound"}, UnknownKey::breaks);
  if (const auto which = value.member("case")) style.exact_case = read_choice<bool>(*which, case_names);
  if (const auto which = value.member("boundary"))
    style.word_boundary = read_choice<bool>(*which, boundary_names);
  if (const auto inflect = value.member("inflect")) style.inflect = read_boolean(*inflect);
  if (const auto compound = value.member("compound")) style.compound = read_boolean(*compound);
  return style;
}

Matcher read_matcher(const Value& object) {
  if (!object.member("terms") && !object.member("patterns") && !object.member("detect"))
    object.problem("needs “terms”, “patterns” or “detect”");
  return read_matcher_keys(object);
}

Matcher read_matcher_keys(const Value& object) {
  Matcher matcher;
  const auto terms = object.member("terms");
  const auto patterns = object.member("patterns");
  const auto detect = object.member("detect");
  if (const auto style = object.member("match")) matcher.style = read_match_style(*style);
  if (terms) matcher.terms = read_strings(*terms, Length::at_least_one);
  if (patterns) matcher.patterns = read_strings(*patterns, Length::at_least_one);
  if (detect) matcher.detectors = read_list(*detect, Length::at_least_one, read_detector);
  matcher.exceptions = read_exceptions(object);
  return matcher;
}

}  // namespace herold::pack
