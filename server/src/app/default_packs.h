// Default packs: read-only packs that come with Herold, to copy guidelines from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/clock.h"
#include "app/result.h"
#include "store/store.h"

namespace herold::app {

struct DefaultPack {
  std::string id;
  std::string language;
  std::string title;  // JSON: a text or a map of texts
  std::int64_t guidelines = 0;
};

struct Copied {
  std::vector<std::string> copied;
  std::vector<std::string> skipped;  // the working pack has a guideline of that id already
};

class DefaultPacks {
 public:
  // `packs`: the texts of the packs (contract, section 2).
  DefaultPacks(store::Store& store, const Clock& clock, std::vector<std::string> packs);

  std::vector<DefaultPack> list() const;
  Result<std::string> document(std::string_view id) const;
  // All guidelines of the pack when `ids` is empty. Texts gain the working pack's default language where they
  // lack it, so that nothing copied is broken.
  Result<Copied> copy(std::string_view pack, const std::vector<std::string>& ids, std::string_view actor);

 private:
  store::Store& store_;
  const Clock& clock_;
  std::vector<std::string> packs_;
};

}  // namespace herold::app
