#include "app/content.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/audit.h"
#include "app/canonical_url.h"
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

bool holds(const Json& json, const char* key, std::string_view wanted) {
  const auto list = json.find(key);
  if (list == json.end() || !list->is_array()) return false;
  return std::any_of(list->begin(), list->end(), [&](const Json& one) { return one == wanted; });
}

bool is_language_of(const std::string& tag, std::string_view range) {
  const std::string language = lower_ascii(tag);
  const std::string wanted = lower_ascii(range);
  return language == wanted || language.starts_with(wanted + "-");
}

bool looks_inside(const ContentFilter& filter) {
  return !(filter.query.empty() && filter.topic.empty() && filter.language.empty() &&
           filter.network.empty() && filter.address.empty());
}

bool matches(const std::string& body, const store::ContentState& state, const ContentFilter& filter) {
  if (!filter.state.empty() && state.state != filter.state) return false;
  if (!looks_inside(filter)) return true;
  const Json json = stored(body);
  if (!filter.topic.empty() && !holds(json, "topics", filter.topic)) return false;
  if (!filter.language.empty() && !is_language_of(text_of(json, "language"), filter.language)) return false;
  const bool everywhere = member(json, "networks").empty();
  if (!filter.network.empty() && !everywhere && !holds(json, "networks", filter.network)) return false;
  if (!filter.address.empty() && canonical_url(text_of(json, "url")) != canonical_url(filter.address)) {
    return false;
  }
  return filter.query.empty() || contains_text(json, lower_ascii(filter.query));
}

// What is not approved is not published, or will not be any more.
State publication_state(const Source* published, const store::Document& document,
                        const store::ContentState& editorial_state) {
  const State state = state_of(published ? &published->content : nullptr, document.id, document.body);
  if (editorial(editorial_state) == Editorial::approved || state == State::fresh) return state;
  return State::removed;
}

DocumentView view_of(const store::Document& document, State state) {
  return {.id = document.id,
          .json = document.body,
          .version = document.version,
          .updated_at = document.updated_at,
          .state = state};
}

// All items of a list share one index of addresses and one look at the states.
class Shelf {
 public:
  Shelf(store::Transaction& tx, ContentIndex& index)
      : published_(index.published(tx)), addresses_(index.addresses(tx)) {
    for (auto& state : tx.content_states()) states_.emplace(state.id, state);
  }

  store::ContentState editorial_of(const std::string& id) const {
    const auto found = states_.find(id);
    if (found != states_.end()) return found->second;
    return approved(id);
  }

  ContentView view(const store::Document& document) const {
    const store::ContentState editorial = editorial_of(document.id);
    return {.document = view_of(document, publication_state(published_.get(), document, editorial)),
            .editorial = editorial,
            .duplicates = addresses_->duplicates_of(document.id)};
  }

  ContentView removed(const store::Document& tombstone) const {
    return {.document = view_of(tombstone, State::removed),
            .editorial = editorial_of(tombstone.id),
            .duplicates = {}};
  }

  const std::map<std::string, std::string>& published() const {
    static const std::map<std::string, std::string> none;
    return published_ ? published_->content : none;
  }

 private:
  std::shared_ptr<const Source> published_;
  std::shared_ptr<const Addresses> addresses_;
  std::map<std::string, store::ContentState> states_;
};

}  // namespace

Result<std::vector<ContentView>> Content::list(const ContentFilter& filter) {
  return store_.read([&](store::Transaction& tx) -> Result<std::vector<ContentView>> {
    const Shelf shelf(tx, index_);
    std::vector<ContentView> list;
    std::set<std::string> there;
    for (const auto& document : tx.documents(DocumentKind::content)) {
      there.insert(document.id);
      if (matches(document.body, shelf.editorial_of(document.id), filter))
        list.push_back(shelf.view(document));
    }
    for (const auto& [id, body] : shelf.published()) {
      if (there.contains(id)) continue;
      auto document = tx.document(DocumentKind::content, id);
      if (!document || !document->removed || !matches(body, shelf.editorial_of(id), filter)) continue;
      document->body = body;
      list.push_back(shelf.removed(*document));
    }
    std::stable_sort(list.begin(), list.end(), [](const ContentView& a, const ContentView& b) {
      return a.document.updated_at > b.document.updated_at;
    });
    return list;
  });
}

Result<ContentView> Content::get(std::string_view id) {
  if (!is_id(id)) return no_item(id);
  return store_.read([&](store::Transaction& tx) -> Result<ContentView> {
    const auto document = tx.document(DocumentKind::content, id);
    if (!document || document->removed) return no_item(id);
    return Shelf(tx, index_).view(*document);
  });
}

Result<Saved> Content::put(std::string_view id, std::string_view json, Expected expected,
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
    auto problems = next == Editorial::approved ? content_problems(json) : draft_problems(json);
    if (!problems.empty()) return refused("the content item cannot be saved", std::move(problems));
    auto saved = save(tx, clock_, item(id), parsed->dump(), expected);
    if (!saved) return saved;
    if (state) put_state(tx, id, *state);
    audit(tx, clock_, actor, "content.save", id);
    return saved;
  });
}

Result<void> Content::remove(std::string_view id, Expected expected, std::string_view actor) {
  if (!is_id(id)) return no_item(id);
  return store_.write([&](store::Transaction& tx) -> Result<void> {
    auto removed = app::remove(tx, clock_, item(id), expected);
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

Result<Proposed> Content::propose(const Proposal& proposal) {
  return store_.write([&](store::Transaction& tx) { return Proposing(tx, clock_).propose(proposal); });
}

Result<DocumentView> Content::topics() {
  return store_.read([&](store::Transaction& tx) -> Result<DocumentView> {
    const auto document = topics_document(tx);
    const auto published = baseline(tx);
    State state = State::fresh;
    if (published) state = same_json(published->topics, document.body) ? State::published : State::changed;
    return view_of(document, state);
  });
}

Result<Saved> Content::put_topics(std::string_view json, Expected expected, std::string_view actor) {
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
