// A publication as JSON, for its own resource and the overview.
#pragma once

#include "app/publications.h"
#include "http/fields.h"

namespace herold::http {

Json to_json(const store::Publication& publication);

}  // namespace herold::http
