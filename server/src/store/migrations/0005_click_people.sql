-- How many people were enrolled when clicks were counted. Of those from before nobody knows, so they are not shown.

ALTER TABLE clicks ADD COLUMN people BIGINT NOT NULL DEFAULT 0;
