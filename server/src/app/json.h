// JSON as the use cases read and write it. Key order is kept, since people review and diff these documents.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "app/result.h"
#include "herold/pack.h"

namespace herold::app {

using Json = nlohmann::ordered_json;

struct JsonLimits {
  static constexpr std::size_t levels = PackLimits::levels;  // keeps recursion bounded
};

// The byte where brackets outside of strings nest deeper than that; parsers would only stop at the end of
// their stack.
std::optional<std::size_t> too_deep(std::string_view text, std::size_t levels);

// An object, or `invalid` with what is wrong with `what` ("the guideline").
Result<Json> parse_object(std::string_view text, const std::string& what);

// For texts of our own store, which parsed before.
Json stored(std::string_view text);

// Equal whatever the order of keys.
bool same_json(std::string_view a, std::string_view b);

// [a-z0-9.-]+ and at most 128 characters: guidelines, content items, packs.
bool is_id(std::string_view text);

// [a-z0-9][a-z0-9-]* and at most 64 characters: organisation, roles, groups, channels, topics.
bool is_slug(std::string_view text);

// An http or https address of at most 2,000 bytes, without blanks, without user or password, and without
// characters that only turn the direction in which it is read (RFC 3987, 4.1).
bool is_http_url(std::string_view text);
// Such an address of a whole server: nothing behind host and port but a slash.
bool is_origin_url(std::string_view text);

// A text, or a map of at least one language tag to text; no text empty.
bool is_labels(const Json& json);

// A text member, or "" when it is missing or something else.
std::string text_of(const Json& object, const char* key);

// Whether any text inside, keys left out, holds the query; ASCII letters without case.
bool contains_text(const Json& json, const std::string& lower_case_query);

// Code points of UTF-8, as JSON Schema counts the length of a text.
std::size_t characters(std::string_view text);

// For a line of plain text that a person enters: no control characters, no more than `longest` characters.
bool is_line(std::string_view text, std::size_t longest);

}  // namespace herold::app
