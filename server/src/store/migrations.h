// The schema's history. Each step is one file of migrations/, run once, in order, inside one transaction.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "app/result.h"
#include "store/connection.h"

namespace herold::store {

std::span<const char* const> migrations();

// Brings the schema up to date; says so when it is newer than this program.
std::optional<app::Error> migrate(Connection& connection, const std::string& description);

}  // namespace herold::store
