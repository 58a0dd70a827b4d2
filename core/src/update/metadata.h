// TUF metadata as plain values: what the update workflow decides on. The readers are defined in
// core/src/pack, the one folder that knows JSON; they say what is malformed, never what may be trusted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "herold/guideline.h"
#include "herold/update.h"

namespace herold::update {

/// Whose signatures a role needs. Listing a key twice does not make it two.
struct Authority {
  std::set<std::string> keyids;
  std::int64_t threshold = 1;
};

/// What every role's file has.
struct Envelope {
  struct Signature {
    std::string keyid;
    std::string hex;
  };
  std::vector<Signature> signatures;
  std::string message;  // canonical JSON of `signed`: the bytes that are signed
  std::int64_t version = 0;
  Instant expires;
};

struct RootMetadata {
  Envelope envelope;
  bool consistent_snapshot = true;
  std::map<std::string, std::string> ed25519_keys;  // keyid → public key in hexadecimal
  std::map<std::string, Authority> roles;           // holds all four
};

/// How a role above describes a metadata file below; length and hash may be left out there.
struct FileVersion {
  std::int64_t version = 0;
  std::optional<std::size_t> length;
  std::string sha256;
};

struct TimestampMetadata {
  Envelope envelope;
  FileVersion snapshot;
};

struct SnapshotMetadata {
  Envelope envelope;
  std::map<std::string, FileVersion> files;  // "targets.json" among them
};

struct TargetFile {
  std::size_t length = 0;
  std::string sha256;
};

struct TargetsMetadata {
  Envelope envelope;
  std::map<std::string, TargetFile> targets;
  bool delegates = false;
};

struct MetadataFault {
  Code code = Code::malformed;
  std::string message;
};

template <typename T>
using MetadataResult = std::variant<T, MetadataFault>;

MetadataResult<RootMetadata> read_root(std::string_view json);
MetadataResult<TimestampMetadata> read_timestamp(std::string_view json);
MetadataResult<SnapshotMetadata> read_snapshot(std::string_view json);
MetadataResult<TargetsMetadata> read_targets(std::string_view json);

}  // namespace herold::update
