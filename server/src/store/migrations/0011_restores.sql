-- Which revision a publication restores. Until now its note said so, in English.

ALTER TABLE publications ADD COLUMN restores BIGINT NOT NULL DEFAULT 0;
UPDATE publications SET restores = CAST(SUBSTR(note, LENGTH('restores revision ') + 1) AS BIGINT), note = ''
WHERE note LIKE 'restores revision %' AND EXISTS (
  SELECT 1 FROM audit WHERE audit.action = 'publication.restore'
  AND audit.subject = CAST(publications.revision AS TEXT) || ' on ' || publications.channel);
