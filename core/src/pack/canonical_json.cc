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

bool write(Json value, std::string& out);

bool write_object(Json object, std::string& out) {
  std::map<std::string_view, Json> members;
  for (const Json member : object) members.emplace(member.key(), member);
  std::string_view separator;
  out += '{';
  for (const auto& [key, value] : members) {
    out += separator;
    separator = ",";
    write_string(key, out);
    out += ':';
    if (!write(value, out)) return false;
  }
  out += '}';
  return true;
}

bool write_array(Json array, std::string& out) {
  std::string_view separator;
  out += '[';
  for (const Json value : array) {
    out += separator;
    separator = ",";
    if (!write(value, out)) return false;
  }
  out += ']';
  return true;
}

bool write(Json value, std::string& out) {
  if (value.is_object()) return write_object(value, out);
  if (value.is_array()) return write_array(value, out);
  if (value.is_string()) {
    write_string(value.text(), out);
  } else if (value.is_number() && value.text().find_first_of(".eE") != std::string_view::npos) {
    return false;
  } else if (value.text() == "-0") {
    out += '0';
  } else {
    out += value.text();
  }
  return true;
}

}  // namespace

std::optional<std::string> canonical(Json value) {
  std::string out;
  if (!write(value, out)) return std::nullopt;
  return out;
}

}  // namespace pack

std::optional<std::string> canonical_json(std::string_view json) {
  const auto document = pack::parse_json(json, pack::document_limits);
  return document ? pack::canonical(document->root()) : std::nullopt;
}

}  // namespace herold
