// A document as nlohmann's library has it, to compare and to print.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "pack/json.h"

namespace herold::pack {

using Nlohmann = nlohmann::ordered_json;

inline Nlohmann to_nlohmann(Json value) {
  switch (value.type()) {
    case Json::Type::null:
      return nullptr;
    case Json::Type::boolean:
      return value.is_true();
    case Json::Type::number:
      if (const auto integer = value.integer()) return *integer;
      return value.number();
    case Json::Type::string:
      return std::string(value.text());
    case Json::Type::array: {
      Nlohmann array = Nlohmann::array();
      for (const Json each : value) array.push_back(to_nlohmann(each));
      return array;
    }
    case Json::Type::object:
      break;
  }
  Nlohmann object = Nlohmann::object();
  for (const Json each : value) object.emplace(each.key(), to_nlohmann(each));
  return object;
}

}  // namespace herold::pack
