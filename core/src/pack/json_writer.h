// Writes JSON as one line, keys in the order in which they come, without a document in between.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace herold::pack {

class JsonWriter {
 public:
  JsonWriter& begin_object() { return begin('{'); }
  JsonWriter& end_object() { return end('}'); }
  JsonWriter& begin_array() { return begin('['); }
  JsonWriter& end_array() { return end(']'); }
  /// Of an object's next member.
  JsonWriter& key(std::string_view name);

  /// `text` is valid UTF-8.
  JsonWriter& string(std::string_view text);
  JsonWriter& number(std::int64_t value);
  /// To millionths.
  JsonWriter& decimal(double value);
  JsonWriter& boolean(bool value);

  JsonWriter& member(std::string_view name, std::string_view text) { return key(name).string(text); }
  JsonWriter& member(std::string_view name, std::int64_t value) { return key(name).number(value); }
  /// Nothing where `text` is empty.
  JsonWriter& optional_member(std::string_view name, std::string_view text) {
    return text.empty() ? *this : member(name, text);
  }

  std::string take() { return std::move(text_); }

 private:
  JsonWriter& begin(char bracket);
  JsonWriter& end(char bracket);
  // A value follows: a comma in front, if need be.
  void separate();
  void quote(std::string_view text);
  // Of what may not stand in a string as it is.
  void escape(char c);

  std::string text_;
};

}  // namespace herold::pack
