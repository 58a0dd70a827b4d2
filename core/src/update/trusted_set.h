// The metadata that is trusted in one run, and the rules by which a candidate joins it.
//
//   offer()   reads a candidate and says which signatures are to be checked
//   accept()  judges it with the answers: signatures, versions, expiry
//
// A candidate that is refused changes nothing.
#pragma once

#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "update/metadata.h"
#include "update/signatures.h"

namespace herold::update {

using Fault = MetadataFault;

/// Stored metadata was judged when it came; now it is what new metadata must not fall behind, so it may have
/// expired and may be of another version than the one announced.
enum class Source { store, repository };

class TrustedSet {
 public:
  explicit TrustedSet(Instant now) : now_(now) {}

  std::optional<Fault> offer(Role role, Source source, std::string_view text, std::string_view sha256);
  const std::vector<SignatureCheck>& checks() const { return question_.checks(); }
  std::optional<Fault> accept(const std::vector<bool>& holds);

  /// Whether the last candidate took its place: a timestamp of a version that is known already does not.
  bool replaced() const { return replaced_; }

  /// Whether the role's metadata is the one that the role above announces.
  bool is_current(Role role) const;
  std::optional<Fault> expired(Role role) const;

  /// What the role above says about the snapshot or the targets.
  const FileVersion& announced(Role role) const;

  const RootMetadata& root() const { return *root_; }
  const TargetsMetadata& targets() const { return *targets_; }

 private:
  using Candidate =
      std::variant<std::monostate, RootMetadata, TimestampMetadata, SnapshotMetadata, TargetsMetadata>;

  std::optional<Fault> differs_from_announced(Role role, std::string_view text,
                                              std::string_view sha256) const;
  std::optional<Fault> read(Role role, std::string_view text);
  template <typename T>
  std::optional<Fault> keep_candidate(MetadataResult<T> result);
  void ask(Role role);

  std::optional<Fault> judge(std::monostate);
  std::optional<Fault> judge(RootMetadata& root);
  std::optional<Fault> judge(TimestampMetadata& timestamp);
  std::optional<Fault> judge(SnapshotMetadata& snapshot);
  std::optional<Fault> judge(TargetsMetadata& targets);
  std::optional<Fault> rolls_back(const SnapshotMetadata& snapshot) const;
  std::optional<Fault> too_old(const Envelope& envelope) const;
  const Envelope* envelope(Role role) const;

  Instant now_;
  Source source_ = Source::store;
  Candidate candidate_;
  SignatureQuestion question_;
  bool replaced_ = false;

  std::optional<RootMetadata> root_;
  std::optional<TimestampMetadata> timestamp_;
  std::optional<SnapshotMetadata> snapshot_;
  std::optional<TargetsMetadata> targets_;
};

}  // namespace herold::update
