#include "app/content.h"

#include "app/audit.h"
#include "app/content_shelf.h"
#include "app/json.h"
#include "app/records.h"
#include "app/source.h"
#include "app/validation.h"

namespace herold::app {
namespace {

using store::DocumentKind;

Target item(std::string_view id) {
  return {DocumentKind::content, std::string(id), "content item " + std::string(id)};
}

Error no_item(std::string_view id) {
  return {ErrorCode::not_found, "there is no content item " + std::string(id)};
}

}  // namespace

Result<ContentView> Content::get(std::string_view id) {
  if (!is_id(id)) return no_item(id);
  return store_.read([&](store::Transaction& tx) -> Result<ContentView> {
    const auto document = tx.document(DocumentKind::content, id);
    if (!document || document->removed) return no_item(id);
    return ContentShelf(tx, sources_, index_).view(*document);
  });
}

Result<Saved> Content::put(std::string_view id, std::string_view json, const Expected& expected,
                           std::string_view actor, std::optional<Editorial> state) {
  const auto parsed = parse_object(json, "the content item");
  if (!parsed) return parsed.error();
  if (!is_id(id) || text_of(*parsed, "id") != id) {
    return Error{ErrorCode::refused,
                 "the item's `id` must be \"" + std::string(id) +
                     "\", of lower-case letters, digits, full stops and hyphens",
                 "/id"};
  }
  return store_.write([&](store::Transaction& tx) -> Result<Saved> {
    const Editorial next = state.value_or(editorial(editorial_state(tx, id)));
    auto problems = next == Editorial::approved ? content_problems(*parsed) : draft_problems(*parsed);
    if (!problems.empty()) return refused("the content item cannot be saved", std::move(problems));
    auto saved = save(tx, clock_, item(id), parsed->dump(), expected);
    if (!saved) return saved;
    if (state) put_state(tx, id, *state);
    audit(tx, clock_, actor, "content.save", id);
    return saved;
  });
}

Result<void> Content::remove(std::string_view id, const Expected& expected, std::string_view actor) {
  if (!is_id(id)) return no_item(id);
  return store_.write([&](store::Transaction& tx) -> Result<void> {
    auto removed = app::erase(tx, clock_, item(id), expected);
    if (!removed) return removed;
    tx.remove_content_state(id);
    audit(tx, clock_, actor, "content.remove", id);
    return removed;
  });
}

void Content::put_state(store::Transaction& tx, std::string_view id, Editorial state) {
  store::ContentState next = editorial_state(tx, id);
  if (editorial(next) == state) return;
  next.state = name(state);
  next.note.clear();
  next.changed_at = clock_.now();
  tx.put_content_state(next);
}

Result<std::optional<Proposed>> Content::at_address(std::string_view url) {
  return store_.read([&](store::Transaction& tx) -> Result<std::optional<Proposed>> {
    const auto there = index_.content(tx)->addresses.at(url);
    if (there.empty()) return std::optional<Proposed>();
    const auto& [id, title] = there.front();
    return std::optional(
        Proposed{.id = id, .title = title, .state = editorial(editorial_state(tx, id)), .known = true});
  });
}

Result<Proposed> Content::add_link(const Proposal& proposal, std::string_view actor) {
  const auto library = current_library(store_, index_);
  if (!library) return library.error();
  return store_.write([&](store::Transaction& tx) {
    auto added = Proposing(tx, clock_, *library).propose(proposal);
    if (added && !added->known) audit(tx, clock_, actor, "content.save", added->id);
    return added;
  });
}

Result<DocumentView> Content::topics() {
  return store_.read([&](store::Transaction& tx) -> Result<DocumentView> {
    const auto document = topics_document(tx);
    const auto published = sources_.baseline(tx);
    State state = State::fresh;
    if (published) state = same_json(published->topics, document.body) ? State::published : State::changed;
    return DocumentView{.id = kOnly,
                        .json = document.body,
                        .version = document.version,
                        .updated_at = document.updated_at,
                        .state = state};
  });
}

Result<Saved> Content::put_topics(std::string_view json, const Expected& expected, std::string_view actor) {
  const auto topics = parse_object(json, "the topics");
  if (!topics) return topics.error();
  Validation validation("");
  for (const auto& [slug, labels] : topics->items()) {
    const std::string at = "/" + slug;
    validation.require(is_slug(slug), at, "a topic's name must be lower-case letters, digits and hyphens");
    validation.require(labels.is_object() && is_labels(labels), at, "must hold a label by language");
  }
  if (!validation.passed()) return refused("the topics cannot be saved", std::move(validation).problems());
  return store_.write([&](store::Transaction& tx) -> Result<Saved> {
    auto saved = save(tx, clock_, {DocumentKind::topics, kOnly, "topics"}, topics->dump(), expected);
    if (saved) audit(tx, clock_, actor, "topics.save", "");
    return saved;
  });
}

}  // namespace herold::app
