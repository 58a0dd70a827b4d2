#include "app/keys.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "app/update_repository.h"
#include "support/over_herold.h"
#include "support/tuf_client.h"

namespace herold {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using testing::kAnna;
using ::testing::StartsWith;

class MasterKey : public ::testing::Test {
 protected:
  MasterKey() { std::filesystem::remove_all(folder); }
  ~MasterKey() override {
    ::unsetenv("HEROLD_MASTER_KEY");
    std::filesystem::remove_all(folder);
  }
  std::string file() const { return folder + "/master.key"; }
  void write(const std::string& text) {
    std::filesystem::create_directories(folder);
    std::ofstream(file()) << text;
    ::chmod(file().c_str(), 0600);
  }

  const std::string folder =
      (std::filesystem::temp_directory_path() / ("herold-key-" + std::to_string(::getpid()))).string();
};

TEST_F(MasterKey, IsMadeOnceAndForItsOwnerOnly) {
  const auto made = app::load_master_key(folder);
  ASSERT_TRUE(made) << made.error().message;
  EXPECT_EQ(made->size(), 32U);
  struct stat status {};
  ASSERT_EQ(::stat(file().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600U);
  EXPECT_EQ(*app::load_master_key(folder), *made);
}

TEST_F(MasterKey, IsTakenFromTheEnvironmentWithoutTouchingTheFolder) {
  ::setenv("HEROLD_MASTER_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", 1);
  EXPECT_EQ(*app::load_master_key(folder), std::string(32, '\0'));
  EXPECT_FALSE(std::filesystem::exists(folder));
}

TEST_F(MasterKey, IsRefusedWhenOthersMayReadIt) {
  ASSERT_TRUE(app::load_master_key(folder));
  ::chmod(file().c_str(), 0644);
  EXPECT_THAT(app::load_master_key(folder).error().message, AllOf(HasSubstr(file()), HasSubstr("chmod 600")));
}

TEST_F(MasterKey, IsRefusedWhenItIsNoKey) {
  for (const char* text : {"", "\n", "password", "AAAA"}) {
    write(text);
    const auto loaded = app::load_master_key(folder);
    ASSERT_FALSE(loaded) << text;
    EXPECT_THAT(loaded.error().message, HasSubstr(file()));
  }
}

TEST_F(MasterKey, SaysWhyItCannotBeRead) {
  std::filesystem::create_directories(file());
  EXPECT_THAT(app::load_master_key(folder).error().message,
              AllOf(HasSubstr(file()), HasSubstr("Is a directory")));
}

class KeyCeremony : public testing::OverHerold {};
HEROLD_OVER_BOTH_DATABASES(KeyCeremony);

TEST_P(KeyCeremony, ExportsTheRootKeyAndTakesItOffTheServer) {
  const auto copy = herold().key_ceremony.export_root(kAnna);
  ASSERT_TRUE(copy) << copy.error().message;
  EXPECT_THAT(*copy, AllOf(StartsWith("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEI"),
                           EndsWith("-----END PRIVATE KEY-----\n")));
  ASSERT_TRUE(herold().key_ceremony.remove_root(kAnna));
  EXPECT_THAT(herold().key_ceremony.export_root(kAnna).error().message, HasSubstr("kept elsewhere"));
  const auto keys = herold().key_ceremony.list();
  for (const auto& key : *keys) EXPECT_EQ(key.on_server, key.role != "root") << key.role;
  EXPECT_TRUE(herold().key_ceremony.verify());
  // Publishing goes on without it, new keys do not.
  publish("everyone");
  EXPECT_FALSE(herold().key_ceremony.rotate_online(kAnna));
  EXPECT_EQ(herold().key_ceremony.list()->size(), 4U);
}

TEST_P(KeyCeremony, TellsWhenTheRootExpires) {
  const auto begun = clock.now();
  EXPECT_EQ(*herold().key_ceremony.root_expires_at(), begun + app::UpdateRepository::root_life);
  const auto keys = herold().key_ceremony.list();
  for (const auto& key : *keys)
    EXPECT_EQ(key.expires_at == begun + app::UpdateRepository::root_life,
              key.role == "root" || key.role == "targets");
  clock.advance(app::kDay);
  ASSERT_TRUE(herold().key_ceremony.rotate_online(kAnna));
  EXPECT_EQ(*herold().key_ceremony.root_expires_at(), clock.now() + app::UpdateRepository::root_life);
}

TEST_P(KeyCeremony, TakesTheRootKeyBack) {
  const std::string pem = *herold().key_ceremony.export_root(kAnna);
  ASSERT_TRUE(herold().key_ceremony.remove_root(kAnna));
  const auto imported = herold().key_ceremony.import_root("Bag Attributes\r\n" + pem + "\n", kAnna);
  ASSERT_TRUE(imported) << imported.error().message;
  EXPECT_EQ(*herold().key_ceremony.export_root(kAnna), pem);
  EXPECT_TRUE(herold().key_ceremony.rotate_online(kAnna));
  EXPECT_EQ(herold().audit_log.entries(0, 5)->at(2).action, "keys.import");
}

// The server is lost and with it the master key; there are a backup and the exported root key. Devices go on.
TEST_P(KeyCeremony, RecoversWithTheRootKeyAndANewMasterKey) {
  save_guideline("falke", "Projekt Falke");
  publish("everyone");
  testing::TufClient device(herold(), herold().publications.file("metadata/1.root.json")->bytes, "everyone");
  ASSERT_EQ(device.update(clock.now()).refused, "");
  const std::string pem = *herold().key_ceremony.export_root(kAnna);

  const auto next = open(std::string(32, 'n'));
  EXPECT_FALSE(next->publications.publish("everyone", "", kAnna));
  EXPECT_FALSE(next->key_ceremony.rotate_online(kAnna));
  EXPECT_THAT(next->key_ceremony.verify().error().message, HasSubstr("another master key"));
  const auto imported = next->key_ceremony.import_root(pem, kAnna);
  ASSERT_TRUE(imported) << imported.error().message;
  EXPECT_FALSE(next->key_ceremony.verify()) << "the others are still to be rotated";
  const auto rotated = next->key_ceremony.rotate_online(kAnna);
  ASSERT_TRUE(rotated) << rotated.error().message;
  EXPECT_TRUE(next->key_ceremony.verify());
  ASSERT_TRUE(next->publications.publish("everyone", "", kAnna));
  const auto outcome = device.update(clock.now());
  EXPECT_EQ(outcome.refused, "");
  EXPECT_THAT(outcome.bundle, HasSubstr("\"revision\":2"));
}

TEST_P(KeyCeremony, TakesNoOtherKey) {
  const std::string pem = *herold().key_ceremony.export_root(kAnna);
  ASSERT_TRUE(herold().key_ceremony.remove_root(kAnna));
  std::string other = pem;
  other[60] = other[60] == 'A' ? 'B' : 'A';  // of the key itself
  const auto foreign = herold().key_ceremony.import_root(other, kAnna);
  ASSERT_FALSE(foreign);
  EXPECT_EQ(foreign.error().code, app::ErrorCode::refused);
  EXPECT_THAT(foreign.error().message, HasSubstr("another key"));
  for (const std::string& text :
       {std::string(), std::string("key"), pem.substr(0, 60), "-----BEGIN PRIVATE KEY-----\n" + pem,
        std::string("-----BEGIN PRIVATE KEY-----\nMC4=\n-----END PRIVATE KEY-----\n")}) {
    const auto refused = herold().key_ceremony.import_root(text, kAnna);
    ASSERT_FALSE(refused) << text;
    EXPECT_THAT(refused.error().message, HasSubstr("no root key"));
  }
  EXPECT_FALSE(herold().key_ceremony.export_root(kAnna));
}

}  // namespace
}  // namespace herold
