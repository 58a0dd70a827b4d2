// A client with its stored state, and the words in which tests speak of how an update ended.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "simulator.h"

namespace herold::update::testing {

/// Has enrolled with the repository's first root and keeps its state from run to run.
struct Device {
  explicit Device(const Simulator& repository) { trusted.root = repository.files.at("metadata/1.root.json"); }

  Step update(Simulator& repository) {
    BundleUpdate update({organisation, channel, clock, trusted, in_force, pin});
    const Step end = finish(update, update.start(), repository);
    trusted = update.trusted();
    in_force = update.in_force();
    if (const auto* done = std::get_if<Done>(&end); done && done->content) bundle = *done->content;
    return end;
  }

  std::int64_t revision() const { return in_force ? in_force->revision : 0; }

  std::string organisation = "acme", channel = "pilot", bundle;
  Instant clock = now;
  Trusted trusted;
  std::optional<InForce> in_force;
  std::optional<Pin> pin;
};

/// "done", or code and role of the refusal.
inline std::string outcome(const Step& step) {
  if (std::holds_alternative<Done>(step)) return "done";
  const auto* refused = std::get_if<Refused>(&step);
  if (!refused) return "not ended";
  EXPECT_FALSE(refused->message.empty());
  return std::string(name(refused->code)) + " " + std::string(name(refused->role));
}

inline std::int64_t version_of(const std::string& metadata) {
  return json::parse(metadata)["signed"]["version"].get<std::int64_t>();
}

/// The device has taken revision 1; revision 2 is published, for tests to break something.
class UpdateTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(outcome(device.update(repository)), "done");
    ASSERT_EQ(device.revision(), 1);
    first_files = repository.files;
    repository.publish_bundle(2);
    repository.fetched.clear();
  }

  void expect_refused(const std::string& expected) {
    const std::string bundle = device.bundle;
    EXPECT_EQ(outcome(device.update(repository)), expected);
    EXPECT_EQ(device.revision(), 1);
    EXPECT_EQ(device.bundle, bundle);
  }

  void expect_taken(std::int64_t revision) {
    EXPECT_EQ(outcome(device.update(repository)), "done");
    EXPECT_EQ(device.revision(), revision);
  }

  /// Changes a published file without signing it again.
  void tamper(const std::string& role, const std::function<void(json&)>& edit) {
    std::string& text = repository.file(repository.path(role));
    json document = json::parse(text);
    edit(document);
    text = document.dump();
  }

  /// Changes what a role says, signs it, and announces it all the way up.
  void publish_edited(const std::string& role, const std::function<void(json&)>& edit) {
    static const std::vector<std::string> order{"targets", "snapshot", "timestamp"};
    edit(repository.part(role));
    for (auto at = std::find(order.begin(), order.end(), role); at != order.end(); ++at)
      repository.publish(*at);
  }

  Simulator repository;
  Device device{repository};
  std::map<std::string, std::string> first_files;
};

}  // namespace herold::update::testing
