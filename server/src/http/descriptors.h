// Each connection takes a file descriptor, and so does the database.
#pragma once

#include <cstddef>

#include "http/limits.h"

namespace herold::http {

// Raises the process's limit of open files as far as it may, and returns it.
std::size_t raise_descriptor_limit();

// The limits with no more connections than fit: some descriptors stay for the database, feeds and files, and
// some connections for who holds no WebSocket.
Limits fitting(Limits limits, std::size_t descriptors);

}  // namespace herold::http
