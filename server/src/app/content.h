// Content to share: items (contract, section 5), where they stand with the editors, and the labels of their
// topics.
#pragma once

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "app/addresses.h"
#include "app/clock.h"
#include "app/content_index.h"
#include "app/document.h"
#include "app/editorial.h"
#include "app/json.h"
#include "app/proposals.h"
#include "app/published_sources.h"
#include "app/result.h"
#include "store/store.h"

namespace herold::app {

// Each condition may be empty.
struct ContentFilter {
  std::string_view query = {};     // each of its words is somewhere in the item's texts
  std::string_view topic = {};     // has it
  std::string_view language = {};  // RFC 4647 basic filtering: `de` finds `de-CH`
  std::string_view network = {};   // may be shared there; items without networks may be shared anywhere
  std::string_view state = {};     // an editorial state, or kCurrent
  std::string_view address = {};   // of the same page
};

struct ContentView {
  DocumentView document;
  store::ContentState editorial;
  std::vector<ItemName> duplicates;   // other items of the same page
  std::vector<std::string> channels;  // whose last publication has it; in the organisation's order
};

// All editorial states but the archive.
constexpr std::string_view kCurrent = "current";

struct ContentOrder {
  ContentKey by = ContentKey::updated;
  bool descending = true;  // items that are equal come by id, either way
};

struct PageRequest {
  std::size_t limit = std::numeric_limits<std::size_t>::max();  // items
  std::string_view cursor = {};                                 // `next` of the page before; empty: the first
  ContentOrder order = {};
};

struct ContentPage {
  std::vector<ContentView> items;
  std::string next = {};               // empty: there are no more
  std::size_t matching = 0;            // items, on all pages
  std::size_t total = 0;               // items, whatever the conditions
  std::vector<std::string> languages;  // primary subtags, of all items
};

// Enough of an item to name it, and to change it along with many.
struct ContentReference {
  std::string id;
  std::string title;
  std::int64_t version = 0;
  std::string state;  // with the editors
};

// What happened to one item of many.
struct ItemChange {
  std::string id;
  Result<Saved> saved;
  Json undo = {};  // the edit that takes back what was done to it; null when nothing was
};

// One decision about one item, inside the caller's transaction.
Result<Saved> decide_item(store::Transaction& tx, const Clock& clock, std::string_view id,
                          const Judgement& judgement, const Expected& expected, std::string_view actor);

class Content {
 public:
  Content(store::Store& store, const Clock& clock, PublishedSources& sources, ContentIndex& index)
      : store_(store), clock_(clock), sources_(sources), index_(index) {}

  // Removed items that a channel still has are listed as they were published, with state `removed`. `invalid`
  // for a cursor that is none.
  Result<ContentPage> list(const ContentFilter& filter = {}, const PageRequest& page = {});
  // All items that match, by id; removed ones are none.
  Result<std::vector<ContentReference>> references(const ContentFilter& filter);
  Result<ContentView> get(std::string_view id);
  // Without a state, a new item is approved and an existing one stays where it is.
  Result<Saved> put(std::string_view id, std::string_view json, const Expected& expected,
                    std::string_view actor, std::optional<Editorial> state = std::nullopt);
  Result<void> remove(std::string_view id, const Expected& expected, std::string_view actor);

  // What is approved must be whole: `refused` with what the item lacks.
  Result<Saved> decide(std::string_view id, const Judgement& judgement, const Expected& expected,
                       std::string_view actor);
  // Many items in one transaction: {"items": [{"id", "version", "edit"?}], "decision"?, "note"?, "edit"?:
  // {"topics"?: {"set"?, "add"?, "remove"?}, "audience"?: {"roles"?, "groups"?}, "networks"?, "from"?,
  // "until"?, "priority"?, "owner"?}}, null removing a member. An item's own edit goes before that of all,
  // and may have "editorial"?: {"state", "note"?}, which puts it where it stood before a decision; either
  // comes before the decision. What one item refuses leaves the others alone; the answer is in the order of
  // `items`.
  Result<std::vector<ItemChange>> change(std::string_view json, std::string_view actor);

  // The item of that page, if there is one.
  Result<std::optional<Proposed>> at_address(std::string_view url);
  // An editor's link becomes a draft, unless the page is there already. For what others propose, see
  // Proposing.
  Result<Proposed> add_link(const Proposal& proposal, std::string_view actor);

  // {slug: {language: label}}; version 0 and {} before the first one is saved.
  Result<DocumentView> topics();
  Result<Saved> put_topics(std::string_view json, const Expected& expected, std::string_view actor);

 private:
  void put_state(store::Transaction& tx, std::string_view id, Editorial state);

  store::Store& store_;
  const Clock& clock_;
  PublishedSources& sources_;
  ContentIndex& index_;
};

// What is wrong with a content item; empty when nothing is. Knows the item alone, not topics or roles.
std::vector<Problem> content_problems(const Json& item);

// The same while the item is not approved: what a picture shows is often missing in feeds, and whoever
// approves the item adds it.
std::vector<Problem> draft_problems(const Json& item);

}  // namespace herold::app
