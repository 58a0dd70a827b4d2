#include "app/example_runs.h"

#include <utility>

#include "app/crypto.h"

namespace herold::app {

std::shared_ptr<const TestReport> ExampleRuns::of(std::string_view pack) {
  std::string hash = sha256(pack);
  const std::scoped_lock lock(mutex_);
  if (hash == hash_) return report_;
  report_ = std::make_shared<const TestReport>(test_pack(pack));
  hash_ = std::move(hash);
  return report_;
}

}  // namespace herold::app
