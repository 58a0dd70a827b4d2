// A device that follows the published files with the core's own client, signatures checked by libsodium.
#pragma once

#include <string>

#include "app/application.h"
#include "herold/update.h"

namespace herold::testing {

class TufClient {
 public:
  TufClient(app::Application& herold, std::string root, std::string channel)
      : herold_(herold),
        channel_(std::move(channel)),
        trusted_{.root = std::move(root), .timestamp = {}, .snapshot = {}, .targets = {}} {}

  struct Outcome {
    std::string bundle;   // empty: the one in force is current
    std::string refused;  // "role code: message"; empty: accepted
  };
  Outcome update(app::Seconds now);

 private:
  update::Fetched fetch(const std::string& path);

  app::Application& herold_;
  std::string channel_;
  update::Trusted trusted_;
  std::optional<update::InForce> in_force_;
};

}  // namespace herold::testing
