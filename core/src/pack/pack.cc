#include "herold/pack.h"

#include <utility>

#include "pack/pack_reader.h"

namespace herold {

Result<Pack> load_pack(std::string_view json, Audience audience) {
  auto read = pack::read_pack(json, audience);
  if (!read) return read.error();
  Pack loaded{std::move(read->id),
              std::move(read->title),
              std::move(read->default_language),
              {},
              std::move(read->problems),
              std::move(read->warnings),
              nullptr};
  for (const Guideline& guideline : read->compiled->guidelines) {
    loaded.guidelines.push_back({guideline.id, guideline.severity, guideline.kind()});
  }
  loaded.checker = std::make_shared<const Checker>(std::move(read->compiled));
  return loaded;
}

}  // namespace herold
