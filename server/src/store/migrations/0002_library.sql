-- What editors decided about content items, beside the items themselves, so that a bundle never carries it. An
-- item without a row is approved: all that was saved before there were states.

CREATE TABLE content_states (
  id TEXT NOT NULL PRIMARY KEY,
  state TEXT NOT NULL,
  source TEXT NOT NULL,
  remark TEXT NOT NULL,
  note TEXT NOT NULL,
  changed_at BIGINT NOT NULL
);

-- The number a device asks by what became of a page it proposed; nothing of who proposed.
CREATE TABLE proposals (
  id TEXT NOT NULL PRIMARY KEY,
  item TEXT NOT NULL,
  day BIGINT NOT NULL
);
CREATE INDEX proposals_by_day ON proposals (day);
