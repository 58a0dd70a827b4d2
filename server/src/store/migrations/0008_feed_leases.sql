-- A lease belongs to one visit, so that whoever lost it neither prolongs nor ends another's.

ALTER TABLE feeds ADD COLUMN leased_by TEXT NOT NULL DEFAULT '';
