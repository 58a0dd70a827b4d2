// The rows of the store. Times are seconds since 1970, days are days since 1970; hashes and keys are raw
// bytes.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace herold::store {

enum class DocumentKind { organisation, pack, topics, guideline, content, credential };

struct Document {
  std::string id;
  std::string body;  // JSON
  std::int64_t version = 0;
  bool removed = false;  // the body is then the last one, or an empty object
  std::int64_t updated_at = 0;
};

// An item's editorial state; the words are those of app/editorial.h.
struct ContentState {
  std::string id;
  std::string state;
  std::string source;  // who or what brought it: "", "employee", "link", "feed:ID"
  std::string remark;  // what who proposed it wanted to say
  std::string note;    // what an editor answered
  std::int64_t changed_at = 0;
};

struct StoredProposal {
  std::string id;
  std::string item;
  std::int64_t day = 0;
};

struct Administrator {
  std::string email;
  std::string name;
  std::string password_hash;
  std::int64_t created_at = 0;
};

struct Session {
  std::string token_hash;
  std::string email;
  std::int64_t expires_at = 0;
};

struct Invitation {
  std::string id;
  std::string code_hash;
  std::string channel;
  std::string role;
  std::vector<std::string> groups;
  std::int64_t expires_at = 0;
  std::int64_t uses = 0;
  std::int64_t used = 0;
  std::string note;
  std::int64_t root_version = 0;
  std::string root_fingerprint;
  std::int64_t created_at = 0;
  std::string created_by;
};

struct Device {
  std::string token_hash;
  std::string channel;
  std::string role;
  std::vector<std::string> groups;
  std::int64_t joined_day = 0;
};

// People whom no audience can tell apart.
struct PeopleAlike {
  std::string channel;
  std::string role;
  std::set<std::string> groups;
  std::int64_t people = 0;
};

// `group` is empty for the whole organisation. `people` is the smallest number of people, when something was
// added, whom the figure can be narrowed down to (app/reach.h), so that figures of a time when they were few
// stay hidden after they have become more.
struct ActivityTotal {
  std::int64_t day = 0;
  std::string event;
  std::string item;
  std::string network;
  std::string group;
  std::int64_t n = 0;
  std::int64_t people = 0;
};

// An item as a channel was last given it. `audience`: JSON of the item's member; empty for everyone there.
struct Offer {
  std::string item;
  std::string channel;
  std::string audience;
};

// A short link: its path is /r/SLUG-CHANNEL. Kept for ever, since it is out in the world.
struct Link {
  std::string slug;
  std::string item;
  std::string url;  // the item's, as last published
};

// How often the links of an item were followed in a channel on a day; by whom is not known. A click tells
// that somebody shared; so `people` is as in ActivityTotal.
struct Clicks {
  std::int64_t day = 0;
  std::string item;
  std::string channel;
  std::int64_t n = 0;
  std::int64_t people = 0;
};

// A time that does not come.
inline constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

// What editors set, then what the visits brought. Times are 0 where there was none yet; a paused feed is due
// never.
struct Feed {
  std::string id = {};
  std::string url = {};
  std::string title = {};
  std::string language = {};
  std::vector<std::string> topics = {};
  std::int64_t minutes = 0;
  bool enabled = false;
  std::string owner = {};
  std::int64_t created_at = 0;
  std::int64_t version = 1;  // counts up when editors set something

  std::string etag = {};
  std::string last_modified = {};
  std::int64_t fetched_at = 0;
  std::int64_t succeeded_at = 0;
  std::int64_t due_at = 0;
  std::int64_t leased_until = 0;
  std::int64_t failures = 0;  // in a row
  std::int64_t entries = 0;   // in the feed as last read
  std::int64_t proposed = 0;  // items, ever
  std::string trouble = {};   // a code; empty when all is well
  std::string trouble_detail = {};
  std::string trouble_message = {};
  std::string leased_by = {};  // a random text for each visit; empty when nobody visits
};

struct File {
  std::string name;
  std::string bytes;
  std::string sha256;  // hex
};

struct Publication {
  std::int64_t revision = 0;
  std::string channel;
  std::int64_t published_at = 0;
  std::string published_by;
  std::string note;
  std::int64_t guidelines = 0;
  std::int64_t content = 0;
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t removed = 0;
  std::int64_t restores = 0;  // the revision that it brought back, 0 when none
  std::string source;         // JSON: what was published, examples included
};

struct SigningKey {
  std::string key_id;  // hex
  std::string role;
  std::string public_key;
  std::string sealed;  // nonce and encrypted seed; empty when the key is kept elsewhere
  std::int64_t created_at = 0;
};

struct RoleVersion {
  std::string role;
  std::int64_t version = 0;
  std::int64_t expires_at = 0;
  std::string file;  // name of the published file
};

struct AuditEntry {
  std::int64_t sequence = 0;
  std::int64_t at = 0;
  std::string actor;
  std::string action;
  std::string subject;
  std::string previous;  // hash of the entry before, hex
  std::string hash;
};

// Each condition may be empty. Texts but the actor are in lower case, since the databases differ in what LIKE
// makes of it.
struct AuditFilter {
  std::string actor = {};
  std::string action = {};   // "content.save", or "content" for all that begin with "content."
  std::string subject = {};  // a part of it, whatever its case
  std::int64_t from = 0;     // inclusive
  std::int64_t until = std::numeric_limits<std::int64_t>::max();  // exclusive
};

}  // namespace herold::store
