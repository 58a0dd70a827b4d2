#include "http/list_header.h"

namespace herold::http {

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string_view take_item(std::string_view& list, char separator) {
  const std::string_view item = list.substr(0, list.find(separator));
  list.remove_prefix(item.size() == list.size() ? item.size() : item.size() + 1);
  return trim(item);
}

}  // namespace herold::http
