#include "app/content_shelf.h"

#include <utility>

#include "app/json.h"

namespace herold::app {
namespace {

using store::DocumentKind;

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

}  // namespace

ContentShelf::ContentShelf(store::Transaction& tx, PublishedSources& sources, ContentIndex& index)
    : tx_(tx), sources_(sources), published_(sources.baseline(tx)), content_(index.content(tx)) {
  const Json organisation = stored(organisation_document(tx).body);
  for (const Json& channel : organisation.at("channels")) {
    Published on{.channel = channel.get<std::string>(), .revision = 0, .items = nullptr};
    on.revision = tx.latest_revision_on(on.channel);
    if (on.revision == 0) continue;
    on.items = sources.items_of(tx, on.revision);
    channels_.push_back(std::move(on));
  }
}

void ContentShelf::read_states() {
  states_.emplace();
  for (auto& state : tx_.content_states()) states_->emplace(state.id, state);
}

store::ContentState ContentShelf::editorial_of(const std::string& id) const {
  if (!states_) return editorial_state(tx_, id);
  const auto found = states_->find(id);
  return found != states_->end() ? found->second : approved(id);
}

ContentView ContentShelf::view(const store::Document& document) const {
  const store::ContentState editorial = editorial_of(document.id);
  ContentView view{.document = view_of(document, State::removed),
                   .editorial = editorial,
                   .duplicates = {},
                   .channels = channels_with(document.id)};
  if (document.removed) return view;
  view.document.state = publication_state(published_.get(), document, editorial);
  view.duplicates = content_->addresses.duplicates_of(document.id);
  return view;
}

std::vector<std::string> ContentShelf::channels_with(const std::string& id) const {
  std::vector<std::string> found;
  for (const Published& on : channels_)
    if (on.items->contains(id)) found.push_back(on.channel);
  return found;
}

IndexedContent::Items ContentShelf::items() const {
  IndexedContent::Items items = content_->by_id;
  for (const Published& on : channels_) add_removed(items, on);
  return items;
}

void ContentShelf::add_removed(IndexedContent::Items& items, const Published& on) const {
  auto next = content_->by_id.begin();
  std::set<std::string> known;
  for (auto item = items.begin() + static_cast<std::ptrdiff_t>(content_->by_id.size()); item != items.end();
       ++item)
    known.insert((*item)->document.id);
  for (const std::string& id : *on.items) {
    while (next != content_->by_id.end() && (*next)->document.id < id) ++next;
    if (next != content_->by_id.end() && (*next)->document.id == id) continue;
    if (known.contains(id)) continue;
    auto document = tx_.document(DocumentKind::content, id);
    if (!document || !document->removed) continue;
    document->body = sources_.of(tx_, on.revision)->content.at(id);
    items.push_back(indexed(std::move(*document)));
  }
}

}  // namespace herold::app
