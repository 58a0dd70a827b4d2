// Every bound of the HTTP surface, in one place (a WebSocket's own are in push/limits.h).
#pragma once

#include <chrono>
#include <cstddef>

#include "app/json.h"

namespace herold::http {

struct Limits {
  std::size_t header_bytes = 16 << 10;
  std::size_t stranger_bytes = 16 << 10;  // the body of who is not known yet: enrolling, signing in
  std::size_t body_bytes = 1 << 20;
  std::size_t pack_bytes = 16 << 20;  // imports and tests of whole packs
  std::size_t json_levels = app::JsonLimits::levels;
  std::size_t query_bytes = 200;  // a search

  std::chrono::seconds header_time{10};  // from the first byte of a request to the end of its head
  std::chrono::seconds body_time{60};
  std::chrono::seconds write_time{60};     // for each 256 KiB, since phones may be slow
  std::chrono::seconds idle_time{60};      // between two requests of a connection
  std::chrono::seconds linger_time{2};     // so that a client still sending reads why it was refused
  std::chrono::seconds shutdown_time{10};  // for answers under way
  std::chrono::seconds rest_time{2};       // of it, for the rest of requests that have begun

  std::size_t connections = 15'000;  // WebSockets included; below the usual 20,000 descriptors
  std::size_t sockets = 12'000;      // WebSockets
  std::size_t workers = 8;           // threads for what blocks: SQL, Argon2, compression

  std::size_t encoded_bodies = 256;        // compressed copies kept
  std::size_t smallest_to_compress = 256;  // bytes; below, headers outweigh the gain
};

}  // namespace herold::http
