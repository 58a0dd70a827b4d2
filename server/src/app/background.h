// Work that no request waits for.
#pragma once

#include <spdlog/spdlog.h>

#include <exception>
#include <string_view>

#include "app/log_value.h"

namespace herold::app {

/// Whatever `work` throws is told in the log as `event`, and ends neither its thread nor the process: the
/// next turn tries again.
template <class Work>
void in_background(std::string_view event, Work work) {
  try {
    work();
  } catch (const std::exception& error) {
    spdlog::error("event={} what={}", event, log_value(error.what()));
  }
}

}  // namespace herold::app
