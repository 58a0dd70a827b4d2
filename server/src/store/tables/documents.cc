#include <algorithm>

#include "store/connection.h"
#include "store/store.h"
#include "store/tables/order.h"

namespace herold::store {
namespace {

const char* name(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::organisation:
      return "organisation";
    case DocumentKind::pack:
      return "pack";
    case DocumentKind::topics:
      return "topics";
    case DocumentKind::guideline:
      return "guideline";
    case DocumentKind::content:
      return "content";
    case DocumentKind::credential:
      return "credential";
  }
  return "";
}

Document document_of(const Row& row) {
  return {.id = row.text(0),
          .body = row.text(1),
          .version = row.integer(2),
          .removed = row.integer(3) != 0,
          .updated_at = row.integer(4)};
}

}  // namespace

std::vector<Document> Transaction::documents(DocumentKind kind) {
  std::vector<Document> found;
  for (const Row& row : connection_.query(
           "SELECT id, body, version, removed, updated_at FROM documents WHERE kind = ?1 AND removed = 0",
           {name(kind)})) {
    found.push_back(document_of(row));
  }
  sort_by(found, &Document::id);
  return found;
}

std::map<std::string, std::int64_t> Transaction::document_versions(DocumentKind kind) {
  std::map<std::string, std::int64_t> versions;
  for (const Row& row :
       connection_.query("SELECT id, version FROM documents WHERE kind = ?1 AND removed = 0", {name(kind)}))
    versions.emplace(row.text(0), row.integer(1));
  return versions;
}

std::int64_t Transaction::count_changes(DocumentKind kind) {
  return connection_
      .query("SELECT CAST(COALESCE(SUM(version), 0) AS BIGINT) FROM documents WHERE kind = ?1", {name(kind)})
      .front()
      .integer(0);
}

std::optional<Document> Transaction::document(DocumentKind kind, std::string_view id) {
  const auto rows = connection_.query(
      "SELECT id, body, version, removed, updated_at FROM documents WHERE kind = ?1 AND id = ?2",
      {name(kind), std::string(id)});
  if (rows.empty()) return std::nullopt;
  return document_of(rows.front());
}

void Transaction::put_document(DocumentKind kind, const Document& document) {
  connection_.execute(
      "INSERT INTO documents (kind, id, body, version, removed, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
      "ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body, version = excluded.version, "
      "removed = excluded.removed, updated_at = excluded.updated_at",
      {name(kind), document.id, document.body, document.version, std::int64_t{document.removed},
       document.updated_at});
}

}  // namespace herold::store
