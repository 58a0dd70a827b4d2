#include <algorithm>
#include <utility>

#include "herold/update.h"
#include "update/trusted_set.h"

namespace herold::update {
namespace {

std::size_t limit_of(Role role) {
  switch (role) {
    case Role::root:
      return Limits::root;
    case Role::timestamp:
      return Limits::timestamp;
    case Role::snapshot:
      return Limits::snapshot;
    case Role::targets:
      return Limits::targets;
    case Role::bundle:
      break;
  }
  return Limits::target;
}

/// `a/b.json` → `targets/a/HASH.b.json`.
std::string target_path(std::string_view path, const std::string& hash_prefix) {
  const std::size_t name = path.rfind('/') + 1;  // npos + 1 is 0
  return "targets/" + std::string(path.substr(0, name)) + hash_prefix + std::string(path.substr(name));
}

}  // namespace

/// The order of things: root after root, then for each role what is stored, then what the repository has.
class Client::Workflow {
 public:
  Workflow(Trusted trusted, Instant now) : set_(now), trusted_(std::move(trusted)) {}

  Step refresh() {
    if (role_ != Role::root || waiting_ != Waiting::nothing)
      return refuse(Code::protocol, "refresh() ran before");
    return offer(Source::store, trusted_.root, {});
  }

  Step target(std::string_view path);
  Step resume(Answer answer);

  const TrustedSet* refreshed() const { return refreshed_ ? &set_ : nullptr; }
  const Trusted& trusted() const { return trusted_; }

 private:
  enum class Waiting { nothing, file, signatures };

  Step begin(Role role);
  Step fetch(Role role);
  Step fetched(const Fetched& file);
  Step target_fetched(const Fetched& file);
  Step offer(Source source, std::string text, const std::string& sha256);
  Step verified(const std::vector<bool>& holds);
  Step accepted();
  Step roots_followed();
  Step after(Role role);
  Step fault(Fault fault);
  Step refuse(Code code, const std::string& what);
  std::string metadata_path(Role role) const;
  std::string& stored(Role role);

  TrustedSet set_;
  Trusted trusted_;
  bool refreshed_ = false;
  Waiting waiting_ = Waiting::nothing;
  Role role_ = Role::root;
  Source source_ = Source::store;
  std::string text_;
  std::size_t max_bytes_ = 0;
  int rotations_ = 0;
  TargetFile target_;
};

Step Client::Workflow::resume(Answer answer) {
  const Waiting waiting = std::exchange(waiting_, Waiting::nothing);
  if (waiting != Waiting::nothing) {
    if (const auto* failed = std::get_if<Failed>(&answer)) return refuse(Code::unreachable, failed->reason);
  }
  const auto* file = std::get_if<Fetched>(&answer);
  if (file && waiting == Waiting::file) return fetched(*file);
  const auto* signatures = std::get_if<Verified>(&answer);
  if (signatures && waiting == Waiting::signatures) return verified(signatures->holds);
  return refuse(Code::protocol, "got an answer that was not asked for");
}

Step Client::Workflow::begin(Role role) {
  role_ = role;
  if (stored(role).empty()) return fetch(role);
  return offer(Source::store, stored(role), {});
}

Step Client::Workflow::fetch(Role role) {
  role_ = role;
  waiting_ = Waiting::file;
  max_bytes_ = limit_of(role);
  Fetch fetch{metadata_path(role), max_bytes_, {}};
  if (role != Role::snapshot && role != Role::targets) return fetch;
  const FileVersion& file = set_.announced(role);
  max_bytes_ = std::min(max_bytes_, file.length.value_or(max_bytes_));
  return Fetch{std::move(fetch.path), max_bytes_, file.sha256};
}

Step Client::Workflow::fetched(const Fetched& file) {
  if (!file.bytes) {
    if (role_ == Role::root) return roots_followed();
    return refuse(Code::missing, "is not in the repository");
  }
  if (file.bytes->size() > max_bytes_)
    return refuse(Code::too_large, "is longer than " + std::to_string(max_bytes_) + " bytes");
  if (role_ == Role::bundle) return target_fetched(file);
  return offer(Source::repository, *file.bytes, file.sha256);
}

Step Client::Workflow::target_fetched(const Fetched& file) {
  if (file.bytes->size() != target_.length) return refuse(Code::mismatch, "is not of the announced length");
  if (file.sha256 != target_.sha256) return refuse(Code::mismatch, "has not the announced hash");
  return Done{*file.bytes};
}

Step Client::Workflow::offer(Source source, std::string text, const std::string& sha256) {
  source_ = source;
  text_ = std::move(text);
  if (auto found = set_.offer(role_, source, text_, sha256)) return fault(*std::move(found));
  if (set_.checks().empty()) return verified({});
  waiting_ = Waiting::signatures;
  return Verify{set_.checks()};
}

Step Client::Workflow::verified(const std::vector<bool>& holds) {
  if (auto found = set_.accept(holds)) return fault(*std::move(found));
  return accepted();
}

Step Client::Workflow::accepted() {
  if (source_ == Source::repository && set_.replaced()) stored(role_) = std::move(text_);
  if (role_ == Role::root) {
    if (rotations_++ == Limits::roots) return refuse(Code::too_many_roots, "was rotated too often to follow");
    return fetch(Role::root);
  }
  if (source_ == Source::repository) return after(role_);
  // What is stored spares the download only when the role above still announces it.
  if (role_ == Role::timestamp || !set_.is_current(role_)) return fetch(role_);
  if (auto found = set_.expired(role_)) return refuse(found->code, found->message);
  return after(role_);
}

Step Client::Workflow::roots_followed() {
  if (auto found = set_.expired(Role::root)) return refuse(found->code, found->message);
  return begin(Role::timestamp);
}

Step Client::Workflow::after(Role role) {
  if (role == Role::timestamp) return begin(Role::snapshot);
  if (role == Role::snapshot) return begin(Role::targets);
  refreshed_ = true;
  return Done{};
}

/// Stored metadata that no longer holds is forgotten, except the root, without which nothing can be trusted.
/// This is what lets a repository recover by rotating keys after versions ran ahead.
Step Client::Workflow::fault(Fault found) {
  if (source_ == Source::repository || role_ == Role::root)
    return refuse(found.code, std::move(found.message));
  stored(role_).clear();
  return fetch(role_);
}

Step Client::Workflow::target(std::string_view path) {
  if (!refreshed_ || waiting_ != Waiting::nothing)
    return refuse(Code::protocol, "was asked for before the refresh");
  role_ = Role::bundle;
  const TargetsMetadata& targets = set_.targets();
  const auto found = targets.targets.find(std::string(path));
  if (found == targets.targets.end()) {
    if (targets.delegates)
      return refuse(Code::delegations, "is left to delegated roles, which are not supported");
    return refuse(Code::no_target, "is not among the targets: " + std::string(path));
  }
  target_ = found->second;
  if (target_.sha256.empty()) return refuse(Code::malformed, "is listed without SHA-256");
  if (target_.length > Limits::target) return refuse(Code::too_large, "is announced longer than the limit");
  max_bytes_ = target_.length;
  waiting_ = Waiting::file;
  const std::string prefix = set_.root().consistent_snapshot ? target_.sha256 + "." : "";
  return Fetch{target_path(path, prefix), max_bytes_, target_.sha256};
}

Step Client::Workflow::refuse(Code code, const std::string& what) {
  waiting_ = Waiting::nothing;
  return Refused{code, role_, std::string(name(role_)) + ": " + what};
}

std::string Client::Workflow::metadata_path(Role role) const {
  const std::string file = std::string(name(role)) + ".json";
  if (role == Role::root) return "metadata/" + std::to_string(set_.root().envelope.version + 1) + "." + file;
  if (role == Role::timestamp || !set_.root().consistent_snapshot) return "metadata/" + file;
  return "metadata/" + std::to_string(set_.announced(role).version) + "." + file;
}

std::string& Client::Workflow::stored(Role role) {
  switch (role) {
    case Role::timestamp:
      return trusted_.timestamp;
    case Role::snapshot:
      return trusted_.snapshot;
    case Role::targets:
      return trusted_.targets;
    case Role::root:
    case Role::bundle:
      break;
  }
  return trusted_.root;
}

Client::Client(Trusted trusted, Instant now)
    : workflow_(std::make_unique<Workflow>(std::move(trusted), now)) {}
Client::~Client() = default;
Client::Client(Client&&) noexcept = default;
Client& Client::operator=(Client&&) noexcept = default;

Step Client::refresh() { return workflow_->refresh(); }
Step Client::target(std::string_view path) { return workflow_->target(path); }
Step Client::resume(Answer answer) { return workflow_->resume(std::move(answer)); }
const Trusted& Client::trusted() const { return workflow_->trusted(); }

std::string Client::target_sha256(std::string_view path) const {
  const TrustedSet* set = workflow_->refreshed();
  if (!set) return {};
  const auto found = set->targets().targets.find(std::string(path));
  return found == set->targets().targets.end() ? std::string() : found->second.sha256;
}

}  // namespace herold::update
