#include "vale/rule.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace herold::vale {
namespace {

const Json nothing = Json::object();

std::string trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(blanks) - first + 1));
}

[[noreturn]] void refuse(std::string_view key, std::string_view wanted) {
  throw Unsupported("“" + std::string(key) + "” is not " + std::string(wanted));
}

/// What a scope selects: parts joined by `&`, each perhaps negated, with details after full stops.
std::string selected(const std::string& scope) {
  std::string found = "text";
  for (std::size_t start = 0; start < scope.size();) {
    const std::size_t end = std::min(scope.find('&', start), scope.size());
    const std::string part = trimmed(scope.substr(start, end - start));
    if (!part.empty() && part.front() != '~') found = part.substr(0, part.find('.'));
    start = end + 1;
  }
  return found;
}

}  // namespace

const Json* Rule::value(std::string_view key) const {
  if (!fields_.is_object()) return nullptr;
  const auto found = fields_.find(std::string(key));
  return found == fields_.end() || found->is_null() ? nullptr : &*found;
}

std::string Rule::text(std::string_view key) const {
  const Json* found = value(key);
  if (found == nullptr) return {};
  if (!found->is_string()) refuse(key, "a text");
  return found->get<std::string>();
}

bool Rule::is_true(std::string_view key) const {
  constexpr std::array<std::string_view, 9> yes{"true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "1"};
  const std::string given = text(key);
  return std::find(yes.begin(), yes.end(), given) != yes.end();
}

double Rule::number(std::string_view key) const { return std::strtod(text(key).c_str(), nullptr); }

std::vector<std::string> Rule::texts(std::string_view key) const {
  std::vector<std::string> all = all_texts(key);
  all.erase(std::remove_if(all.begin(), all.end(), [](const auto& text) { return trimmed(text).empty(); }),
            all.end());
  return all;
}

std::vector<std::string> Rule::all_texts(std::string_view key) const {
  const Json* found = value(key);
  if (found == nullptr) return {};
  std::vector<std::string> all;
  const auto add = [&](const Json& item) {
    if (item.is_null()) return;
    if (!item.is_string()) refuse(key, "a list of texts");
    all.push_back(item.get<std::string>());
  };
  if (!found->is_array()) add(*found);
  if (found->is_array()) std::for_each(found->begin(), found->end(), add);
  return all;
}

std::vector<std::pair<std::string, std::string>> Rule::map(std::string_view key) const {
  const Json* found = value(key);
  if (found == nullptr) return {};
  std::vector<std::pair<std::string, std::string>> all;
  const auto add = [&](const Json& map) {
    if (!map.is_object()) refuse(key, "a map");
    for (const auto& [from, to] : map.items()) {
      if (!to.is_string() && !to.is_null()) refuse(key, "a map of texts");
      all.emplace_back(from, to.is_null() ? "" : to.get<std::string>());
    }
  };
  if (!found->is_array()) add(*found);
  if (found->is_array()) std::for_each(found->begin(), found->end(), add);
  return all;
}

Rule Rule::inner(std::string_view key) const {
  const Json* found = value(key);
  return Rule(found == nullptr ? nothing : *found);
}

std::vector<Rule> Rule::inners(std::string_view key) const {
  const Json* found = value(key);
  if (found == nullptr) return {};
  if (!found->is_array()) refuse(key, "a list");
  std::vector<Rule> all;
  for (const Json& item : *found) {
    if (!item.is_object()) refuse(key, "a list of maps");
    all.emplace_back(item);
  }
  return all;
}

Scope scope_of(const Rule& rule) {
  std::vector<std::string> scopes;
  for (const std::string& scope : rule.texts("scope")) scopes.push_back(selected(scope));
  const auto has = [&](std::string_view name) {
    return std::find(scopes.begin(), scopes.end(), name) != scopes.end();
  };
  if (has("raw") || has("summary")) return {"draft"};
  if (scopes.empty() || has("text")) return {"draft", true};
  if (has("paragraph")) return {"paragraph"};
  if (has("sentence")) return {"sentence"};
  if (has("heading")) return {"draft", false, Place::heading};
  throw Unsupported("is about “" + scopes.front() + "”, which a post does not have");
}

}  // namespace herold::vale
