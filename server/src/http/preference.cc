#include "http/preference.h"

#include <algorithm>

#include "app/json.h"
#include "herold/ascii.h"
#include "http/list_header.h"

namespace herold::http {
namespace {

// "0.5" → 500, "1" → 1000; what is malformed counts as not acceptable.
int thousandths(std::string_view weight) {
  if (weight.empty() || weight.size() > 5 || (weight[0] != '0' && weight[0] != '1')) return 0;
  int value = (weight[0] - '0') * 1000;
  if (weight.size() == 1) return value;
  if (weight[1] != '.') return 0;
  int place = 100;
  for (const char c : weight.substr(2)) {
    if (c < '0' || c > '9') return 0;
    value += (c - '0') * place;
    place /= 10;
  }
  return value > 1000 ? 0 : value;
}

Preference read_preference(std::string_view item) {
  const std::size_t semicolon = item.find(';');
  Preference preference{.value = trim(item.substr(0, semicolon))};
  if (semicolon == std::string_view::npos) return preference;
  const std::string_view parameter = trim(item.substr(semicolon + 1));
  const bool is_weight = parameter.starts_with("q=") || parameter.starts_with("Q=");
  preference.weight = is_weight ? thousandths(parameter.substr(2)) : 0;
  return preference;
}

}  // namespace

std::vector<Preference> read_preferences(std::string_view header) {
  std::vector<Preference> preferences;
  while (!header.empty()) preferences.push_back(read_preference(take_item(header, ',')));
  return preferences;
}

std::string_view preferred_language(std::string_view accept_language,
                                    const std::vector<std::string_view>& offered) {
  std::string_view best = offered.front();
  int weight = 0;
  for (const Preference& wish : read_preferences(accept_language)) {
    const std::string base = ascii::to_lower(wish.value.substr(0, wish.value.find('-')));
    const auto found = std::find(offered.begin(), offered.end(), base);
    if (found == offered.end() || wish.weight <= weight) continue;
    best = *found;
    weight = wish.weight;
  }
  return best;
}

}  // namespace herold::http
