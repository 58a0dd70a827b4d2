// One request under way: what libcurl asks and tells meanwhile, and what has come of it.
#pragma once

#include <curl/curl.h>

#include <atomic>
#include <cstddef>
#include <optional>

#include "outgoing/client.h"

namespace herold::outgoing {

struct Transfer {
  const Openings& openings;
  const Limits& limits;
  const std::atomic<bool>& stopping;
  Response response = {};
  std::size_t head_bytes = 0;
  bool too_large = false;
  std::optional<Failure> refusal = {};
};

// Every address is judged before a socket connects to it, every limit kept; `transfer` must outlive the
// handle's use.
void set_callbacks(CURL* curl, Transfer& transfer);

}  // namespace herold::outgoing
