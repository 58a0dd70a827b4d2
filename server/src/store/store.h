// Where everything lives. One Store interface; SQLite and PostgreSQL behind it; the SQL is shared
// (store/tables/*.cc), only the connections differ.
//
// Work happens inside a transaction, and a transaction is a function:
//
//   Result<Saved> saved = store->write([&](Transaction& tx) -> Result<Saved> { … });
//
// `write` commits when the function returns a value, and rolls everything back when it returns an Error or
// when the database fails, which comes back as Error{unavailable}. One writer runs at a time, among all
// replicas; so a function may read, decide and write without meeting a change halfway. `read` sees one
// snapshot and may run in any number of threads. Neither may be nested.
//
// Secrets: codes, tokens and passwords reach the store as hashes only, signing keys sealed only.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "app/result.h"
#include "store/records.h"

namespace herold::store {

class Connection;

// Valid only inside the function it is given to. Methods may throw DatabaseFailure, which `read` and `write`
// turn into an Error; callers let it pass.
class Transaction {
 public:
  explicit Transaction(Connection& connection) : connection_(connection) {}

  // Documents: JSON texts with a version that counts up with every change, removal included, so that a
  // version never comes back. Removed documents stay as tombstones.
  std::vector<Document> documents(DocumentKind kind);  // those not removed, ids in byte order
  std::map<std::string, std::int64_t> document_versions(DocumentKind kind);  // by id, of those not removed
  // The sum of all versions, of those removed too: counts up with every change of any of them.
  std::int64_t count_changes(DocumentKind kind);
  std::optional<Document> document(DocumentKind kind, std::string_view id);  // tombstones too
  void put_document(DocumentKind kind, const Document& document);

  // What editors decided about content items; those without a row are approved.
  std::vector<ContentState> content_states();
  std::optional<ContentState> content_state(std::string_view id);
  std::int64_t count_content_states(std::string_view source, std::string_view state);
  void put_content_state(const ContentState& state);
  void remove_content_state(std::string_view id);
  void add_proposal(const StoredProposal& proposal);
  std::optional<StoredProposal> proposal(std::string_view id);
  void forget_proposals_before(std::int64_t day);

  // Administrators and their sessions.
  std::vector<Administrator> administrators();
  std::optional<Administrator> administrator(std::string_view email);
  void put_administrator(const Administrator& administrator);
  void remove_administrator(std::string_view email);  // and its sessions
  void add_session(const Session& session);
  std::optional<Session> session(std::string_view token_hash);
  void remove_session(std::string_view token_hash);
  void remove_sessions_of(std::string_view email);
  void remove_sessions_before(std::int64_t expires_at);

  // Invitations and the devices they admitted. A device row is all that is known of a person.
  std::vector<Invitation> invitations();  // newest first
  std::optional<Invitation> invitation_by_code(std::string_view code_hash);
  void add_invitation(const Invitation& invitation);
  bool remove_invitation(std::string_view id);
  bool count_use(std::string_view id);  // false when no use was left
  void add_device(const Device& device);
  std::optional<Device> device(std::string_view token_hash);
  bool remove_device(std::string_view token_hash);
  std::int64_t people();
  std::vector<std::int64_t> joined_days(std::string_view group);  // oldest first; of all people when empty
  std::map<std::string, std::int64_t> people_by_channel();
  std::vector<PeopleAlike> people_alike();  // everyone, parts without people left out

  // Activity: ids (so that a repeat counts once) and totals; nothing of a person.
  bool remember_count(std::string_view id, std::int64_t day);  // false when it was there already
  void forget_counts_before(std::int64_t day);
  void add_total(const ActivityTotal& total);  // n is added to what is there
  std::vector<ActivityTotal> totals(std::int64_t from_day, std::int64_t to_day);  // both inclusive

  // To whom items were published. Nothing is ever taken out.
  std::vector<Offer> offers_on(std::string_view channel);
  std::vector<Offer> offers_of(std::string_view item);
  bool any_offer();
  void put_offer(const Offer& offer);

  // Short links, by slug, and how often they were followed.
  std::vector<Link> links();
  void put_link(const Link& link);        // a known slug gets the new address
  void add_clicks(const Clicks& clicks);  // n is added to what is there
  std::vector<Clicks> clicks(std::int64_t from_day, std::int64_t to_day);  // both inclusive

  // Feeds, oldest first, and the entries that were seen in them, which go with their feed.
  std::vector<Feed> feeds();
  std::optional<Feed> feed(std::string_view id);
  void put_feed(const Feed& feed);
  bool remove_feed(std::string_view id);
  bool remember_entry(std::string_view feed, std::string_view entry_hash);  // false when it was there already

  // Published files, by name. Written once, except `metadata/timestamp.json`.
  std::optional<File> file(std::string_view name);
  void put_file(const File& file);

  // Publications, newest first; sources are left out of lists.
  std::vector<Publication> publications();
  std::optional<Publication> publication(std::int64_t revision);
  std::optional<Publication> newest_publication();  // on any channel, without its source
  std::optional<Publication> latest_publication(std::string_view channel);
  std::int64_t latest_revision();                             // 0 before the first publication
  std::int64_t latest_revision_on(std::string_view channel);  // likewise
  void add_publication(const Publication& publication);

  // Signing keys and the state of the update repository.
  std::vector<SigningKey> signing_keys();
  void put_signing_key(const SigningKey& key);
  void remove_signing_key(std::string_view key_id);
  std::optional<RoleVersion> role_version(std::string_view role);
  void put_role_version(const RoleVersion& version);

  // The audit log, a chain; entries are only ever added.
  std::vector<AuditEntry> audit_before(std::int64_t sequence, std::int64_t limit,
                                       const AuditFilter& filter);                // newest first
  std::vector<AuditEntry> audit_from(std::int64_t sequence, std::int64_t limit);  // oldest first
  std::optional<AuditEntry> audit_last();
  std::vector<std::string> audit_actors();  // each once, in byte order
  void add_audit(const AuditEntry& entry);

 private:
  Connection& connection_;
};

// Hears of each new revision, whichever replica published it. Called from a thread of the store's or of the
// publisher's; must return at once. The same revision may be told twice.
class RevisionListener {
 public:
  virtual ~RevisionListener() = default;
  virtual void revision_published(std::int64_t revision) = 0;
};

class Store {
 public:
  virtual ~Store() = default;

  template <class F>
  auto read(F&& work) -> std::invoke_result_t<F, Transaction&> {
    return run<std::invoke_result_t<F, Transaction&>>(&Store::run_read, work);
  }

  template <class F>
  auto write(F&& work) -> std::invoke_result_t<F, Transaction&> {
    return run<std::invoke_result_t<F, Transaction&>>(&Store::run_write, work);
  }

  // Tells every replica's listener of a revision that has been committed.
  virtual void announce(std::int64_t revision) = 0;
  // One listener at most; null to stop. After the call returns the former listener is not called again.
  virtual void listen(RevisionListener* listener) = 0;

  // Copies the whole database, as of one moment, into a new file. SQLite only.
  virtual app::Result<void> backup(const std::string& path) = 0;

  // "SQLite at PATH" or "PostgreSQL at HOST/NAME": for messages; holds no password.
  virtual std::string description() const = 0;

 protected:
  // Runs the work in a transaction; it returns whether to commit. A failure comes back, never an exception.
  using Work = std::function<bool(Transaction&)>;
  virtual std::optional<app::Error> run_read(const Work& work) = 0;
  virtual std::optional<app::Error> run_write(const Work& work) = 0;

 private:
  template <class R, class F>
  R run(std::optional<app::Error> (Store::*runner)(const Work&), F& work) {
    std::optional<R> answer;
    std::optional<app::Error> failure = (this->*runner)([&](Transaction& tx) {
      answer.emplace(work(tx));
      return static_cast<bool>(*answer);
    });
    if (failure) return R(std::move(*failure));
    return std::move(*answer);
  }
};

// Opens `sqlite:PATH` or `postgresql://…`, creates or migrates the schema. Refuses, saying what to do: a file
// that is no database, a damaged one, one of another program, one of a newer Herold.
app::Result<std::unique_ptr<Store>> open_store(const std::string& url);

// The same of a database that is there: `not_found` where open_store would make a new one, so that a mistyped
// path passes for no empty database.
app::Result<std::unique_ptr<Store>> open_existing_store(const std::string& url);

// Copies a file that Store::backup made to `sqlite:PATH`, where nothing may be, and migrates the copy. The
// backup is only read; nothing stays of a copy that fails. Refuses a database that is in use (with a log
// beside it), for a part of it would be missing.
app::Result<void> restore(const std::string& backup, const std::string& url);

}  // namespace herold::store
