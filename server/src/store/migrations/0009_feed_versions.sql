-- So that two editors do not overwrite each other. Visits leave it as it is.

ALTER TABLE feeds ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
