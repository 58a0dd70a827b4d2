// A value of a pack together with where it stands and who is told when it is wrong. The read_… functions
// record a problem and answer with an empty value: a reader goes on, so that an author sees all mistakes of a
// guideline at once.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/path.h"
#include "herold/pack.h"
#include "pack/json.h"

namespace herold::pack {

struct Diagnostics {
  bool wants_warnings = true;
  std::string guideline{};  // the one being read, by its id
  std::vector<Problem> problems{};
  std::vector<Problem> warnings{};
};

class Value {
 public:
  Value(Json document, Diagnostics& said) : json_(document), said_(&said) {}

  Json json() const { return json_; }
  std::string pointer() const { return path_.pointer(); }
  Diagnostics& said() const { return *said_; }

  /// Members and elements refer to this value, which must outlive them.
  std::optional<Value> member(std::string_view key) const;
  Value member(Json json) const { return {json, check::Path(path_, json.key()), *said_}; }
  Value element(Json json, std::size_t index) const { return {json, check::Path(path_, index), *said_}; }

  void problem(std::string message) const;
  void problem_at(std::string_view key, std::string message) const;
  void warn_at(std::string_view key, std::string message) const;

 private:
  Value(Json json, const check::Path& path, Diagnostics& said) : json_(json), path_(path), said_(&said) {}

  Json json_;
  check::Path path_;
  Diagnostics* said_;
};

std::string quote(std::string_view text);
/// `“a”, “b” or “c”`
std::string alternatives(const std::string_view* names, std::size_t count);

std::string read_string(const Value& value);
bool read_boolean(const Value& value);
std::uint32_t read_count(const Value& value);
/// Of any sign, as far as a double tells whole numbers apart: 2^53.
std::int64_t read_whole_number(const Value& value);
double read_number(const Value& value);
std::optional<Instant> read_instant(const Value& value);
std::string read_web_address(const Value& value);
std::string read_language(const Value& value);

/// Whether the value is an object; a problem when not.
bool is_object(const Value& value);

enum class Length { any, at_least_one };

template <typename Read>
auto read_list(const Value& value, Length length, Read read) {
  std::vector<decltype(read(value))> list;
  if (!value.json().is_array()) {
    value.problem("must be a list");
    return list;
  }
  if (value.json().empty() && length == Length::at_least_one) value.problem("must not be empty");
  list.reserve(value.json().size());
  std::size_t index = 0;
  for (const Json each : value.json()) list.push_back(read(value.element(each, index++)));
  return list;
}

std::vector<std::string> read_strings(const Value& value, Length length);

/// The place of the text among the names; their order is that of the enumeration.
template <typename Enum, typename Names>
Enum read_choice(const Value& value, const Names& names) {
  if (value.json().is_string()) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (names[i] == value.json().text()) return static_cast<Enum>(i);
    }
  }
  value.problem(
      (value.json().is_string() ? quote(value.json().text()) + " is not known; it " : std::string()) +
      "must be " + alternatives(names.data(), names.size()));
  return Enum{};
}

enum class UnknownKey { warns, breaks };

/// A mistyped key is kept and ignored where that is harmless, and told of with the nearest key that exists.
void expect_keys(const Value& object, std::initializer_list<std::string_view> known, UnknownKey unknown);
void expect_keys(const Value& object, std::span<const std::string_view> known, UnknownKey unknown);

}  // namespace herold::pack
