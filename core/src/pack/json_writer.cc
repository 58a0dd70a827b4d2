#include "pack/json_writer.h"

#include <cmath>

#include "pack/plain_text.h"

namespace herold::pack {

void JsonWriter::separate() {
  if (text_.empty()) return;
  const char last = text_.back();
  if (last != '{' && last != '[' && last != ':') text_ += ',';
}

JsonWriter& JsonWriter::begin(char bracket) {
  separate();
  text_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::end(char bracket) {
  text_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  string(name);
  text_ += ':';
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view text) {
  separate();
  quote(text);
  return *this;
}

void JsonWriter::quote(std::string_view text) {
  text_ += '"';
  for (std::size_t at = 0;; ++at) {
    const std::size_t end = end_of_plain(text, at);
    text_ += text.substr(at, end - at);
    at = end;
    if (at == text.size()) break;
    escape(text[at]);
  }
  text_ += '"';
}

void JsonWriter::escape(char c) {
  constexpr std::string_view short_escapes = "\b\f\n\r\t\"\\", letters = "bfnrt\"\\";
  constexpr std::string_view digits = "0123456789abcdef";
  text_ += '\\';
  if (const std::size_t known = short_escapes.find(c); known != std::string_view::npos) {
    text_ += letters[known];
    return;
  }
  text_ += c < 0x10 ? "u000" : "u001";
  text_ += digits[c & 0xF];
}

JsonWriter& JsonWriter::number(std::int64_t value) {
  separate();
  text_ += std::to_string(value);
  return *this;
}

JsonWriter& JsonWriter::decimal(double value) {
  constexpr std::uint64_t millionths = 1'000'000;
  separate();
  if (value < 0) text_ += '-';
  const auto size = static_cast<std::uint64_t>(std::llround(std::fabs(value) * millionths));
  std::string fraction = std::to_string(millionths + size % millionths);  // with a 1 in front
  while (fraction.size() > 2 && fraction.back() == '0') fraction.pop_back();
  fraction.front() = '.';
  text_ += std::to_string(size / millionths) + fraction;
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  separate();
  text_ += value ? "true" : "false";
  return *this;
}

}  // namespace herold::pack
