#include "app/outage.h"

#include <spdlog/spdlog.h>

#include "app/log_value.h"

namespace herold::app {

void Outage::note(const Error* failure) {
  if (failing_.exchange(failure != nullptr) == (failure != nullptr)) return;
  if (failure)
    spdlog::error("event={} what={}", begins_, log_value(failure->message));
  else
    spdlog::info("event={}", ends_);
}

}  // namespace herold::app
