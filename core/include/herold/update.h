// The client side of updates: the TUF 1.0 client workflow (The Update Framework, section 5) and, on top of
// it, the check that a bundle is this organisation's, this channel's and not an older one.
//
// Pure: no clock, no network, no storage, no cryptography. The caller turns the crank:
//
//   BundleUpdate update(request);
//   Step step = update.start();
//   while (fetch or verify)  step = update.resume(answer);
//   store update.trusted();                 // after Done and after Refused alike
//
// `Fetch` asks for one file below the repository's base ("metadata/2.root.json", "targets/…"), `Verify` asks
// which Ed25519 signatures hold. Hashes of fetched files come with the answer. Nothing is accepted unchecked:
// stored metadata is verified like fetched metadata, and ignored when it no longer holds. What was accepted
// before a refusal (a rotated root, a newer timestamp) stays accepted, as the specification asks; the bundle
// in force changes with `Done` alone.
//
// Not supported: delegated roles (a target that only a delegation could list is refused) and key types other
// than ed25519 (such keys count for nothing).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "herold/guideline.h"
#include "herold/names.h"

namespace herold::update {

/// In bytes, except `roots`.
struct Limits {
  static constexpr std::size_t root = 512 << 10;
  static constexpr std::size_t timestamp = 16 << 10;
  static constexpr std::size_t snapshot = 2 << 20;
  static constexpr std::size_t targets = 4 << 20;
  static constexpr std::size_t target = 32 << 20;
  static constexpr int roots = 256;  // rotations followed in one run
};

enum class Role : std::uint8_t { root, timestamp, snapshot, targets, bundle };

/// Why something was refused; interfaces put it into their own words.
enum class Code : std::uint8_t {
  unreachable,          // the caller could not answer; nothing is wrong with what is stored
  missing,              // the repository lacks a file that it must have
  too_large,            // beyond a limit, or longer than announced
  malformed,            // not the JSON that the role asks for
  unsupported_version,  // a specification version other than 1.x
  wrong_root,           // not the root that the invitation pins
  signatures,           // fewer valid signatures than the threshold
  rollback,             // older than what was accepted before
  expired,
  mismatch,  // hash, length or version is not the announced one
  no_target,
  delegations,
  wrong_organisation,
  wrong_channel,
  too_many_roots,
  protocol,  // an answer that does not belong to the step
};

inline constexpr auto role_names =
    names_up_to<Role::bundle>({"root", "timestamp", "snapshot", "targets", "bundle"});
inline constexpr auto code_names = names_up_to<Code::protocol>(
    {"unreachable", "missing", "too-large", "malformed", "unsupported-version", "wrong-root", "signatures",
     "rollback", "expired", "mismatch", "no-target", "delegations", "wrong-organisation", "wrong-channel",
     "too-many-roots", "protocol"});

constexpr std::string_view name(Role role) { return role_names[static_cast<std::size_t>(role)]; }
constexpr std::string_view name(Code code) { return code_names[static_cast<std::size_t>(code)]; }

/// Exact texts as received; empty: none yet. A client starts with a root alone.
struct Trusted {
  std::string root;
  std::string timestamp;
  std::string snapshot;
  std::string targets;
};

/// Both in lower-case hexadecimal; the signature is over the bytes of `message`.
struct SignatureCheck {
  std::string key;
  std::string signature;
  std::string message;
};

/// A longer file may be cut after max_bytes + 1. With `sha256` known beforehand the caller may answer from a
/// store of its own.
struct Fetch {
  std::string path;
  std::size_t max_bytes = 0;
  std::string sha256;
};

struct Verify {
  std::vector<SignatureCheck> checks;
};

/// For the workflow alone: the metadata is up to date, or the target's bytes. For a bundle update: the text
/// of the new bundle, or nothing when the one in force is current.
struct Done {
  std::optional<std::string> content;
};

struct Refused {
  Code code = Code::protocol;
  Role role = Role::root;
  std::string message;  // plain English, one line
};

using Step = std::variant<Fetch, Verify, Done, Refused>;

struct Fetched {
  std::optional<std::string> bytes;  // empty: the repository has no such file
  std::string sha256;                // of the bytes, lower-case hexadecimal
};

/// In the order of the checks.
struct Verified {
  std::vector<bool> holds;
};

struct Failed {
  std::string reason;
};

using Answer = std::variant<Fetched, Verified, Failed>;

/// The TUF workflow. refresh() first, once; after its Done any number of target().
class Client {
 public:
  Client(Trusted trusted, Instant now);
  ~Client();
  Client(Client&&) noexcept;
  Client& operator=(Client&&) noexcept;

  Step refresh();
  Step target(std::string_view path);
  Step resume(Answer answer);

  /// SHA-256 that the targets metadata lists for the path; empty when it is not listed.
  std::string target_sha256(std::string_view path) const;
  const Trusted& trusted() const;

 private:
  class Workflow;
  std::unique_ptr<Workflow> workflow_;
};

/// The bundle that is in use; it belongs to one channel.
struct InForce {
  std::int64_t revision = 0;
  std::string sha256;
};

/// The root that an invitation pins: base64url of the first 16 bytes of the root file's SHA-256.
struct Pin {
  std::string fingerprint;
  std::string root_sha256;
};

struct BundleRequest {
  std::string organisation;
  std::string channel;
  Instant now;
  Trusted trusted;
  std::optional<InForce> in_force;
  std::optional<Pin> pin;  // at enrolment
};

class BundleUpdate {
 public:
  explicit BundleUpdate(BundleRequest request);

  Step start();
  Step resume(Answer answer);

  const Trusted& trusted() const;
  const std::optional<InForce>& in_force() const;

 private:
  Step proceed(Step step);
  Step accept(std::string text);

  BundleRequest request_;
  Client client_;
  std::optional<InForce> in_force_;
  std::string target_;
  std::string sha256_;
};

/// FP of an invitation link, from the root file's SHA-256 in hexadecimal; empty when that is none.
std::string root_fingerprint(std::string_view sha256_hex);

}  // namespace herold::update
