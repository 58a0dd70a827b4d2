-- To whom each channel's publications have given an item: the JSON of its `audience`, empty for everyone on the
-- channel. Kept when the item is published no more, since people go on sharing and clicking.

CREATE TABLE offers (
  item TEXT NOT NULL,
  channel TEXT NOT NULL,
  audience TEXT NOT NULL,
  PRIMARY KEY (item, channel)
);

-- Until now the number of people beside a count was that of the whole organisation. Of an item that was not for
-- everyone nobody knows how many it reached, so what was counted of it is not shown.

UPDATE activity_totals SET people = 0
WHERE item IN (SELECT id FROM documents WHERE kind = 'content' AND body LIKE '%"audience"%');
UPDATE clicks SET people = 0
WHERE item IN (SELECT id FROM documents WHERE kind = 'content' AND body LIKE '%"audience"%');
