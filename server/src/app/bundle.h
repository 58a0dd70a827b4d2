// The bundle: what the devices of a channel receive (contract, section 6).
#pragma once

#include <map>
#include <string>

#include "app/source.h"
#include "store/store.h"

namespace herold::app {

// What lets devices write short links: `settings.shortLinks` becomes the base, each item gets its `slug`.
struct ShortLinks {
  std::string base;  // "https://HOST/r/"; empty: devices share the pages' own addresses
  std::map<std::string, std::string> slugs;  // by item
};

// `pack` is the source's as clients receive it (herold::Sealer), with all content and what the interface
// needs; both `pack` and `pages` are JSON.
std::string bundle_text(const Source& source, const store::Publication& publication, const std::string& pack,
                        const std::string& pages, const ShortLinks& links);

}  // namespace herold::app
