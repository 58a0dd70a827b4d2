#include "app/enrolment.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/audit.h"
#include "app/crypto.h"
#include "app/group_privacy.h"
#include "app/json.h"
#include "app/source.h"
#include "app/update_repository.h"
#include "app/validation.h"

namespace herold::app {
namespace {

constexpr std::size_t kCodeBytes = 16;
constexpr std::size_t kTokenBytes = 32;

bool lists(const Json& named, std::string_view id) {
  return std::any_of(named.begin(), named.end(), [&](const Json& one) { return text_of(one, "id") == id; });
}

std::vector<Problem> problems_of(const InvitationRequest& request, const Json& organisation, Seconds now) {
  Validation validation("");
  const Json& channels = organisation.at("channels");
  validation.require(std::find(channels.begin(), channels.end(), Json(request.channel)) != channels.end(),
                     "/channel", "there is no channel \"" + request.channel + "\"");
  validation.require(request.role.empty() || lists(organisation.at("roles"), request.role), "/role",
                     "there is no role \"" + request.role + "\"");
  for (std::size_t i = 0; i < request.groups.size(); ++i) {
    validation.require(lists(organisation.at("groups"), request.groups[i]), "/groups/" + std::to_string(i),
                       "there is no group \"" + request.groups[i] + "\"");
  }
  const auto expires_at = parse_rfc3339(request.expires_at);
  validation.require(expires_at.has_value(), "/expiresAt", "must be an RFC 3339 time");
  validation.require(!expires_at || *expires_at > now, "/expiresAt", "must be in the future");
  validation.require(request.uses >= 1 && request.uses <= InputLimits::invitation_uses, "/uses",
                     "must be " + from_to(1, InputLimits::invitation_uses));
  validation.require(is_line(request.note, InputLimits::invitation_note), "/note",
                     "must be one line of " + at_most(InputLimits::invitation_note, "characters"));
  return std::move(validation).problems();
}

std::vector<std::string> without_repeats(const std::vector<std::string>& ids) {
  const std::set<std::string> unique(ids.begin(), ids.end());
  return {unique.begin(), unique.end()};
}

Error not_admitted(const std::string& why) { return {ErrorCode::unauthenticated, why}; }

std::optional<Error> unusable(const std::optional<store::Invitation>& invitation, Seconds now) {
  if (!invitation)
    return not_admitted("This invitation is not known here, or was withdrawn. Ask for a new one.");
  if (invitation->expires_at <= now) return not_admitted("This invitation has expired. Ask for a new one.");
  return std::nullopt;
}

const Error kNotEnrolled{ErrorCode::unauthenticated, "this device is not enrolled"};

// What me() lists and leave() deletes.
std::vector<StoredThing> stored_about_person() {
  const auto inventory = data_inventory();
  std::vector<StoredThing> about;
  std::copy_if(inventory.begin(), inventory.end(), std::back_inserter(about),
               [](const StoredThing& thing) { return thing.key.starts_with("device."); });
  return about;
}

using Sizes = std::map<std::string, std::int64_t>;

// Sizes of parts of the whole, as far as they may be shown.
class ShownSizes {
 public:
  ShownSizes(Sizes sizes, std::int64_t k) : sizes_(std::move(sizes)), shown_(parts_to_show(sizes_, k)) {}

  Figure of(const std::string& part) const {
    if (!shown_.contains(part)) return {.too_small = true, .n = 0};
    return {.too_small = false, .n = sizes_.at(part)};
  }

 private:
  Sizes sizes_;
  std::set<std::string> shown_;
};

}  // namespace

std::string CreatedInvitation::url(std::string_view base) const {
  while (base.ends_with('/')) base.remove_suffix(1);
  return std::string(base) + "/join#" + code + "." + fingerprint;
}

Result<std::vector<Enrolment::Issued>> Enrolment::invitations() {
  return store_.read([&](store::Transaction& tx) -> Result<std::vector<Issued>> {
    auto invitations = tx.invitations();
    Sizes used;
    for (const store::Invitation& one : invitations) used[one.id] = one.used;
    const ShownSizes shown(used, privacy_threshold(tx));
    std::vector<Issued> issued;
    for (store::Invitation& one : invitations) {
      const Figure figure = shown.of(one.id);
      issued.push_back({std::move(one), figure});
    }
    return issued;
  });
}

Result<CreatedInvitation> Enrolment::invite(const InvitationRequest& request, std::string_view actor) {
  return store_.write([&](store::Transaction& tx) -> Result<CreatedInvitation> {
    const Json organisation = stored(organisation_document(tx).body);
    if (auto problems = problems_of(request, organisation, clock_.now()); !problems.empty()) {
      return refused("the invitation cannot be made", std::move(problems));
    }
    const auto root = tx.role_version("root");
    if (!root) return Error{ErrorCode::unavailable, "there are no signing keys yet"};
    const std::string code = random_secret(kCodeBytes);
    const std::string fingerprint = fingerprint_of(tx.file(root->file).value().bytes);
    store::Invitation invitation{.id = hex(random_bytes(8)),
                                 .code_hash = sha256(code),
                                 .channel = request.channel,
                                 .role = request.role,
                                 .groups = without_repeats(request.groups),
                                 .expires_at = parse_rfc3339(request.expires_at).value(),
                                 .uses = request.uses,
                                 .used = 0,
                                 .note = request.note,
                                 .root_version = root->version,
                                 .root_fingerprint = fingerprint,
                                 .created_at = clock_.now(),
                                 .created_by = std::string(actor)};
    tx.add_invitation(invitation);
    audit(tx, clock_, actor, "invitation.create", invitation.id);
    return CreatedInvitation{.invitation = std::move(invitation), .code = code, .fingerprint = fingerprint};
  });
}

Result<void> Enrolment::withdraw(std::string_view id, std::string_view actor) {
  const Error none{ErrorCode::not_found, "there is no such invitation"};
  if (!is_slug(id)) return none;
  return store_.write([&](store::Transaction& tx) -> Result<void> {
    if (!tx.remove_invitation(id)) return none;
    audit(tx, clock_, actor, "invitation.withdraw", id);
    return {};
  });
}

Result<Enrolled> Enrolment::enrol(std::string_view code) {
  const std::string code_hash = sha256(code);
  return store_.write([&](store::Transaction& tx) -> Result<Enrolled> {
    const auto invitation = tx.invitation_by_code(code_hash);
    if (auto error = unusable(invitation, clock_.now())) return *error;
    if (!tx.count_use(invitation->id)) {
      return not_admitted("This invitation has been used as often as it may be. Ask for a new one.");
    }
    const std::string token = random_secret(kTokenBytes);
    const std::int64_t joined_day = clock_.now() / kDay;
    tx.add_device({.token_hash = sha256(token),
                   .channel = invitation->channel,
                   .role = invitation->role,
                   .groups = invitation->groups,
                   .joined_day = joined_day});
    const Json organisation = stored(organisation_document(tx).body);
    const std::string root = "metadata/" + std::to_string(invitation->root_version) + ".root.json";
    return Enrolled{.token = token,
                    .organisation = text_of(organisation, "id"),
                    .organisation_title = organisation.at("title").dump(),
                    .channel = invitation->channel,
                    .role = invitation->role,
                    .groups = invitation->groups,
                    .root = tx.file(root).value().bytes,
                    .joined_at = joined_day * kDay};
  });
}

Result<store::Device> Enrolment::authenticate(std::string_view token) {
  const std::string token_hash = sha256(token);
  return store_.read([&](store::Transaction& tx) -> Result<store::Device> {
    auto device = tx.device(token_hash);
    if (!device) return kNotEnrolled;
    return std::move(*device);
  });
}

Result<Me> Enrolment::me(std::string_view token) {
  const auto device = authenticate(token);
  if (!device) return device.error();
  return Me{.channel = device->channel,
            .role = device->role,
            .groups = device->groups,
            .joined_at = device->joined_day * kDay,
            .stored = stored_about_person()};
}

Result<std::vector<StoredThing>> Enrolment::leave(std::string_view token) {
  const std::string token_hash = sha256(token);
  return store_.write([&](store::Transaction& tx) -> Result<std::vector<StoredThing>> {
    if (!tx.remove_device(token_hash)) return kNotEnrolled;
    return stored_about_person();
  });
}

Result<Enrolment::People> Enrolment::people() {
  return store_.read([&](store::Transaction& tx) -> Result<People> {
    const std::int64_t k = privacy_threshold(tx);
    const ShownSizes shown(tx.people_by_channel(), k);
    People people{.devices = figure_of(tx.people(), k), .channels = {}};
    const Json organisation = stored(organisation_document(tx).body);
    for (const Json& channel : organisation.at("channels"))
      people.channels.push_back({channel.get<std::string>(), shown.of(channel.get<std::string>())});
    return people;
  });
}

}  // namespace herold::app
