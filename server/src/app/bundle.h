// The bundle: what the devices of a channel receive (contract, section 6).
#pragma once

#include <string>

#include "app/source.h"
#include "store/store.h"

namespace herold::app {

// `pack` is the source's as clients receive it (herold::Sealer), with all content and what the interface
// needs; both `pack` and `pages` are JSON.
std::string bundle_text(const Source& source, const store::Publication& publication, const std::string& pack,
                        const std::string& pages);

}  // namespace herold::app
