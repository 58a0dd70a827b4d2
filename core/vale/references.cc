#include "vale/references.h"

#include <algorithm>
#include <array>
#include <optional>
#include <system_error>

namespace herold::vale {
namespace {

namespace fs = std::filesystem;

std::string text_of(const Json& fields, const char* key) {
  const auto found = fields.find(key);
  return found != fields.end() && found->is_string() ? found->get<std::string>() : "";
}

std::optional<fs::path> find(const fs::path& style, const fs::path& wanted) {
  std::error_code error;
  for (const fs::path& folder : {style, style.parent_path()})
    if (fs::is_regular_file(folder / wanted, error)) return folder / wanted;
  return std::nullopt;
}

/// `Std.Grammar.PassiveVoice` is Std/Grammar/PassiveVoice.yml.
fs::path path_of(const std::string& rule) {
  fs::path path;
  for (std::size_t start = 0; start <= rule.size();) {
    const std::size_t end = std::min(rule.find('.', start), rule.size());
    const std::string part = rule.substr(start, end - start);
    if (part.empty() || part.find_first_of("/\\") != std::string::npos)
      throw StyleError("extends “" + rule + "”, which is not the name of a rule");
    path /= part;
    start = end + 1;
  }
  return path += ".yml";
}

void add(Json& all, const Json& more) {
  if (all.is_object() && more.is_object()) return all.update(more);
  if (!all.is_array()) all = all.is_null() ? Json::array() : Json::array({all});
  for (const Json& each : more.is_array() ? more : Json::array({more})) all.push_back(each);
}

void remove(Json& all, const Json& those) {
  for (const Json& each : those.is_array() ? those : Json::array({those})) {
    if (all.is_object() && each.is_string()) all.erase(each.get<std::string>());
    if (all.is_array()) all.erase(std::remove(all.begin(), all.end(), each), all.end());
  }
}

/// `fields` laid over a rule: `key+` and `key-` edit what the rule has, any other key replaces it.
Json laid_over(Json rule, const Json& fields) {
  for (const auto& [key, value] : fields.items()) {
    const char last = key.empty() ? '\0' : key.back();
    if (key == "extends") continue;
    if (last != '+' && last != '-') {
      rule[key] = value;
      continue;
    }
    Json& edited = rule[key.substr(0, key.size() - 1)];
    last == '+' ? add(edited, value) : remove(edited, value);
  }
  return rule;
}

Json inherited(Json fields, const fs::path& style, int generation = 0) {
  constexpr int most = 10;
  const std::string extends = text_of(fields, "extends");
  if (extends.find('.') == std::string::npos) return fields;
  if (generation == most) throw StyleError("extends a rule that extends another, more than ten times");
  const auto parent = find(style, path_of(extends));
  if (!parent) throw StyleError("extends “" + extends + "”, a rule that is not beside the style");
  return laid_over(inherited(read_rule(*parent), style, generation + 1), fields);
}

}  // namespace

Json resolved(Json fields, const fs::path& style) {
  if (!fields.is_object()) return fields;
  Json rule = inherited(std::move(fields), style);
  const fs::path script = text_of(rule, "script");
  if (script.extension() != ".tengo") return rule;
  if (const auto file = find(style, "config/scripts" / script.filename())) rule["script"] = read_file(*file);
  return rule;
}

}  // namespace herold::vale
