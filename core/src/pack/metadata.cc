#include "update/metadata.h"

#include <utility>

#include "pack/canonical_writer.h"
#include "pack/member.h"

namespace herold::update {
namespace {

using pack::Json;
using pack::member;

constexpr std::size_t sha256_digits = 64;
constexpr std::size_t ed25519_key_digits = 64;

bool is_hex(std::string_view text) {
  return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// Reads members of one metadata file. After the first fault every answer is empty, so that callers ask once,
/// at the end.
class Reader {
 public:
  const Json& object(const Json& parent, const char* key) { return get(parent, key, Json::value_t::object); }
  const Json& array(const Json& parent, const char* key) { return get(parent, key, Json::value_t::array); }

  std::string text(const Json& parent, const char* key) {
    return text(get(parent, key, Json::value_t::string));
  }

  std::string text(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    fail("has a value where a text belongs");
    return {};
  }

  std::int64_t number(const Json& parent, const char* key, std::int64_t least) {
    const Json* value = member(parent, key);
    if (value && value->is_number_integer()) {
      const auto number = value->get<std::int64_t>();
      if (number >= least) return number;
    }
    fail(std::string("needs a whole number of at least ") + std::to_string(least) + " as “" + key + "”");
    return least;
  }

  void fail(std::string message, Code code = Code::malformed) {
    if (!fault_) fault_ = MetadataFault{code, std::move(message)};
  }

  template <typename T>
  MetadataResult<T> result(T value) {
    if (fault_) return *std::move(fault_);
    return value;
  }

 private:
  const Json& get(const Json& parent, const char* key, Json::value_t type) {
    const Json* value = member(parent, key);
    if (value && value->type() == type) return *value;
    fail(std::string("lacks “") + key + "”, or it is of the wrong type");
    return empty_;
  }

  std::optional<MetadataFault> fault_;
  const Json empty_ = Json::object();
};

std::vector<Envelope::Signature> read_signatures(Reader& reader, const Json& document) {
  std::vector<Envelope::Signature> signatures;
  std::set<std::string> seen;
  for (const Json& entry : reader.array(document, "signatures")) {
    Envelope::Signature signature{reader.text(entry, "keyid"), reader.text(entry, "sig")};
    if (!seen.insert(signature.keyid).second) reader.fail("is signed twice with one key id");
    signatures.push_back(std::move(signature));
  }
  return signatures;
}

Envelope read_envelope(Reader& reader, const Json& document, const char* type) {
  Envelope envelope;
  envelope.signatures = read_signatures(reader, document);
  const Json& content = reader.object(document, "signed");
  if (reader.text(content, "_type") != type) reader.fail(std::string("is no ") + type + " metadata");
  if (reader.text(content, "spec_version").substr(0, 2) != "1.")
    reader.fail("follows a version of the specification other than 1.x", Code::unsupported_version);
  envelope.version = reader.number(content, "version", 1);
  if (const auto expires = parse_instant(reader.text(content, "expires")))
    envelope.expires = *expires;
  else
    reader.fail("has no valid time as “expires”");
  if (auto message = pack::canonical(content))
    envelope.message = *std::move(message);
  else
    reader.fail("holds a number that is no integer");
  return envelope;
}

Authority read_authority(Reader& reader, const Json& roles, const char* role) {
  const Json& entry = reader.object(roles, role);
  Authority authority;
  for (const Json& keyid : reader.array(entry, "keyids")) authority.keyids.insert(reader.text(keyid));
  authority.threshold = reader.number(entry, "threshold", 1);
  return authority;
}

/// The public key in hexadecimal, or nothing for a key of a type that is not known here.
std::optional<std::string> ed25519_key(const Json& key) {
  const auto is = [&](const char* name) {
    const Json* value = member(key, name);
    return value && *value == "ed25519";
  };
  if (!is("keytype") || !is("scheme")) return std::nullopt;
  const Json* value = member(key, "keyval");
  const Json* hex = value ? member(*value, "public") : nullptr;
  if (!hex || !hex->is_string()) return std::nullopt;
  auto text = hex->get<std::string>();
  if (text.size() != ed25519_key_digits || !is_hex(text)) return std::nullopt;
  return text;
}

/// Empty when there are hashes but no SHA-256 among them.
std::optional<std::string> read_sha256(const Json& hashes) {
  const Json* sha256 = member(hashes, "sha256");
  if (!sha256 || !sha256->is_string()) return std::nullopt;
  auto hex = sha256->get<std::string>();
  if (hex.size() != sha256_digits || !is_hex(hex)) return std::nullopt;
  return hex;
}

FileVersion read_file_version(Reader& reader, const Json& entry) {
  FileVersion file;
  file.version = reader.number(entry, "version", 1);
  if (entry.contains("length")) file.length = static_cast<std::size_t>(reader.number(entry, "length", 1));
  if (!entry.contains("hashes")) return file;
  if (auto sha256 = read_sha256(reader.object(entry, "hashes")))
    file.sha256 = *std::move(sha256);
  else
    reader.fail("describes a file by hashes without SHA-256");
  return file;
}

TargetFile read_target_file(Reader& reader, const Json& entry) {
  TargetFile file;
  file.length = static_cast<std::size_t>(reader.number(entry, "length", 0));
  file.sha256 = read_sha256(reader.object(entry, "hashes")).value_or("");
  return file;
}

bool has_delegations(const Json& content) {
  const Json* delegations = member(content, "delegations");
  if (!delegations) return false;
  const Json* roles = member(*delegations, "roles");
  return (roles && !roles->empty()) || delegations->contains("succinct_roles");
}

/// Parses the file, then lets `fill` read what the role adds to the envelope.
template <typename T, typename Fill>
MetadataResult<T> read(std::string_view json, const char* type, Fill fill) {
  const auto parsed = pack::parse_json(json, pack::document_limits);
  if (const auto* error = std::get_if<std::string>(&parsed)) return MetadataFault{Code::malformed, *error};
  const Json& document = std::get<Json>(parsed);
  if (!document.is_object()) return MetadataFault{Code::malformed, "is no JSON object"};
  Reader reader;
  T metadata;
  metadata.envelope = read_envelope(reader, document, type);
  fill(reader, reader.object(document, "signed"), metadata);
  return reader.result(std::move(metadata));
}

}  // namespace

MetadataResult<RootMetadata> read_root(std::string_view json) {
  return read<RootMetadata>(json, "root", [](Reader& reader, const Json& content, RootMetadata& root) {
    const Json* consistent = member(content, "consistent_snapshot");
    root.consistent_snapshot = consistent && *consistent == true;
    for (const auto& [keyid, key] : reader.object(content, "keys").items()) {
      if (auto hex = ed25519_key(key)) root.ed25519_keys.emplace(keyid, *std::move(hex));
    }
    const Json& roles = reader.object(content, "roles");
    for (const char* role : {"root", "timestamp", "snapshot", "targets"})
      root.roles.emplace(role, read_authority(reader, roles, role));
  });
}

MetadataResult<TimestampMetadata> read_timestamp(std::string_view json) {
  const auto fill = [](Reader& reader, const Json& content, TimestampMetadata& timestamp) {
    const Json& meta = reader.object(content, "meta");
    timestamp.snapshot = read_file_version(reader, reader.object(meta, "snapshot.json"));
  };
  return read<TimestampMetadata>(json, "timestamp", fill);
}

MetadataResult<SnapshotMetadata> read_snapshot(std::string_view json) {
  const auto fill = [](Reader& reader, const Json& content, SnapshotMetadata& snapshot) {
    for (const auto& [name, entry] : reader.object(content, "meta").items())
      snapshot.files.emplace(name, read_file_version(reader, entry));
    if (!snapshot.files.contains("targets.json")) reader.fail("does not list targets.json");
  };
  return read<SnapshotMetadata>(json, "snapshot", fill);
}

MetadataResult<TargetsMetadata> read_targets(std::string_view json) {
  const auto fill = [](Reader& reader, const Json& content, TargetsMetadata& targets) {
    for (const auto& [path, entry] : reader.object(content, "targets").items())
      targets.targets.emplace(path, read_target_file(reader, entry));
    targets.delegates = has_delegations(content);
  };
  return read<TargetsMetadata>(json, "targets", fill);
}

}  // namespace herold::update
