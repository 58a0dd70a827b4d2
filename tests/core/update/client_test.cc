// The workflow as the specification has it: what is fetched, kept and recovered from when nobody lies.
#include "device.h"

namespace herold::update::testing {
namespace {

using ::testing::ElementsAre;

TEST_F(UpdateTest, TakesANewBundle) {
  expect_taken(2);
  EXPECT_EQ(device.bundle, repository.file(repository.bundle_path()));
  EXPECT_THAT(repository.fetched,
              ElementsAre("metadata/2.root.json", "metadata/timestamp.json", "metadata/2.snapshot.json",
                          "metadata/2.targets.json", repository.bundle_path()));
}

TEST_F(UpdateTest, FetchesTheTimestampAloneWhenNothingIsNew) {
  expect_taken(2);
  repository.fetched.clear();
  const Step end = device.update(repository);
  ASSERT_EQ(outcome(end), "done");
  EXPECT_FALSE(std::get<Done>(end).content);
  EXPECT_THAT(repository.fetched, ElementsAre("metadata/2.root.json", "metadata/timestamp.json"));
}

TEST_F(UpdateTest, KeepsExactBytes) {
  repository.file("metadata/timestamp.json") += " \n";
  expect_taken(2);
  EXPECT_EQ(device.trusted.timestamp, repository.file("metadata/timestamp.json"));
}

TEST_F(UpdateTest, AcceptsFieldsItDoesNotKnow) {
  publish_edited("targets", [](json& targets) {
    targets["x-note"] = {{"a", json::array({1, "ä", nullptr})}};
  });
  expect_taken(2);
}

TEST_F(UpdateTest, FollowsEveryRotationOfTheRoot) {
  for (int i = 0; i < 3; ++i) repository.rotate("root");
  repository.publish_bundle(3);
  expect_taken(3);
  EXPECT_EQ(version_of(device.trusted.root), 4);
}

TEST_F(UpdateTest, FollowsRotationOfEveryOnlineRole) {
  for (const char* role : {"timestamp", "snapshot", "targets"}) repository.rotate(role);
  repository.publish_bundle(3);
  expect_taken(3);
}

TEST_F(UpdateTest, KeepsARotatedRootThoughTheRestIsRefused) {
  repository.rotate("timestamp");  // the published timestamp carries the old key's signature
  expect_refused("signatures timestamp");
  EXPECT_EQ(version_of(device.trusted.root), 2);
  repository.publish_bundle(3);
  expect_taken(3);
}

TEST_F(UpdateTest, MeetsAThresholdOfTwo) {
  repository.part("root")["roles"]["targets"]["threshold"] = 2;
  repository.add_key("targets", Key::make());
  repository.publish_root();
  repository.publish_bundle(3);
  expect_taken(3);
}

// Specification 5.3.11: new keys are how a repository recovers after versions ran ahead.
TEST_F(UpdateTest, RecoversFromAFastForwardByNewKeys) {
  for (const char* role : {"timestamp", "snapshot"}) repository.part(role)["version"] = 1'000'000;
  repository.publish_bundle(3);
  expect_taken(3);
  for (const char* role : {"timestamp", "snapshot"}) repository.part(role)["version"] = 4;
  repository.publish_bundle(4);
  EXPECT_EQ(outcome(device.update(repository)), "rollback timestamp");
  repository.rotate("timestamp");
  repository.rotate("snapshot");
  repository.publish_bundle(5);
  expect_taken(5);
  EXPECT_EQ(version_of(device.trusted.timestamp), 6);
}

TEST_F(UpdateTest, RecoversTargetsFromAFastForwardByANewSnapshotKey) {
  repository.part("targets")["version"] = 1'000'000;
  repository.publish_bundle(3);
  expect_taken(3);
  repository.part("targets")["version"] = 3;
  repository.rotate("snapshot");
  repository.publish_bundle(4);
  expect_taken(4);
}

TEST_F(UpdateTest, IgnoresStoredFilesThatAreDamaged) {
  device.trusted.timestamp = "{";
  device.trusted.snapshot = device.trusted.targets;
  device.trusted.targets.pop_back();
  expect_taken(2);
}

TEST_F(UpdateTest, StartsFromADamagedRootNever) {
  device.trusted.root.pop_back();
  expect_refused("malformed root");
  device.trusted.root = repository.files.at("metadata/1.root.json");
  device.trusted.root.replace(device.trusted.root.find("2030"), 4, "2031");
  expect_refused("signatures root");
  EXPECT_THAT(repository.fetched, ElementsAre());
}

TEST_F(UpdateTest, ReadsRepositoriesWithoutConsistentSnapshots) {
  repository.part("root")["consistent_snapshot"] = false;
  repository.publish_root();
  const std::string bundle = repository.file(repository.bundle_path());
  for (const char* role : {"snapshot", "targets"})
    repository.files["metadata/" + std::string(role) + ".json"] = repository.file(repository.path(role));
  repository.files["targets/pilot.json"] = bundle;
  expect_taken(2);
}

TEST_F(UpdateTest, SaysWhenTheServerIsOutOfReach) {
  BundleUpdate update({"acme", "pilot", now, device.trusted, device.in_force, {}});
  Step step = update.start();
  step = update.resume(repository.answer(step));  // the root's signature
  EXPECT_EQ(outcome(update.resume(Failed{"no route to host"})), "unreachable root");
  EXPECT_EQ(outcome(update.resume(Failed{"again"})), "protocol root");
}

TEST_F(UpdateTest, RefusesAnswersItDidNotAskFor) {
  BundleUpdate update({"acme", "pilot", now, device.trusted, device.in_force, {}});
  ASSERT_TRUE(std::holds_alternative<Verify>(update.start()));
  EXPECT_EQ(outcome(update.resume(Fetched{"{}", ""})), "protocol root");
}

TEST_F(UpdateTest, TakesFewerAnswersThanQuestionsForNone) {
  BundleUpdate update({"acme", "pilot", now, device.trusted, device.in_force, {}});
  update.start();
  EXPECT_EQ(outcome(update.resume(Verified{})), "signatures root");
}

TEST(Client, OffersTargetsOnlyAfterTheRefresh) {
  Simulator repository;
  Client client({repository.files.at("metadata/1.root.json"), {}, {}, {}}, now);
  EXPECT_EQ(outcome(client.target("pilot.json")), "protocol root");
  ASSERT_EQ(outcome(finish(client, client.refresh(), repository)), "done");
  EXPECT_EQ(client.target_sha256("nothing.json"), "");
  const Step end = finish(client, client.target("pilot.json"), repository);
  ASSERT_EQ(outcome(end), "done");
  EXPECT_EQ(*std::get<Done>(end).content, repository.file(repository.bundle_path()));
}

TEST(RootFingerprint, IsTheBase64UrlOfTheFirstSixteenBytes) {
  EXPECT_EQ(root_fingerprint("fbff00112233445566778899aabbccdd00000000000000000000000000000000"),
            "-_8AESIzRFVmd4iZqrvM3Q");
  EXPECT_EQ(root_fingerprint("fbff"), "");
  EXPECT_EQ(root_fingerprint(std::string(64, 'x')), "");
}

}  // namespace
}  // namespace herold::update::testing
