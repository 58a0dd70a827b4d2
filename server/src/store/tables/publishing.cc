#include "store/connection.h"
#include "store/store.h"
#include "store/tables/order.h"

namespace herold::store {
namespace {

#define PUBLICATION_COLUMNS                                                                             \
  "revision, channel, published_at, published_by, note, guidelines, content, added, changed, removed, " \
  "restores"

Publication publication_of(const Row& row) {
  return {.revision = row.integer(0),
          .channel = row.text(1),
          .published_at = row.integer(2),
          .published_by = row.text(3),
          .note = row.text(4),
          .guidelines = row.integer(5),
          .content = row.integer(6),
          .added = row.integer(7),
          .changed = row.integer(8),
          .removed = row.integer(9),
          .restores = row.integer(10),
          .source = {}};
}

std::optional<Publication> with_source(const std::vector<Row>& rows) {
  if (rows.empty()) return std::nullopt;
  Publication publication = publication_of(rows.front());
  publication.source = rows.front().text(11);
  return publication;
}

}  // namespace

std::optional<File> Transaction::file(std::string_view name) {
  const auto rows = connection_.query("SELECT bytes, sha256 FROM files WHERE name = ?1", {std::string(name)});
  if (rows.empty()) return std::nullopt;
  return File{.name = std::string(name), .bytes = rows.front().blob(0), .sha256 = rows.front().text(1)};
}

void Transaction::put_file(const File& file) {
  connection_.execute(
      "INSERT INTO files (name, bytes, sha256) VALUES (?1, ?2, ?3) "
      "ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes, sha256 = excluded.sha256",
      {file.name, Blob{file.bytes}, file.sha256});
}

std::vector<Publication> Transaction::publications() {
  std::vector<Publication> found;
  for (const Row& row :
       connection_.query("SELECT " PUBLICATION_COLUMNS " FROM publications ORDER BY revision DESC")) {
    found.push_back(publication_of(row));
  }
  return found;
}

std::optional<Publication> Transaction::publication(std::int64_t revision) {
  return with_source(connection_.query(
      "SELECT " PUBLICATION_COLUMNS ", source FROM publications WHERE revision = ?1", {revision}));
}

std::optional<Publication> Transaction::newest_publication() {
  const auto rows =
      connection_.query("SELECT " PUBLICATION_COLUMNS " FROM publications ORDER BY revision DESC LIMIT 1");
  if (rows.empty()) return std::nullopt;
  return publication_of(rows.front());
}

std::optional<Publication> Transaction::latest_publication(std::string_view channel) {
  return with_source(connection_.query("SELECT " PUBLICATION_COLUMNS
                                       ", source FROM publications WHERE channel = ?1 "
                                       "ORDER BY revision DESC LIMIT 1",
                                       {std::string(channel)}));
}

std::int64_t Transaction::latest_revision() {
  return connection_.query("SELECT COALESCE(MAX(revision), 0) FROM publications").front().integer(0);
}

std::int64_t Transaction::latest_revision_on(std::string_view channel) {
  return connection_
      .query("SELECT COALESCE(MAX(revision), 0) FROM publications WHERE channel = ?1", {std::string(channel)})
      .front()
      .integer(0);
}

void Transaction::add_publication(const Publication& publication) {
  connection_.execute(
      "INSERT INTO publications (" PUBLICATION_COLUMNS
      ", source) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
      {publication.revision, publication.channel, publication.published_at, publication.published_by,
       publication.note, publication.guidelines, publication.content, publication.added, publication.changed,
       publication.removed, publication.restores, publication.source});
}

std::vector<SigningKey> Transaction::signing_keys() {
  std::vector<SigningKey> found;
  for (const Row& row : connection_.query("SELECT key_id, role, public_key, sealed, created_at FROM "
                                          "signing_keys")) {
    found.push_back({.key_id = row.text(0),
                     .role = row.text(1),
                     .public_key = row.blob(2),
                     .sealed = row.blob(3),
                     .created_at = row.integer(4)});
  }
  sort_by(found, &SigningKey::created_at, &SigningKey::key_id);
  return found;
}

void Transaction::put_signing_key(const SigningKey& key) {
  connection_.execute(
      "INSERT INTO signing_keys (key_id, role, public_key, sealed, created_at) VALUES (?1, ?2, ?3, ?4, ?5) "
      "ON CONFLICT (key_id) DO UPDATE SET sealed = excluded.sealed",
      {key.key_id, key.role, Blob{key.public_key}, Blob{key.sealed}, key.created_at});
}

void Transaction::remove_signing_key(std::string_view key_id) {
  connection_.execute("DELETE FROM signing_keys WHERE key_id = ?1", {std::string(key_id)});
}

std::optional<RoleVersion> Transaction::role_version(std::string_view role) {
  const auto rows = connection_.query(
      "SELECT role, version, expires_at, file FROM role_versions WHERE role = ?1", {std::string(role)});
  if (rows.empty()) return std::nullopt;
  return RoleVersion{.role = rows.front().text(0),
                     .version = rows.front().integer(1),
                     .expires_at = rows.front().integer(2),
                     .file = rows.front().text(3)};
}

void Transaction::put_role_version(const RoleVersion& version) {
  connection_.execute(
      "INSERT INTO role_versions (role, version, expires_at, file) VALUES (?1, ?2, ?3, ?4) "
      "ON CONFLICT (role) DO UPDATE SET version = excluded.version, expires_at = excluded.expires_at, "
      "file = excluded.file",
      {version.role, version.version, version.expires_at, version.file});
}

}  // namespace herold::store
