#include "app/keys.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "app/crypto.h"
#include "app/update_repository.h"

namespace herold::app {
namespace {

constexpr std::size_t kKeyBytes = 32;
constexpr const char* kEnvironment = "HEROLD_MASTER_KEY";

std::string context_of(std::string_view key_id, std::string_view role) {
  return std::string(role) + ":" + std::string(key_id);
}

Error unusable(const std::string& what, const std::string& why) {
  return {ErrorCode::unavailable, what + ": " + why};
}

// Why the system refuses, and what to do where it is a matter of rights.
std::string reason(int error) {
  const std::string words = std::strerror(error);
  return error == EACCES ? words + "; run herold as the user to whom the data folder belongs" : words;
}

Result<std::string> decoded(std::string text, const std::string& where) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  auto key = from_base64url(text);
  wipe(text);
  if (!key || key->size() != kKeyBytes) {
    return unusable(where, "this is no master key; it is the base64url form of 32 bytes");
  }
  return *key;
}

Result<std::string> write_new(const std::string& path) {
  std::string key = random_bytes(kKeyBytes);
  const std::string line = base64url(key) + "\n";
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) return unusable("cannot write the master key " + path, reason(errno));
  const bool written = ::write(file, line.data(), line.size()) == static_cast<ssize_t>(line.size());
  // On the disk before the first key is sealed with it.
  const bool kept = written && ::fsync(file) == 0;
  const int error = errno;
  ::close(file);
  if (kept) return key;
  ::unlink(path.c_str());
  return unusable("cannot write the master key " + path, reason(error));
}

std::string path_in(const std::string& directory) { return directory + "/master.key"; }

Result<std::string> read_existing(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0)
    return unusable("cannot read the master key " + path, reason(errno));
  if (S_ISDIR(status.st_mode)) return unusable("cannot read the master key " + path, reason(EISDIR));
  if ((status.st_mode & 077) != 0) {
    return unusable("the master key " + path, "others may read it; run: chmod 600 " + path);
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) return unusable("cannot read the master key " + path, reason(errno));
  std::string text;
  std::getline(in, text);
  return decoded(std::move(text), path);
}

Seconds expiry_of(store::Transaction& tx, std::string_view role) {
  const auto version = tx.role_version(role);
  return version ? version->expires_at : 0;
}

}  // namespace

Error no_keys() { return {ErrorCode::not_found, "there are no keys yet; start the server once"}; }

Error no_master_key(const std::string& directory) {
  return unusable(
      path_in(directory),
      "there is none, and a new one opens no key of this database; put the master.key that belongs "
      "to this database there, or, where that is lost, `herold admin import-root` and then "
      "`rotate-keys`");
}

bool has_master_key(const std::string& directory) {
  std::error_code unknown;
  return std::getenv(kEnvironment) != nullptr || std::filesystem::exists(path_in(directory), unknown) ||
         unknown;
}

Result<std::string> load_master_key(const std::string& directory) {
  if (const char* given = std::getenv(kEnvironment)) return decoded(given, kEnvironment);
  std::error_code error;
  std::filesystem::create_directories(directory, error);
  if (error) return unusable("cannot make the folder " + directory, error.message());
  const std::string path = path_in(directory);
  if (!std::filesystem::exists(path)) return write_new(path);
  return read_existing(path);
}

Keys::Keys(std::string master_key) : master_key_(std::move(master_key)) {}
Keys::~Keys() { wipe(master_key_); }

store::SigningKey Keys::make(std::string_view role, Seconds now) const {
  KeyPair pair = new_key_pair();
  store::SigningKey key{.key_id = key_id_of(pair.public_key),
                        .role = std::string(role),
                        .public_key = pair.public_key,
                        .sealed = {},
                        .created_at = now};
  seal_seed(key, pair.seed);
  wipe(pair.seed);
  return key;
}

void Keys::seal_seed(store::SigningKey& key, std::string_view seed) const {
  key.sealed = seal(seed, context_of(key.key_id, key.role), master_key_);
}

Result<std::string> Keys::unseal(const store::SigningKey& key) const {
  if (key.sealed.empty()) {
    return Error{ErrorCode::unavailable,
                 "the " + key.role +
                     " key is kept elsewhere, not on this server; `herold admin import-root` takes it back"};
  }
  auto seed = open_sealed(key.sealed, context_of(key.key_id, key.role), master_key_);
  if (!seed) {
    return Error{ErrorCode::unavailable,
                 "the " + key.role +
                     " key was sealed with another master key; give the server the "
                     "master.key that belongs to this database, or, where that is lost, "
                     "`herold admin import-root` and then `rotate-keys`"};
  }
  return *seed;
}

std::string Keys::seal_credential(std::string_view name, std::string_view secret) const {
  return seal(secret, context_of(name, "credential"), master_key_);
}

Result<std::string> Keys::unseal_credential(std::string_view name, std::string_view sealed) const {
  auto secret = open_sealed(sealed, context_of(name, "credential"), master_key_);
  if (!secret) {
    return Error{ErrorCode::unavailable,
                 std::string(name) +
                     " was sealed with another master key; enter it anew, or give the "
                     "server the master.key that belongs to this database"};
  }
  return *secret;
}

Result<std::string> Keys::sign(const store::SigningKey& key, std::string_view message) const {
  auto seed = unseal(key);
  if (!seed) return seed.error();
  const std::string signature = hex(sign_detached(message, *seed));
  wipe(*seed);
  return signature;
}

Result<std::vector<KeyCeremony::KeyView>> KeyCeremony::list() {
  return store_.read([&](store::Transaction& tx) -> Result<std::vector<KeyView>> {
    std::vector<KeyView> views;
    for (const auto& key : tx.signing_keys()) {
      views.push_back({.key_id = key.key_id,
                       .role = key.role,
                       .on_server = !key.sealed.empty(),
                       .created_at = key.created_at,
                       .expires_at = expiry_of(tx, key.role)});
    }
    if (views.empty()) return no_keys();
    return views;
  });
}

Result<Seconds> KeyCeremony::root_expires_at() {
  return store_.read([&](store::Transaction& tx) -> Result<Seconds> { return expiry_of(tx, "root"); });
}

Result<void> KeyCeremony::verify() {
  return store_.read([&](store::Transaction& tx) -> Result<void> {
    for (const auto& key : tx.signing_keys()) {
      if (key.sealed.empty()) continue;
      auto seed = keys_.unseal(key);
      if (!seed) return seed.error();
      wipe(*seed);
    }
    return {};
  });
}

}  // namespace herold::app
