// Every way in which a repository, or whoever stands before it, may try to mislead a client. The last good
// bundle stays in force each time.
#include "device.h"

namespace herold::update::testing {
namespace {

const std::vector<std::string> online_roles{"timestamp", "snapshot", "targets"};

TEST_F(UpdateTest, RefusesAChangedByteInTheBundle) {
  repository.file(repository.bundle_path())[20] ^= 1;
  expect_refused("mismatch bundle");
}

TEST_F(UpdateTest, RefusesAChangedByteInMetadata) {
  tamper("timestamp", [](json& file) { file["signed"]["x"] = 1; });
  expect_refused("signatures timestamp");
  repository.publish_bundle(3);
  tamper("snapshot", [](json& file) { file["signed"]["expires"] = "2030-01-01T00:00:01Z"; });
  expect_refused("mismatch snapshot");
  repository.publish_bundle(4);
  tamper("targets", [](json& file) { file["signed"]["expires"] = "2030-01-01T00:00:01Z"; });
  expect_refused("mismatch targets");
}

TEST_F(UpdateTest, RefusesAMissingSignature) {
  for (const auto& role : online_roles) {
    const auto keys = std::exchange(repository.signers[role], {});
    repository.publish_bundle(3);
    expect_refused("signatures " + role);
    repository.signers[role] = keys;
  }
}

TEST_F(UpdateTest, RefusesTheSignatureOfAnotherRole) {
  repository.signers["targets"] = repository.signers["snapshot"];
  repository.publish_bundle(3);
  expect_refused("signatures targets");
}

TEST_F(UpdateTest, CountsAKeyOnceUnderTwoNames) {
  Key twin = repository.signers["targets"].front();
  twin.id = "twin";
  repository.part("root")["roles"]["targets"]["threshold"] = 2;
  repository.add_key("targets", twin);
  repository.publish_root();
  repository.publish_bundle(3);
  expect_refused("signatures targets");
}

TEST_F(UpdateTest, CountsAKeyOnceThoughTheRoleListsItTwice) {
  auto& role = repository.part("root")["roles"]["targets"];
  role["keyids"].push_back(role["keyids"][0]);
  role["threshold"] = 2;
  repository.publish_root();
  expect_refused("signatures targets");
}

TEST_F(UpdateTest, RefusesTwoSignaturesOfOneKey) {
  tamper("timestamp", [](json& file) { file["signatures"].push_back(file["signatures"][0]); });
  expect_refused("malformed timestamp");
}

TEST_F(UpdateTest, RefusesAThresholdThatIsShortByOne) {
  repository.part("root")["roles"]["snapshot"]["threshold"] = 3;
  for (int i = 0; i < 2; ++i) repository.add_key("snapshot", Key::make());
  repository.publish_root();
  repository.signers["snapshot"].pop_back();
  repository.publish_bundle(3);
  expect_refused("signatures snapshot");
}

TEST_F(UpdateTest, DoesNotCountKeysOfTypesItCannotCheck) {
  auto& keys = repository.part("root")["keys"];
  const std::string id = repository.signers["timestamp"].front().id;
  keys[id]["keytype"] = "ecdsa";
  keys[id]["scheme"] = "ecdsa-sha2-nistp256";
  repository.publish_root();
  expect_refused("signatures timestamp");
}

TEST_F(UpdateTest, AcceptsOneGoodSignatureBesideABadOne) {
  repository.add_key("timestamp", Key::make());
  repository.publish_root();
  repository.publish_bundle(3);
  tamper("timestamp", [](json& file) { file["signatures"][0]["sig"] = ""; });
  expect_taken(3);
}

TEST_F(UpdateTest, RefusesANewRootThatTheOldOneDidNotSign) {
  repository.rotate("root");
  const auto strangers = std::exchange(repository.signers["root"], {Key::make()});
  repository.publish_root();
  expect_refused("signatures root");
  EXPECT_EQ(version_of(device.trusted.root), 2);
}

TEST_F(UpdateTest, RefusesANewRootThatDoesNotSignItself) {
  const Key old = repository.signers["root"].front();
  repository.rotate("root");
  tamper("root", [&](json& file) {
    std::erase_if(file["signatures"].get_ref<json::array_t&>(),
                  [&](const json& s) { return s["keyid"] != old.id; });
  });
  expect_refused("signatures root");
  EXPECT_EQ(version_of(device.trusted.root), 1);
}

TEST_F(UpdateTest, RefusesARootThatSkipsOrRepeatsAVersion) {
  repository.part("root")["version"] = 2;
  repository.publish_root();
  repository.files["metadata/2.root.json"] = repository.file("metadata/3.root.json");
  expect_refused("mismatch root");
  repository.files["metadata/2.root.json"] = repository.file("metadata/1.root.json");
  expect_refused("rollback root");
}

TEST_F(UpdateTest, StopsFollowingRootsAtTheLimit) {
  for (int i = 0; i <= Limits::roots; ++i) repository.publish_root();
  expect_refused("too-many-roots root");
  expect_taken(2);  // where it left off
}

TEST_F(UpdateTest, RefusesAnOlderTimestamp) {
  expect_taken(2);
  repository.files["metadata/timestamp.json"] = first_files.at("metadata/timestamp.json");
  EXPECT_EQ(outcome(device.update(repository)), "rollback timestamp");
  EXPECT_EQ(device.revision(), 2);
}

TEST_F(UpdateTest, RefusesAnOlderTimestampOfTheSameSnapshot) {
  const std::string older = repository.file("metadata/timestamp.json");
  repository.publish("timestamp");
  expect_taken(2);
  repository.file("metadata/timestamp.json") = older;
  EXPECT_EQ(outcome(device.update(repository)), "rollback timestamp");
}

TEST_F(UpdateTest, KeepsItsTimestampWhenAnotherOneHasTheSameVersion) {
  expect_taken(2);
  repository.part("timestamp")["version"] = 1;
  repository.part("timestamp")["meta"]["snapshot.json"]["version"] = 100;
  repository.publish("timestamp");
  expect_taken(2);
  EXPECT_NE(device.trusted.timestamp, repository.file("metadata/timestamp.json"));
}

TEST_F(UpdateTest, RefusesATimestampThatAnnouncesAnOlderSnapshot) {
  expect_taken(2);
  repository.part("timestamp")["meta"]["snapshot.json"]["version"] = 1;
  repository.publish("timestamp");
  EXPECT_EQ(outcome(device.update(repository)), "rollback timestamp");
}

TEST_F(UpdateTest, RefusesASnapshotThatListsOlderTargets) {
  expect_taken(2);
  publish_edited("snapshot", [](json& snapshot) { snapshot["meta"]["targets.json"]["version"] = 1; });
  EXPECT_EQ(outcome(device.update(repository)), "rollback snapshot");
}

TEST_F(UpdateTest, RefusesASnapshotThatForgetsARole) {
  publish_edited("snapshot", [](json& snapshot) { snapshot["meta"]["other.json"] = {{"version", 1}}; });
  expect_taken(2);
  publish_edited("snapshot", [](json& snapshot) { snapshot["meta"].erase("other.json"); });
  EXPECT_EQ(outcome(device.update(repository)), "rollback snapshot");
}

TEST_F(UpdateTest, RefusesMetadataThatHasExpired) {
  for (const std::string role : {"timestamp", "snapshot", "targets"}) {
    const auto good = repository.part(role)["expires"];
    publish_edited(role, [](json& part) { part["expires"] = "2026-01-01T00:00:00Z"; });  // this very moment
    expect_refused("expired " + role);
    repository.part(role)["expires"] = good;
  }
  repository.part("root")["expires"] = "2025-01-01T00:00:00Z";
  repository.publish_root();
  expect_refused("expired root");
}

TEST_F(UpdateTest, PassesThroughRootsThatHaveExpired) {
  repository.part("root")["expires"] = "2025-01-01T00:00:00Z";
  repository.publish_root();
  repository.part("root")["expires"] = "2031-01-01T00:00:00Z";
  repository.publish_root();
  expect_taken(2);
}

TEST_F(UpdateTest, RefusesToBeFrozen) {
  expect_taken(2);
  device.clock.seconds += 10LL * 365 * 86400;
  EXPECT_EQ(outcome(device.update(repository)), "expired root");
  repository.part("root")["expires"] = "2040-01-01T00:00:00Z";
  repository.publish_root();
  EXPECT_EQ(outcome(device.update(repository)), "expired timestamp");
  repository.part("timestamp")["expires"] = "2040-01-01T00:00:00Z";
  repository.publish("timestamp");
  EXPECT_EQ(outcome(device.update(repository)), "expired snapshot");
  EXPECT_EQ(device.revision(), 2);
}

TEST_F(UpdateTest, RefusesToMixFilesOfTwoStates) {
  repository.file("metadata/2.targets.json") = first_files.at("metadata/1.targets.json");
  expect_refused("mismatch targets");
  repository.publish_bundle(3);
  repository.file("metadata/3.snapshot.json") = first_files.at("metadata/1.snapshot.json");
  expect_refused("mismatch snapshot");
}

// Hashes are optional above metadata: versions must hold alone.
TEST_F(UpdateTest, RefusesToMixVersionsWithoutHashes) {
  publish_edited("snapshot", [](json& snapshot) { snapshot["meta"]["targets.json"] = {{"version", 2}}; });
  repository.file("metadata/2.targets.json") = first_files.at("metadata/1.targets.json");
  expect_refused("mismatch targets");
  repository.part("timestamp")["meta"]["snapshot.json"] = {{"version", 4}};
  repository.publish("timestamp");
  repository.files["metadata/4.snapshot.json"] = repository.file("metadata/3.snapshot.json");
  expect_refused("mismatch snapshot");
}

TEST_F(UpdateTest, RefusesEndlessData) {
  const std::string endless(40 << 20, ' ');
  repository.file(repository.bundle_path()) += endless;
  expect_refused("too-large bundle");
  repository.files["metadata/2.root.json"] = endless;
  expect_refused("too-large root");
}

TEST_F(UpdateTest, RefusesATargetAnnouncedBeyondTheLimit) {
  publish_edited("targets", [](json& part) { part["targets"]["pilot.json"]["length"] = Limits::target + 1; });
  expect_refused("too-large bundle");
}

TEST_F(UpdateTest, SaysWhatIsMissing) {
  for (const auto& role : online_roles) {
    repository.publish_bundle(3);
    repository.files.erase(repository.path(role));
    expect_refused("missing " + role);
  }
  repository.publish_bundle(4);
  repository.files.erase(repository.bundle_path());
  expect_refused("missing bundle");
}

TEST_F(UpdateTest, RefusesATargetThatIsNotListed) {
  device.channel = "everyone";
  expect_refused("no-target bundle");
  publish_edited("targets", [](json& part) {
    part["delegations"] = {{"keys", json::object()}, {"roles", {1}}};
  });
  expect_refused("delegations bundle");
}

TEST_F(UpdateTest, RefusesTheBundleOfAnotherOrganisation) {
  repository.bundle["organisation"] = "rival";
  repository.publish_bundle(3);
  expect_refused("wrong-organisation bundle");
}

TEST_F(UpdateTest, RefusesTheBundleOfAnotherChannel) {
  repository.bundle["channel"] = "everyone";
  repository.publish_bundle(3);
  auto& targets = repository.part("targets")["targets"];
  repository
      .files["targets/" + targets["everyone.json"]["hashes"]["sha256"].get<std::string>() + ".pilot.json"] =
      repository.file(repository.bundle_path());
  publish_edited("targets", [](json& part) {
    part["targets"]["pilot.json"] = part["targets"]["everyone.json"];
    part["targets"].erase("everyone.json");
  });
  expect_refused("wrong-channel bundle");
}

// Even who holds the keys of all online roles cannot make a client go back.
TEST_F(UpdateTest, RefusesAnOlderRevisionUnderNewMetadata) {
  repository.publish_bundle(7);
  expect_taken(7);
  repository.publish_bundle(6);
  EXPECT_EQ(outcome(device.update(repository)), "rollback bundle");
  EXPECT_EQ(device.revision(), 7);
}

TEST_F(UpdateTest, RefusesABundleThatIsNone) {
  repository.bundle.erase("pack");
  repository.publish_bundle(3);
  expect_refused("malformed bundle");
}

TEST_F(UpdateTest, RefusesAnotherRootThanThePinnedOne) {
  device.pin = Pin{root_fingerprint(sha256_hex("another root")), sha256_hex(device.trusted.root)};
  expect_refused("wrong-root root");
  EXPECT_TRUE(repository.fetched.empty());
  device.pin->fingerprint = root_fingerprint(device.pin->root_sha256);
  expect_taken(2);
}

TEST_F(UpdateTest, RefusesMalformedMetadataThoughItIsSigned) {
  struct Case {
    std::function<void(json&)> edit;
    const char* expected;
  };
  const std::vector<Case> cases{
      {[](json& part) { part["_type"] = "snapshot"; }, "malformed timestamp"},
      {[](json& part) { part["spec_version"] = "2.0.0"; }, "unsupported-version timestamp"},
      {[](json& part) { part["expires"] = "2030-02-30T00:00:00Z"; }, "malformed timestamp"},
      {[](json& part) { part["meta"]["snapshot.json"]["version"] = 0; }, "malformed timestamp"},
      {[](json& part) {
         part["meta"]["snapshot.json"]["hashes"] = {{"md5", "00"}};
       },
       "malformed timestamp"},
      {[](json& part) { part["meta"] = 1; }, "malformed timestamp"},
      {[](json& part) { part.erase("meta"); }, "malformed timestamp"},
  };
  const json good = repository.part("timestamp");
  for (const auto& [edit, expected] : cases) {
    repository.part("timestamp") = good;
    publish_edited("timestamp", edit);
    expect_refused(expected);
  }
}

TEST_F(UpdateTest, RefusesWhatIsNoJson) {
  const std::vector<std::string> texts{"",
                                       "[]",
                                       "{",
                                       "\xff",
                                       "null",
                                       R"({"signed":{},"signed":{}})",
                                       R"({"signed":{"version":1.5},"signatures":[]})",
                                       std::string(10'000, '[')};
  for (const std::string& text : texts) {
    repository.file("metadata/timestamp.json") = text;
    expect_refused("malformed timestamp");
  }
}

}  // namespace
}  // namespace herold::update::testing
