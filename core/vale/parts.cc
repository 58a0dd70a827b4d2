#include "vale/parts.h"

#include <string>

#include "vale/expression.h"
#include "vale/pattern.h"
#include "vale/rule.h"

namespace herold::vale {
namespace {

bool has_own_exceptions(const std::string& expression, const Rule& rule) {
  const Bounds bounds = rule.is_true("nonword") ? Bounds::none : Bounds::word;
  try {
    return !patterns_of(parse_expression(expression), bounds, scope_of(rule).place).exceptions.empty();
  } catch (const Unsupported&) {
    return false;  // told when it is carried over
  }
}

/// Under the key that lists what the rule looks for.
struct Items {
  const char* key = nullptr;
  std::vector<Json> shared{}, alone{};
};

Items items_of(const Rule& rule) {
  Items items;
  const auto add = [&](const std::string& expression, Json item) {
    (has_own_exceptions(expression, rule) ? items.alone : items.shared).push_back(std::move(item));
  };
  if (rule.text("extends") == "existence" && !rule.has("raw")) {
    items.key = "tokens";
    for (const std::string& token : rule.texts("tokens")) add(token, token);
  } else if (rule.text("extends") == "substitution") {
    items.key = "swap";
    for (const auto& [from, to] : rule.map("swap")) add(from, {{from, to}});
  }
  return items;
}

}  // namespace

std::vector<Json> parts_of(const Json& fields) {
  const Items items = items_of(Rule(fields));
  if (items.alone.empty() || items.shared.size() + items.alone.size() < 2) return {fields};
  std::vector<Json> parts;
  const auto add = [&](Json some) {
    parts.push_back(fields);
    parts.back()[items.key] = std::move(some);
  };
  if (!items.shared.empty()) add(items.shared);
  for (const Json& item : items.alone) add(Json::array({item}));
  return parts;
}

}  // namespace herold::vale
