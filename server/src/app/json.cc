#include "app/json.h"

#include <algorithm>
#include <array>

#include "app/limits.h"
#include "herold/ascii.h"
#include "herold/language_tag.h"
#include "text/utf8.h"

namespace herold::app {
namespace {

// Marks, embeddings, overrides and isolates.
bool is_turned(std::string_view text) {
  constexpr std::array<std::string_view, 12> kTurning = {"\u061c", "\u200e", "\u200f", "\u202a",
                                                         "\u202b", "\u202c", "\u202d", "\u202e",
                                                         "\u2066", "\u2067", "\u2068", "\u2069"};
  return std::any_of(kTurning.begin(), kTurning.end(),
                     [&](std::string_view one) { return text.find(one) != std::string_view::npos; });
}

// nlohmann's message without its own name and number.
std::string reason_of(const nlohmann::json::exception& failure) {
  const std::string text = failure.what();
  const auto end = text.find("] ");
  return end == std::string::npos ? text : text.substr(end + 2);
}

bool is_slug_character(char c) { return ascii::is_lower(c) || ascii::is_digit(c) || c == '-'; }

}  // namespace

std::optional<std::size_t> too_deep(std::string_view text, std::size_t levels) {
  std::size_t depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '\\')
      ++i;
    else if (c == '"')
      quoted = !quoted;
    else if (quoted)
      continue;
    else if ((c == '[' || c == '{') && ++depth > levels)
      return i;
    else if ((c == ']' || c == '}') && depth > 0)
      --depth;
  }
  return std::nullopt;
}

Result<Json> parse_object(std::string_view text, const std::string& what) {
  if (too_deep(text, JsonLimits::levels)) {
    return Error{ErrorCode::invalid,
                 what + " is nested deeper than " + std::to_string(JsonLimits::levels) + " levels"};
  }
  try {
    Json json = Json::parse(text);
    if (!json.is_object()) return Error{ErrorCode::invalid, what + " must be a JSON object"};
    return json;
  } catch (const nlohmann::json::exception& failure) {
    return Error{ErrorCode::invalid, what + " is not JSON: " + reason_of(failure)};
  }
}

Json stored(std::string_view text) { return Json::parse(text); }

bool same_json(std::string_view a, std::string_view b) {
  return a == b || nlohmann::json::parse(a) == nlohmann::json::parse(b);
}

bool is_id(std::string_view text) {
  if (text.empty() || text.size() > InputLimits::id) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return is_slug_character(c) || c == '.'; });
}

bool is_slug(std::string_view text) {
  if (text.empty() || text.size() > InputLimits::slug || text.front() == '-') return false;
  return std::all_of(text.begin(), text.end(), is_slug_character);
}

bool is_http_url(std::string_view text) {
  const std::string lower = ascii::to_lower(text);
  std::size_t host = 0;
  if (lower.starts_with("https://")) host = 8;
  if (lower.starts_with("http://")) host = 7;
  if (host == 0 || text.size() > InputLimits::url || text.size() == host || text[host] == '/') return false;
  // "https://www.acme.example@evil.example/" leads elsewhere than it seems to, and so does a backslash to
  // some.
  const std::string_view authority = text.substr(host, text.find_first_of("/?#", host) - host);
  if (authority.find_first_of("@\\") != std::string_view::npos || is_turned(text)) return false;
  return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) <= 0x20; });
}

bool is_origin_url(std::string_view text) {
  if (!is_http_url(text)) return false;
  const std::size_t end = text.find_first_of("/?#", text.find("://") + 3);
  return end == std::string_view::npos || (text[end] == '/' && end + 1 == text.size());
}

bool is_labels(const Json& json) {
  if (json.is_string()) return !json.get_ref<const std::string&>().empty();
  if (!json.is_object() || json.empty()) return false;
  for (const auto& [language, label] : json.items()) {
    if (!is_language_tag(language) || !label.is_string() || label.get_ref<const std::string&>().empty())
      return false;
  }
  return true;
}

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

bool contains_text(const Json& json, const std::string& lower_case_query) {
  if (json.is_string()) {
    return ascii::to_lower(json.get_ref<const std::string&>()).find(lower_case_query) != std::string::npos;
  }
  if (!json.is_structured()) return false;
  return std::any_of(json.begin(), json.end(),
                     [&](const Json& part) { return contains_text(part, lower_case_query); });
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), text::is_continuation)));
}

bool is_line(std::string_view text, std::size_t longest) {
  return characters(text) <= longest && std::none_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
         });
}

}  // namespace herold::app
