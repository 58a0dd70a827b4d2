-- Feeds that are read for new content, and what is known of them. `leased_until` is when another replica may take
-- the feed up; an entry that was seen once is never proposed again.

CREATE TABLE feeds (
  id TEXT NOT NULL PRIMARY KEY,
  url TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  topics TEXT NOT NULL,
  minutes BIGINT NOT NULL,
  enabled BIGINT NOT NULL,
  owner TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  etag TEXT NOT NULL,
  last_modified TEXT NOT NULL,
  fetched_at BIGINT NOT NULL,
  succeeded_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  leased_until BIGINT NOT NULL,
  failures BIGINT NOT NULL,
  entries BIGINT NOT NULL,
  proposed BIGINT NOT NULL,
  trouble TEXT NOT NULL,
  trouble_detail TEXT NOT NULL,
  trouble_message TEXT NOT NULL
);

CREATE TABLE feed_entries (
  feed TEXT NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
  entry BLOB NOT NULL,
  PRIMARY KEY (feed, entry)
);
