// A list in one text column: behind each value stands `end`, which no value holds.
#pragma once

#include <sstream>
#include <string>
#include <vector>

namespace herold::store {

inline std::string joined(const std::vector<std::string>& values, char end) {
  std::string text;
  for (const std::string& value : values) text += value + end;
  return text;
}

inline std::vector<std::string> parted(const std::string& text, char end) {
  std::vector<std::string> values;
  std::istringstream in(text);
  for (std::string value; std::getline(in, value, end);) values.push_back(value);
  return values;
}

}  // namespace herold::store
