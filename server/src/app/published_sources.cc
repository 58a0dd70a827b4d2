#include "app/published_sources.h"

#include <algorithm>

namespace herold::app {

std::shared_ptr<const Source> PublishedSources::baseline(store::Transaction& tx) {
  return of(tx, baseline_revision(tx));
}

std::shared_ptr<const Source> PublishedSources::of(store::Transaction& tx, std::int64_t revision) {
  if (revision == 0) return nullptr;
  if (auto source = known(revision)) return source;
  const auto publication = tx.publication(revision);
  if (!publication) return nullptr;
  auto source = std::make_shared<const Source>(read_source(publication->source));
  const std::lock_guard lock(mutex_);
  known_.emplace_front(revision, source);
  if (known_.size() > kept) known_.pop_back();
  return source;
}

std::shared_ptr<const PublishedSources::Ids> PublishedSources::items_of(store::Transaction& tx,
                                                                        std::int64_t revision) {
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = ids_.find(revision); found != ids_.end()) return found->second;
  }
  auto ids = std::make_shared<Ids>();
  if (const auto source = of(tx, revision))
    for (const auto& [id, body] : source->content) ids->emplace_hint(ids->end(), id);
  const std::lock_guard lock(mutex_);
  ids_.emplace(revision, ids);
  if (ids_.size() > kept_ids) ids_.erase(ids_.begin());  // the oldest publication
  return ids;
}

std::shared_ptr<const Source> PublishedSources::known(std::int64_t revision) {
  const std::lock_guard lock(mutex_);
  const auto found =
      std::find_if(known_.begin(), known_.end(), [&](const Known& one) { return one.first == revision; });
  if (found == known_.end()) return nullptr;
  known_.splice(known_.begin(), known_, found);
  return known_.front().second;
}

}  // namespace herold::app
