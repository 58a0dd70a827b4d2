// The library in one transaction, beside what was published of it: what lists and single looks share.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/content.h"
#include "app/content_index.h"
#include "app/published_sources.h"
#include "store/store.h"

namespace herold::app {

class ContentShelf {
 public:
  ContentShelf(store::Transaction& tx, PublishedSources& sources, ContentIndex& index);

  // For whoever asks for many: one look at them all.
  void read_states();
  store::ContentState editorial_of(const std::string& id) const;

  // A removed document is one of items().
  ContentView view(const store::Document& document) const;

  // The items, and as they were published those that were removed since and that a channel still has.
  IndexedContent::Items items() const;
  const std::set<std::string>& languages() const { return content_->languages; }

 private:
  // The last publication of a channel.
  struct Published {
    std::string channel;
    std::int64_t revision = 0;
    std::shared_ptr<const PublishedSources::Ids> items;
  };

  void add_removed(IndexedContent::Items& items, const Published& on) const;
  std::vector<std::string> channels_with(const std::string& id) const;

  store::Transaction& tx_;
  PublishedSources& sources_;
  std::shared_ptr<const Source> published_;
  std::vector<Published> channels_;
  std::shared_ptr<const IndexedContent> content_;
  std::optional<std::map<std::string, store::ContentState>> states_;
};

}  // namespace herold::app
