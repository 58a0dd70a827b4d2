#include "herold/canonical_json.h"

#include <map>
#include <string_view>

#include "pack/canonical_writer.h"
#include "pack/member.h"

namespace herold {
namespace pack {
namespace {

void write_string(std::string_view text, std::string& out) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += '"';
}

bool write(const Json& value, std::string& out);

bool write_object(const Json& object, std::string& out) {
  std::map<std::string_view, const Json*> members;
  for (const auto& [key, value] : object.items()) members.emplace(key, &value);
  std::string_view separator;
  out += '{';
  for (const auto& [key, value] : members) {
    out += separator;
    separator = ",";
    write_string(key, out);
    out += ':';
    if (!write(*value, out)) return false;
  }
  out += '}';
  return true;
}

bool write_array(const Json& array, std::string& out) {
  std::string_view separator;
  out += '[';
  for (const Json& value : array) {
    out += separator;
    separator = ",";
    if (!write(value, out)) return false;
  }
  out += ']';
  return true;
}

bool write(const Json& value, std::string& out) {
  if (value.is_number_float()) return false;
  if (value.is_object()) return write_object(value, out);
  if (value.is_array()) return write_array(value, out);
  if (value.is_string())
    write_string(value.get_ref<const std::string&>(), out);
  else if (value.is_boolean())
    out += value.get<bool>() ? "true" : "false";
  else if (value.is_null())
    out += "null";
  else if (value.is_number_unsigned())
    out += std::to_string(value.get<std::uint64_t>());
  else
    out += std::to_string(value.get<std::int64_t>());
  return true;
}

}  // namespace

std::optional<std::string> canonical(const Json& value) {
  std::string out;
  if (!write(value, out)) return std::nullopt;
  return out;
}

}  // namespace pack

std::optional<std::string> canonical_json(std::string_view json) {
  const auto document = pack::parse_json(json, pack::document_limits);
  const auto* value = std::get_if<pack::Json>(&document);
  return value ? pack::canonical(*value) : std::nullopt;
}

}  // namespace herold
