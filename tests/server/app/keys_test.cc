#include "app/keys.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "support/over_herold.h"

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

class KeyCeremony : public testing::OverHerold {};
HEROLD_OVER_BOTH_DATABASES(KeyCeremony);

TEST_P(KeyCeremony, ExportsTheRootKeyAndTakesItOffTheServer) {
  const auto copy = herold().key_ceremony.export_root({.remove = false}, kAnna);
  ASSERT_TRUE(copy) << copy.error().message;
  EXPECT_THAT(*copy, AllOf(StartsWith("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEI"),
                           EndsWith("-----END PRIVATE KEY-----\n")));
  ASSERT_TRUE(herold().key_ceremony.export_root({.remove = true}, kAnna));
  EXPECT_THAT(herold().key_ceremony.export_root({.remove = false}, kAnna).error().message,
              HasSubstr("kept elsewhere"));
  const auto keys = herold().key_ceremony.list();
  for (const auto& key : *keys) EXPECT_EQ(key.on_server, key.role != "root") << key.role;
  // Publishing goes on without it, new keys do not.
  publish("everyone");
  EXPECT_FALSE(herold().key_ceremony.rotate_online(kAnna));
  EXPECT_EQ(herold().key_ceremony.list()->size(), 4U);
}

}  // namespace
}  // namespace herold
