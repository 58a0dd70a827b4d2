#include "update/metadata.h"

#include <utility>

#include "pack/canonical_writer.h"
#include "pack/member.h"

namespace herold::update {
namespace {

using pack::Json;

constexpr std::size_t sha256_digits = 64;
constexpr std::size_t ed25519_key_digits = 64;

bool is_hex(std::string_view text) {
  return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// Reads members of one metadata file. After the first fault every answer is empty, so that callers ask once,
/// at the end.
class Reader {
 public:
  Json object(Json parent, const char* key) { return get(parent, key, Json::Type::object); }
  Json array(Json parent, const char* key) { return get(parent, key, Json::Type::array); }

  std::string text(Json parent, const char* key) { return text(get(parent, key, Json::Type::string)); }

  std::string text(Json value) {
    if (value.is_string()) return std::string(value.text());
    fail("has a value where a text belongs");
    return {};
  }

  std::int64_t number(Json parent, const char* key, std::int64_t least) {
    const auto value = parent.member(key);
    const auto number = value ? value->integer() : std::nullopt;
    if (number >= least) return *number;
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
  Json get(Json parent, const char* key, Json::Type type) {
    const auto value = parent.member(key);
    if (value && value->type() == type) return *value;
    fail(std::string("lacks “") + key + "”, or it is of the wrong type");
    return Json(&nothing_);
  }

  std::optional<MetadataFault> fault_;
  static constexpr Json::Node nothing_{Json::Type::object, 0, 1, {}, {}};
};

std::vector<Envelope::Signature> read_signatures(Reader& reader, Json document) {
  std::vector<Envelope::Signature> signatures;
  std::set<std::string> seen;
  for (Json entry : reader.array(document, "signatures")) {
    Envelope::Signature signature{reader.text(entry, "keyid"), reader.text(entry, "sig")};
    if (!seen.insert(signature.keyid).second) reader.fail("is signed twice with one key id");
    signatures.push_back(std::move(signature));
  }
  return signatures;
}

Envelope read_envelope(Reader& reader, Json document, const char* type) {
  Envelope envelope;
  envelope.signatures = read_signatures(reader, document);
  Json content = reader.object(document, "signed");
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

Authority read_authority(Reader& reader, Json roles, const char* role) {
  Json entry = reader.object(roles, role);
  Authority authority;
  for (Json keyid : reader.array(entry, "keyids")) authority.keyids.insert(reader.text(keyid));
  authority.threshold = reader.number(entry, "threshold", 1);
  return authority;
}

/// The public key in hexadecimal, or nothing for a key of a type that is not known here.
std::optional<std::string> ed25519_key(Json key) {
  const auto is = [&](const char* name) {
    const auto value = key.member(name);
    return value && value->text() == "ed25519";
  };
  if (!is("keytype") || !is("scheme")) return std::nullopt;
  const auto value = key.member("keyval");
  const auto hex = value ? value->member("public") : std::nullopt;
  if (!hex || !hex->is_string()) return std::nullopt;
  std::string text(hex->text());
  if (text.size() != ed25519_key_digits || !is_hex(text)) return std::nullopt;
  return text;
}

/// Empty when there are hashes but no SHA-256 among them.
std::optional<std::string> read_sha256(Json hashes) {
  const auto sha256 = hashes.member("sha256");
  if (!sha256 || !sha256->is_string()) return std::nullopt;
  std::string hex(sha256->text());
  if (hex.size() != sha256_digits || !is_hex(hex)) return std::nullopt;
  return hex;
}

FileVersion read_file_version(Reader& reader, Json entry) {
  FileVersion file;
  file.version = reader.number(entry, "version", 1);
  if (entry.member("length")) file.length = static_cast<std::size_t>(reader.number(entry, "length", 1));
  if (!entry.member("hashes")) return file;
  if (auto sha256 = read_sha256(reader.object(entry, "hashes")))
    file.sha256 = *std::move(sha256);
  else
    reader.fail("describes a file by hashes without SHA-256");
  return file;
}

TargetFile read_target_file(Reader& reader, Json entry) {
  TargetFile file;
  file.length = static_cast<std::size_t>(reader.number(entry, "length", 0));
  file.sha256 = read_sha256(reader.object(entry, "hashes")).value_or("");
  return file;
}

bool has_delegations(Json content) {
  const auto delegations = content.member("delegations");
  if (!delegations) return false;
  const auto roles = delegations->member("roles");
  return (roles && !(roles->is_array() && roles->empty())) || delegations->member("succinct_roles");
}

/// Parses the file, then lets `fill` read what the role adds to the envelope.
template <typename T, typename Fill>
MetadataResult<T> read(std::string_view json, const char* type, Fill fill) {
  const auto parsed = pack::parse_json(json, pack::document_limits);
  if (!parsed) return MetadataFault{Code::malformed, parsed.error().message};
  const Json document = parsed->root();
  if (!document.is_object()) return MetadataFault{Code::malformed, "is no JSON object"};
  Reader reader;
  T metadata;
  metadata.envelope = read_envelope(reader, document, type);
  fill(reader, reader.object(document, "signed"), metadata);
  return reader.result(std::move(metadata));
}

}  // namespace

MetadataResult<RootMetadata> read_root(std::string_view json) {
  return read<RootMetadata>(json, "root", [](Reader& reader, Json content, RootMetadata& root) {
    const auto consistent = content.member("consistent_snapshot");
    root.consistent_snapshot = consistent && consistent->is_true();
    for (const Json key : reader.object(content, "keys")) {
      if (auto hex = ed25519_key(key)) root.ed25519_keys.emplace(key.key(), *std::move(hex));
    }
    Json roles = reader.object(content, "roles");
    for (const char* role : {"root", "timestamp", "snapshot", "targets"})
      root.roles.emplace(role, read_authority(reader, roles, role));
  });
}

MetadataResult<TimestampMetadata> read_timestamp(std::string_view json) {
  const auto fill = [](Reader& reader, Json content, TimestampMetadata& timestamp) {
    Json meta = reader.object(content, "meta");
    timestamp.snapshot = read_file_version(reader, reader.object(meta, "snapshot.json"));
  };
  return read<TimestampMetadata>(json, "timestamp", fill);
}

MetadataResult<SnapshotMetadata> read_snapshot(std::string_view json) {
  const auto fill = [](Reader& reader, Json content, SnapshotMetadata& snapshot) {
    for (const Json entry : reader.object(content, "meta"))
      snapshot.files.emplace(entry.key(), read_file_version(reader, entry));
    if (!snapshot.files.contains("targets.json")) reader.fail("does not list targets.json");
  };
  return read<SnapshotMetadata>(json, "snapshot", fill);
}

MetadataResult<TargetsMetadata> read_targets(std::string_view json) {
  const auto fill = [](Reader& reader, Json content, TargetsMetadata& targets) {
    for (const Json entry : reader.object(content, "targets"))
      targets.targets.emplace(entry.key(), read_target_file(reader, entry));
    targets.delegates = has_delegations(content);
  };
  return read<TargetsMetadata>(json, "targets", fill);
}

}  // namespace herold::update
