// The bundle: what the devices of a channel receive (contract, section 6).
#pragma once

#include <string>

#include "app/source.h"
#include "store/store.h"

namespace herold::app {

// The pack without examples, all content, and what the interface needs; `pages` is JSON.
std::string bundle_text(const Source& source, const store::Publication& publication,
                        const std::string& pages);

}  // namespace herold::app
