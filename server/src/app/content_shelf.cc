#include "app/content_shelf.h"

#include <utility>

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
  if (document.removed)
    return {.document = view_of(document, State::removed), .editorial = editorial, .duplicates = {}};
  return {.document = view_of(document, publication_state(published_.get(), document, editorial)),
          .editorial = editorial,
          .duplicates = content_->addresses.duplicates_of(document.id)};
}

IndexedContent::Items ContentShelf::items() const {
  IndexedContent::Items items = content_->by_id;
  if (published_) add_removed(items);
  return items;
}

void ContentShelf::add_removed(IndexedContent::Items& items) const {
  auto next = content_->by_id.begin();
  for (const auto& [id, body] : published_->content) {
    while (next != content_->by_id.end() && (*next)->document.id < id) ++next;
    if (next != content_->by_id.end() && (*next)->document.id == id) continue;
    auto document = tx_.document(DocumentKind::content, id);
    if (!document || !document->removed) continue;
    document->body = body;
    items.push_back(indexed(std::move(*document)));
  }
}

}  // namespace herold::app
