// Events and steps of a bundle update as JSON, for callers across a language boundary (wasm/ts/src/update.ts
// declares the same types). Fetched bytes travel beside the event.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "herold/update.h"

namespace herold::update {

using Event = std::variant<BundleRequest, Answer>;

/// Empty when the event is not one.
std::optional<Event> parse_event(std::string_view json, std::string_view bytes);

std::string step_json(const Step& step, const Trusted& trusted, const std::optional<InForce>& in_force);

}  // namespace herold::update
