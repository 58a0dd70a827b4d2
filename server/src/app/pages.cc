#include "app/pages.h"

#include <algorithm>

#include "app/json.h"

namespace herold::app {
namespace {

bool is_text(const Json& value) { return value.is_string() && !value.get_ref<const std::string&>().empty(); }

bool is_composer(const Json& rule) {
  if (!rule.is_object() || !rule.contains("selector") || !is_text(rule["selector"])) return false;
  if (rule.contains("within") && !is_text(rule["within"])) return false;
  const std::string place = text_of(rule, "place");
  return place == "post" || place == "comment";
}

template <class IsEntry>
Result<void> expect_list(const Json& page, const std::string& pointer, const char* key, const char* wanted,
                         IsEntry is_entry) {
  const auto list = page.find(key);
  if (list == page.end() || !list->is_array())
    return Error{ErrorCode::invalid, std::string("expected “") + key + "”, a list of " + wanted, pointer};
  const auto wrong = std::find_if_not(list->begin(), list->end(), is_entry);
  if (wrong == list->end()) return {};
  const auto index = std::to_string(wrong - list->begin());
  return Error{ErrorCode::invalid, std::string("expected ") + wanted, pointer + "/" + key + "/" + index};
}

Result<void> check_page(const Json& page, const std::string& pointer) {
  if (!page.is_object()) return Error{ErrorCode::invalid, "expected an object", pointer};
  for (const char* key : {"hosts", "skip", "never"})
    if (auto checked = expect_list(page, pointer, key, "texts", is_text); !checked) return checked;
  return expect_list(page, pointer, "composers", "objects with “place” (post or comment) and “selector”",
                     is_composer);
}

}  // namespace

Result<std::string> read_pages(std::string_view text) {
  if (text.size() > PagesLimits::bytes)
    return Error{ErrorCode::invalid, "larger than " + std::to_string(PagesLimits::bytes) + " bytes"};
  auto pages = parse_object(text, "the description of the pages");
  if (!pages) return pages.error();
  for (const auto& [network, page] : pages->items())
    if (auto checked = check_page(page, "/" + network); !checked) return checked.error();
  return pages->dump();
}

}  // namespace herold::app
