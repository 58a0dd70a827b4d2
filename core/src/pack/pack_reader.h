// A pack's JSON, read and compiled.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "check/compiled_pack.h"
#include "herold/pack.h"

namespace herold::pack {

struct ReadPack {
  std::string id;
  LocalizedText title;
  std::string default_language;
  std::unique_ptr<const CompiledPack> compiled;
  std::vector<std::size_t> places;  // by guideline: where it stands in the document's list
  std::vector<Problem> problems;    // for a client the first of each guideline, for a publisher all
  std::vector<Problem> warnings;    // for a publisher
};

Result<ReadPack> read_pack(std::string_view json, Audience audience);

}  // namespace herold::pack
