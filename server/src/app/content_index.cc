#include "app/content_index.h"

#include <utility>

#include "app/canonical_url.h"
#include "app/json.h"

namespace herold::app {

ContentIndex::Known ContentIndex::know(const store::Document& document) const {
  const auto known = known_.find(document.id);
  if (known != known_.end() && known->second.version == document.version) return known->second;
  const Json item = stored(document.body);
  return {.version = document.version,
          .canonical = canonical_url(text_of(item, "url")).value_or(""),
          .title = text_of(item, "title")};
}

std::shared_ptr<const Addresses> ContentIndex::addresses(store::Transaction& tx) {
  auto versions = tx.document_versions(store::DocumentKind::content);
  const std::lock_guard lock(mutex_);
  if (addresses_ && versions == versions_) return addresses_;
  std::map<std::string, Known> known;
  auto addresses = std::make_shared<Addresses>();
  for (const store::Document& document : tx.documents(store::DocumentKind::content)) {
    const Known& item = known.emplace(document.id, know(document)).first->second;
    addresses->add_canonical(item.canonical, {document.id, item.title});
  }
  versions_ = std::move(versions);
  known_ = std::move(known);
  addresses_ = std::move(addresses);
  return addresses_;
}

std::shared_ptr<const Source> ContentIndex::published(store::Transaction& tx) {
  const std::int64_t revision = baseline_revision(tx);
  if (revision == 0) return nullptr;
  const std::lock_guard lock(mutex_);
  if (published_ && revision == revision_) return published_;
  const auto publication = tx.publication(revision);
  if (!publication) return nullptr;
  published_ = std::make_shared<const Source>(read_source(publication->source));
  revision_ = revision;
  return published_;
}

}  // namespace herold::app
