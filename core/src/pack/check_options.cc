#include "herold/check_json.h"
#include "pack/json.h"
#include "pack/value.h"

namespace herold {
namespace {

using pack::Length;
using pack::Value;

std::string read_language_or_auto(const Value& value) {
  return value.json().text() == "auto" ? "auto" : pack::read_language(value);
}

Ignored read_ignored(const Value& value) {
  if (!value.json().is_object()) return {pack::read_string(value), std::nullopt};
  pack::expect_keys(value, {"guideline", "match"}, pack::UnknownKey::breaks);
  Ignored ignored;
  const auto guideline = value.member("guideline");
  if (!guideline) value.problem("needs a “guideline”");
  if (guideline) ignored.guideline = pack::read_string(*guideline);
  if (const auto match = value.member("match")) ignored.match = pack::read_string(*match);
  return ignored;
}

CheckOptions read_options(const Value& object) {
  CheckOptions options;
  pack::expect_keys(object, {"language", "role", "groups", "network", "at", "reader", "ignore", "captions"},
                    pack::UnknownKey::breaks);
  if (const auto language = object.member("language")) options.language = read_language_or_auto(*language);
  if (const auto role = object.member("role")) options.role = pack::read_string(*role);
  if (const auto groups = object.member("groups")) options.groups = pack::read_strings(*groups, Length::any);
  if (const auto network = object.member("network")) {
    options.network = pack::read_choice<Network>(*network, network_names);
  }
  if (const auto at = object.member("at")) options.at = pack::read_instant(*at);
  if (const auto reader = object.member("reader")) options.reader = pack::read_language(*reader);
  if (const auto ignore = object.member("ignore"))
    options.ignore = pack::read_list(*ignore, Length::any, read_ignored);
  if (const auto captions = object.member("captions"))
    options.captions = pack::read_strings(*captions, Length::any);
  return options;
}

}  // namespace

Result<CheckOptions> parse_check_options(std::string_view json) {
  const auto parsed = pack::parse_json(json, {PackLimits::bytes, PackLimits::levels});
  if (!parsed) return Error{"the options: " + parsed.error().message};
  pack::Diagnostics said;
  const Value document(parsed->root(), said);
  CheckOptions options;
  if (pack::is_object(document)) options = read_options(document);
  if (said.problems.empty()) return options;
  const Problem& problem = said.problems.front();
  return Error{"the options: " + problem.pointer + " " + problem.message};
}

}  // namespace herold
