#include <algorithm>

#include "herold/guideline.h"

namespace herold {
namespace {

template <typename Enum, std::size_t N>
std::optional<Enum> find_name(const std::array<std::string_view, N>& names, std::string_view wanted) {
  const auto at = std::find(names.begin(), names.end(), wanted);
  if (at == names.end()) return std::nullopt;
  return static_cast<Enum>(at - names.begin());
}

}  // namespace

std::string_view name(Severity severity) { return severity_names[static_cast<std::size_t>(severity)]; }
std::string_view name(Kind kind) { return kind_names[static_cast<std::size_t>(kind)]; }
std::string_view name(Network network) { return network_names[static_cast<std::size_t>(network)]; }

std::optional<Severity> parse_severity(std::string_view text) {
  return find_name<Severity>(severity_names, text);
}
std::optional<Kind> parse_kind(std::string_view text) { return find_name<Kind>(kind_names, text); }
std::optional<Network> parse_network(std::string_view text) {
  return find_name<Network>(network_names, text);
}

}  // namespace herold
