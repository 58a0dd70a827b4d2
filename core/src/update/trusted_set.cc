#include "update/trusted_set.h"

#include <utility>

namespace herold::update {
namespace {

constexpr const char* targets_file = "targets.json";

Fault version_fault(Code code, std::int64_t got, std::int64_t expected) {
  const std::string than = code == Code::rollback ? ", older than version " : ", not the announced version ";
  return {code, "is version " + std::to_string(got) + than + std::to_string(expected)};
}

}  // namespace

std::optional<Fault> TrustedSet::offer(Role role, Source source, std::string_view text,
                                       std::string_view sha256) {
  source_ = source;
  question_ = {};
  replaced_ = false;
  candidate_ = {};
  if (source == Source::repository) {
    if (auto fault = differs_from_announced(role, text, sha256)) return fault;
  }
  if (auto fault = read(role, text)) return fault;
  ask(role);
  return std::nullopt;
}

std::optional<Fault> TrustedSet::accept(const std::vector<bool>& holds) {
  if (!question_.met(holds)) return Fault{Code::signatures, "has fewer valid signatures than its threshold"};
  auto fault = std::visit([this](auto& candidate) { return judge(candidate); }, candidate_);
  candidate_ = {};
  return fault;
}

bool TrustedSet::is_current(Role role) const {
  const Envelope* known = envelope(role);
  return known && known->version == announced(role).version;
}

std::optional<Fault> TrustedSet::expired(Role role) const { return too_old(*envelope(role)); }

const FileVersion& TrustedSet::announced(Role role) const {
  return role == Role::snapshot ? timestamp_->snapshot : snapshot_->files.at(targets_file);
}

std::optional<Fault> TrustedSet::differs_from_announced(Role role, std::string_view text,
                                                        std::string_view sha256) const {
  if (role != Role::snapshot && role != Role::targets) return std::nullopt;
  const FileVersion& file = announced(role);
  if (file.length && *file.length != text.size())
    return Fault{Code::mismatch, "is not of the announced length"};
  if (!file.sha256.empty() && file.sha256 != sha256)
    return Fault{Code::mismatch, "has not the announced hash"};
  return std::nullopt;
}

std::optional<Fault> TrustedSet::read(Role role, std::string_view text) {
  switch (role) {
    case Role::root:
      return keep_candidate(read_root(text));
    case Role::timestamp:
      return keep_candidate(read_timestamp(text));
    case Role::snapshot:
      return keep_candidate(read_snapshot(text));
    case Role::targets:
      return keep_candidate(read_targets(text));
    case Role::bundle:
      break;
  }
  return Fault{Code::protocol, "is no metadata"};
}

template <typename T>
std::optional<Fault> TrustedSet::keep_candidate(MetadataResult<T> result) {
  if (auto* fault = std::get_if<Fault>(&result)) return std::move(*fault);
  candidate_ = std::get<T>(std::move(result));
  return std::nullopt;
}

void TrustedSet::ask(Role role) {
  const auto* new_root = std::get_if<RootMetadata>(&candidate_);
  if (new_root) question_.ask(new_root->envelope, *new_root, Role::root);
  if (new_root && !root_) return;
  const auto ask_root = [&](const auto& candidate) {
    if constexpr (requires { candidate.envelope; }) question_.ask(candidate.envelope, *root_, role);
  };
  std::visit(ask_root, candidate_);
}

std::optional<Fault> TrustedSet::judge(std::monostate) { return Fault{Code::protocol, "was not offered"}; }

std::optional<Fault> TrustedSet::judge(RootMetadata& root) {
  if (root_) {
    const auto got = root.envelope.version, known = root_->envelope.version;
    if (got <= known) return version_fault(Code::rollback, got, known + 1);
    if (got != known + 1) return version_fault(Code::mismatch, got, known + 1);
  }
  root_ = std::move(root);
  replaced_ = true;
  return std::nullopt;
}

std::optional<Fault> TrustedSet::judge(TimestampMetadata& timestamp) {
  if (timestamp_) {
    const auto got = timestamp.envelope.version, known = timestamp_->envelope.version;
    if (got < known) return version_fault(Code::rollback, got, known);
    if (got == known) return too_old(timestamp_->envelope);
    if (timestamp.snapshot.version < timestamp_->snapshot.version)
      return Fault{Code::rollback, "announces a snapshot older than the one known"};
  }
  if (source_ == Source::repository) {
    if (auto fault = too_old(timestamp.envelope)) return fault;
  }
  timestamp_ = std::move(timestamp);
  replaced_ = true;
  return std::nullopt;
}

std::optional<Fault> TrustedSet::judge(SnapshotMetadata& snapshot) {
  if (source_ == Source::repository) {
    const auto got = snapshot.envelope.version, expected = announced(Role::snapshot).version;
    if (got != expected) return version_fault(Code::mismatch, got, expected);
    if (auto fault = rolls_back(snapshot)) return fault;
    if (auto fault = too_old(snapshot.envelope)) return fault;
  }
  snapshot_ = std::move(snapshot);
  replaced_ = true;
  return std::nullopt;
}

std::optional<Fault> TrustedSet::judge(TargetsMetadata& targets) {
  const auto got = targets.envelope.version, expected = announced(Role::targets).version;
  if (got != expected) return version_fault(Code::mismatch, got, expected);
  if (auto fault = too_old(targets.envelope)) return fault;
  targets_ = std::move(targets);
  replaced_ = true;
  return std::nullopt;
}

std::optional<Fault> TrustedSet::rolls_back(const SnapshotMetadata& snapshot) const {
  if (!snapshot_) return std::nullopt;
  for (const auto& [file, known] : snapshot_->files) {
    const auto found = snapshot.files.find(file);
    if (found == snapshot.files.end()) return Fault{Code::rollback, "no longer lists " + file};
    if (found->second.version < known.version)
      return Fault{Code::rollback, "lists an older version of " + file + " than the one known"};
  }
  return std::nullopt;
}

std::optional<Fault> TrustedSet::too_old(const Envelope& envelope) const {
  if (envelope.expires > now_) return std::nullopt;
  return Fault{Code::expired, "has expired (version " + std::to_string(envelope.version) + ")"};
}

const Envelope* TrustedSet::envelope(Role role) const {
  const auto of = [](const auto& metadata) { return metadata ? &metadata->envelope : nullptr; };
  switch (role) {
    case Role::root:
      return of(root_);
    case Role::timestamp:
      return of(timestamp_);
    case Role::snapshot:
      return of(snapshot_);
    case Role::targets:
      return of(targets_);
    case Role::bundle:
      break;
  }
  return nullptr;
}

}  // namespace herold::update
