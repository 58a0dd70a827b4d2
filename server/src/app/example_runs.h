// What the examples of the working pack say, kept from one look to the next: the same text always gives the
// same report, and with 2,000 guidelines a run takes seconds.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "herold/examples.h"

namespace herold::app {

// Thread-safe. Who asks while a run is under way waits for it.
class ExampleRuns {
 public:
  std::shared_ptr<const TestReport> of(std::string_view pack);

 private:
  std::mutex mutex_;
  std::string hash_;  // of the last pack
  std::shared_ptr<const TestReport> report_;
};

}  // namespace herold::app
