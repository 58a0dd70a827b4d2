#include "app/publications.h"

#include <algorithm>

#include "app/audit.h"
#include "app/bundle.h"
#include "app/content.h"
#include "app/crypto.h"
#include "app/editorial.h"
#include "app/json.h"
#include "app/links.h"
#include "app/organisation.h"
#include "app/pack_reading.h"
#include "app/publication_subject.h"
#include "app/reach.h"
#include "app/update_repository.h"
#include "app/validation.h"
#include "herold/ascii.h"

namespace herold::app {
namespace {

std::int64_t count(const std::vector<Change>& changes, const char* change) {
  return std::count_if(changes.begin(), changes.end(),
                       [&](const Change& one) { return one.change == change; });
}

std::optional<Error> unknown_channel(const Source& source, std::string_view channel) {
  const Json organisation = stored(source.organisation);
  for (const Json& known : organisation.at("channels")) {
    if (known == channel) return std::nullopt;
  }
  return Error{ErrorCode::refused, "there is no channel \"" + std::string(channel) + "\"", "/channel"};
}

std::optional<Source> last_of(store::Transaction& tx, std::string_view channel) {
  const auto publication = tx.latest_publication(channel);
  if (!publication) return std::nullopt;
  return read_source(publication->source);
}

std::vector<std::string> channels(store::Transaction& tx) {
  return stored(organisation_document(tx).body).at("channels").get<std::vector<std::string>>();
}

// Of an item that was removed there is nothing left but what the channels have.
bool is_removed(store::Transaction& tx, std::string_view item) {
  const auto document = tx.document(store::DocumentKind::content, item);
  return document && document->removed;
}

// Into the archive, if it is not there.
std::optional<Error> put_away(store::Transaction& tx, const Clock& clock, std::string_view item,
                              const Expected& expected, std::string_view actor) {
  if (is_id(item) && is_removed(tx, item)) return std::nullopt;
  if (is_id(item) && editorial(editorial_state(tx, item)) == Editorial::archived) return std::nullopt;
  const auto archived = decide_item(tx, clock, item, {Decision::archive}, expected, actor);
  return archived ? std::nullopt : std::optional(archived.error());
}

// What has been published to everyone, for another channel.
std::map<std::string, std::string> everyones_content(store::Transaction& tx, std::string_view channel) {
  if (channel == kEveryone) return {};
  auto last = last_of(tx, kEveryone);
  return last ? std::move(last->content) : std::map<std::string, std::string>();
}

// An item whose address differs from where its link leads gets none in this bundle: its plain address is
// shared.
ShortLinks short_links(store::Transaction& tx, const Source& source, std::string_view channel,
                       const std::string& public_url) {
  const ByItem targets = link_targets(source.content, everyones_content(tx, channel));
  move_links(tx, targets);
  const std::string own = text_of(stored(source.organisation), "publicUrl");
  std::string base = public_url.empty() ? own : public_url;
  if (base.empty() || !has_short_links(source.organisation)) return {};
  if (base.back() == '/') base.pop_back();
  ShortLinks links{.base = base + "/r/", .slugs = assign_links(tx, targets)};
  std::erase_if(links.slugs, [&](const auto& slug) {
    const auto item = source.content.find(slug.first);
    return item == source.content.end() || text_of(stored(item->second), "url") != targets.at(slug.first);
  });
  return links;
}

// For what was published before offers were kept.
void record_offers_of_before(store::Transaction& tx) {
  if (tx.any_offer()) return;
  for (const std::string& channel : channels(tx)) {
    const auto last = last_of(tx, channel);
    if (last) record_offers(tx, channel, last->content);
  }
}

// Only names that this server makes reach the database.
bool is_file_name(std::string_view name) {
  return name.size() <= 200 && std::all_of(name.begin(), name.end(), [](char c) {
           return ascii::is_lower(c) || ascii::is_digit(c) || c == '.' || c == '-' || c == '/';
         });
}

}  // namespace

Publications::Publications(store::Store& store, const Clock& clock, const Keys& keys,
                           PublishedSources& sources, ContentIndex& index, ExampleRuns& examples,
                           std::string pages, std::string public_url)
    : store_(store),
      clock_(clock),
      keys_(keys),
      sources_(sources),
      index_(index),
      examples_(examples),
      pages_(std::move(pages)),
      public_url_(std::move(public_url)),
      sealer_(random_bytes) {}

Result<std::vector<store::Publication>> Publications::list() {
  return store_.read(
      [&](store::Transaction& tx) -> Result<std::vector<store::Publication>> { return tx.publications(); });
}

Result<Pending> Publications::pending(std::string_view channel) {
  return store_.read([&](store::Transaction& tx) -> Result<Pending> {
    const Source working = working_source(tx, index_);
    if (auto error = unknown_channel(working, channel)) return *error;
    const std::int64_t revision = tx.latest_revision_on(channel);
    return Pending{.channel = std::string(channel),
                   .revision = revision,
                   .changes = differences(sources_.of(tx, revision).get(), working)};
  });
}

Result<store::Publication> Publications::publish(std::string_view channel, std::string_view note,
                                                 std::string_view actor) {
  prepare_working_pack();
  return commit([&](store::Transaction& tx) -> Result<store::Publication> {
    const Source source = working_source(tx);
    auto problems = problems_of(*examples_.of(pack_text(source.head, source.guidelines)));
    if (!problems.empty()) return refused("the guidelines cannot be published", std::move(problems));
    return add(tx, source,
               {.channel = channel, .note = note, .actor = actor, .action = "publication.publish"});
  });
}

Result<store::Publication> Publications::restore(std::int64_t revision, std::string_view channel,
                                                 std::string_view actor) {
  return commit([&](store::Transaction& tx) -> Result<store::Publication> {
    const auto former = tx.publication(revision);
    if (!former) return Error{ErrorCode::not_found, "there is no revision " + std::to_string(revision)};
    Source source = read_source(former->source);
    // Roles, channels and settings are not rolled back: they belong to today's devices.
    source.organisation = organisation_document(tx).body;
    return add(tx, source,
               {.channel = channel,
                .note = {},
                .actor = actor,
                .action = "publication.restore",
                .restores = revision});
  });
}

Result<std::vector<store::Publication>> Publications::withdraw(std::string_view item,
                                                               const Expected& expected,
                                                               std::string_view actor) {
  auto withdrawn = store_.write([&](store::Transaction& tx) -> Result<std::vector<store::Publication>> {
    if (auto error = put_away(tx, clock_, item, expected, actor)) return *std::move(error);
    std::vector<store::Publication> all;
    for (const std::string& channel : channels(tx)) {
      auto source = last_of(tx, channel);
      if (!source || source->content.erase(std::string(item)) == 0) continue;
      auto publication = add(
          tx, *source, {.channel = channel, .note = {}, .actor = actor, .action = "publication.withdraw"});
      if (!publication) return publication.error();
      all.push_back(*std::move(publication));
    }
    if (!all.empty()) audit(tx, clock_, actor, "content.withdraw", item);
    return all;
  });
  if (withdrawn && !withdrawn->empty()) store_.announce(withdrawn->back().revision);
  return withdrawn;
}

Result<std::string> Publications::client_pack(std::string_view pack) {
  const std::lock_guard lock(sealing_);
  auto sealed = sealer_.pack_for_clients(pack);
  if (!sealed) return Error{ErrorCode::refused, sealed.error().message};
  return *std::move(sealed);
}

// Ahead of the transaction that publishes, which others wait for.
void Publications::prepare_working_pack() {
  const auto pack =
      store_.read([&](store::Transaction& tx) -> Result<std::string> { return working_pack(tx); });
  if (!pack) return;
  (void)client_pack(*pack);
  (void)examples_.of(*pack);
}

Result<store::Publication> Publications::add(store::Transaction& tx, const Source& source,
                                             const Order& order) {
  if (auto error = unknown_channel(source, order.channel)) return *error;
  if (!is_line(order.note, InputLimits::note)) {
    return Error{ErrorCode::refused,
                 "the note must be one line of " + at_most(InputLimits::note, "characters"), "/note"};
  }
  const auto last = last_of(tx, order.channel);
  const auto changes = differences(last ? &*last : nullptr, source);
  const store::Publication publication{.revision = tx.latest_revision() + 1,
                                       .channel = std::string(order.channel),
                                       .published_at = clock_.now(),
                                       .published_by = std::string(order.actor),
                                       .note = std::string(order.note),
                                       .guidelines = static_cast<std::int64_t>(source.guidelines.size()),
                                       .content = static_cast<std::int64_t>(source.content.size()),
                                       .added = count(changes, "added"),
                                       .changed = count(changes, "changed"),
                                       .removed = count(changes, "removed"),
                                       .restores = order.restores,
                                       .source = write_source(source)};
  UpdateRepository repository(tx, clock_, keys_);
  if (!repository.exists()) return Error{ErrorCode::unavailable, "there are no signing keys yet"};
  auto pack = client_pack(pack_text(source.head, source.guidelines));
  if (!pack) return pack.error();
  const ShortLinks links = short_links(tx, source, order.channel, public_url_);
  auto published = repository.publish({.channel = publication.channel,
                                       .bytes = bundle_text(source, publication, *pack, pages_, links),
                                       .revision = publication.revision});
  if (!published) return published.error();
  record_offers(tx, publication.channel, source.content);
  tx.add_publication(publication);
  audit(tx, clock_, order.actor, order.action,
        text_of(PublicationSubject{publication.revision, publication.channel}));
  return publication;
}

Result<store::Publication> Publications::commit(
    const std::function<Result<store::Publication>(store::Transaction&)>& work) {
  auto published = store_.write(work);
  if (published) store_.announce(published->revision);
  return published;
}

Result<store::File> Publications::file(std::string_view name) {
  const Error none{ErrorCode::not_found, "there is no published file of that name"};
  if (!is_file_name(name)) return none;
  return store_.read([&](store::Transaction& tx) -> Result<store::File> {
    auto file = tx.file(name);
    if (!file) return none;
    return std::move(*file);
  });
}

Result<std::int64_t> Publications::latest_revision() {
  return store_.read([&](store::Transaction& tx) -> Result<std::int64_t> { return tx.latest_revision(); });
}

Result<void> Publications::renew() {
  return store_.write([&](store::Transaction& tx) -> Result<void> {
    UpdateRepository repository(tx, clock_, keys_);
    if (repository.exists()) {
      record_offers_of_before(tx);
      return repository.renew();
    }
    found_organisation(tx, clock_, "org-" + hex(random_bytes(4)));
    return repository.create();
  });
}

}  // namespace herold::app
