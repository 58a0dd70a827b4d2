-- The first schema, for SQLite and PostgreSQL alike (there BLOB is a domain over bytea).
-- Times are seconds since 1970, days are days since 1970, hashes are raw SHA-256.

CREATE TABLE documents (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  version BIGINT NOT NULL,
  removed BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  PRIMARY KEY (kind, id)
);

CREATE TABLE administrators (
  email TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE sessions (
  token_hash BLOB NOT NULL PRIMARY KEY,
  email TEXT NOT NULL REFERENCES administrators (email) ON DELETE CASCADE,
  expires_at BIGINT NOT NULL
);

CREATE TABLE invitations (
  id TEXT NOT NULL PRIMARY KEY,
  code_hash BLOB NOT NULL UNIQUE,
  channel TEXT NOT NULL,
  role TEXT NOT NULL,
  group_ids TEXT NOT NULL,
  expires_at BIGINT NOT NULL,
  uses BIGINT NOT NULL,
  used BIGINT NOT NULL,
  note TEXT NOT NULL,
  root_version BIGINT NOT NULL,
  root_fingerprint TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  created_by TEXT NOT NULL
);

CREATE TABLE devices (
  token_hash BLOB NOT NULL PRIMARY KEY,
  channel TEXT NOT NULL,
  role TEXT NOT NULL,
  joined_day BIGINT NOT NULL
);

CREATE TABLE device_groups (
  token_hash BLOB NOT NULL REFERENCES devices (token_hash) ON DELETE CASCADE,
  group_id TEXT NOT NULL,
  PRIMARY KEY (token_hash, group_id)
);
CREATE INDEX device_groups_by_group ON device_groups (group_id);

CREATE TABLE activity_ids (
  id TEXT NOT NULL PRIMARY KEY,
  day BIGINT NOT NULL
);
CREATE INDEX activity_ids_by_day ON activity_ids (day);

CREATE TABLE activity_totals (
  day BIGINT NOT NULL,
  event TEXT NOT NULL,
  item TEXT NOT NULL,
  network TEXT NOT NULL,
  group_id TEXT NOT NULL,
  n BIGINT NOT NULL,
  people BIGINT NOT NULL,
  PRIMARY KEY (day, event, item, network, group_id)
);

CREATE TABLE files (
  name TEXT NOT NULL PRIMARY KEY,
  bytes BLOB NOT NULL,
  sha256 TEXT NOT NULL
);

CREATE TABLE publications (
  revision BIGINT NOT NULL PRIMARY KEY,
  channel TEXT NOT NULL,
  published_at BIGINT NOT NULL,
  published_by TEXT NOT NULL,
  note TEXT NOT NULL,
  guidelines BIGINT NOT NULL,
  content BIGINT NOT NULL,
  added BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  removed BIGINT NOT NULL,
  source TEXT NOT NULL
);

CREATE TABLE signing_keys (
  key_id TEXT NOT NULL PRIMARY KEY,
  role TEXT NOT NULL,
  public_key BLOB NOT NULL,
  sealed BLOB NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE role_versions (
  role TEXT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  file TEXT NOT NULL
);

CREATE TABLE audit (
  sequence BIGINT NOT NULL PRIMARY KEY,
  happened_at BIGINT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
);
