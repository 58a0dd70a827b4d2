// Pages that somebody or something proposes: an employee from the extension, a feed, an editor's link. They
// wait for an editor; nothing of who proposed is stored.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/addresses.h"
#include "app/clock.h"
#include "app/content_index.h"
#include "app/editorial.h"
#include "app/result.h"
#include "store/store.h"

namespace herold::app {

struct ProposedImage {
  std::string url;
  std::string alt = {};  // may be missing until the item is approved
};

// All texts are UTF-8. White space runs in title and summary become one space.
struct Proposal {
  std::string url;
  std::string title;
  std::string summary = {};
  std::string language = {};  // the pack's default when empty
  std::optional<ProposedImage> image = {};
  std::vector<std::string> topics = {};
  std::string owner = {};
  std::string source;     // "employee" | "feed:ID" | "link"; a link becomes a draft, the others are proposed
  std::string note = {};  // for the editors; at most 1,000 bytes
};

struct Proposed {
  std::string id;  // of the content item
  std::string title;
  Editorial state = Editorial::proposed;
  bool known = false;  // the item was there already, by canonical address
};

// Proposes any number of pages inside one transaction of the caller's, which writes.
class Proposing {
 public:
  // `library`: as `current_library` gave it before. It is read anew, which takes long, only if it has changed
  // since.
  Proposing(store::Transaction& tx, const Clock& clock, const std::shared_ptr<const IndexedContent>& library);

  // `refused` with the faults of the item to be; what was proposed before stays.
  Result<Proposed> propose(const Proposal& proposal);

 private:
  Proposed again(const ItemName& item, const std::string& note);
  std::string new_id(const std::string& title);

  store::Transaction& tx_;
  const Clock& clock_;
  std::shared_ptr<const Addresses> known_;
  Addresses added_;
};

// What a device is told.
struct Outcome {
  std::string id;     // random; whoever knows it may ask
  std::string state;  // "proposed" | "approved" | "declined"
  std::string note;   // why it was declined; empty otherwise
};

// Of employees, from their devices.
class Proposals {
 public:
  static constexpr Seconds kept = 180 * kDay;

  Proposals(store::Store& store, const Clock& clock, ContentIndex& index)
      : store_(store), clock_(clock), index_(index) {}

  Result<Outcome> propose(const Proposal& proposal);
  Result<Outcome> outcome(std::string_view id);
  // Numbers older than `kept`.
  Result<void> forget();

 private:
  store::Store& store_;
  const Clock& clock_;
  ContentIndex& index_;
};

}  // namespace herold::app
