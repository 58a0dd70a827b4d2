// Invitations, the devices they admit, and leaving again. A device is all the server knows of a person:
// channel, role, groups and the day of joining, under the hash of its token.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/clock.h"
#include "app/privacy.h"
#include "app/result.h"
#include "app/source.h"
#include "app/stored_thing.h"
#include "store/store.h"

namespace herold::app {

struct InvitationRequest {
  std::string channel = kEveryone;
  std::string role;  // may be empty: no role
  std::vector<std::string> groups;
  std::string expires_at;  // RFC 3339; in the future
  std::int64_t uses = 1;
  std::string note;
};

struct CreatedInvitation {
  store::Invitation invitation;
  std::string code;         // shown once; only its hash is stored
  std::string fingerprint;  // base64url of the first 16 bytes of the root file's SHA-256

  // `base` + "/join#CODE.FP"
  std::string url(std::string_view base) const;
};

struct Enrolled {
  std::string token;  // the device's secret; only its hash is stored
  std::string organisation;
  std::string organisation_title;  // JSON: a text or a map of texts
  std::string channel;
  std::string role;
  std::vector<std::string> groups;
  std::string root;  // exact text of the root file the invitation pins
  Seconds joined_at = 0;
};

struct Me {
  std::string channel;
  std::string role;
  std::vector<std::string> groups;
  Seconds joined_at = 0;  // the day's beginning
  std::vector<StoredThing> stored;
};

class Enrolment {
 public:
  Enrolment(store::Store& store, const Clock& clock) : store_(store), clock_(clock) {}

  // An invitation, and how many devices it admitted: what an invitation of one person would tell of that
  // person is not told.
  struct Issued {
    store::Invitation invitation;
    Figure used;
  };
  Result<std::vector<Issued>> invitations();
  Result<CreatedInvitation> invite(const InvitationRequest& request, std::string_view actor);
  Result<void> withdraw(std::string_view id, std::string_view actor);

  // Unknown, expired, used-up and withdrawn codes are told apart by `message` only; all are
  // `unauthenticated`.
  Result<Enrolled> enrol(std::string_view code);

  Result<store::Device> authenticate(std::string_view token);
  Result<Me> me(std::string_view token);
  // Deletes everything about the person and says what that was.
  Result<std::vector<StoredThing>> leave(std::string_view token);

  struct ChannelFigure {
    std::string channel;
    Figure devices;
  };
  struct People {
    Figure devices;
    std::vector<ChannelFigure> channels;  // in the organisation's order
  };
  // Who is enrolled, as far as that is about k people or more.
  Result<People> people();

 private:
  store::Store& store_;
  const Clock& clock_;
};

}  // namespace herold::app
