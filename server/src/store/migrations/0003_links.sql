-- Short links and how often they were followed; nothing of who followed them.

CREATE TABLE links (
  slug TEXT NOT NULL PRIMARY KEY,
  item TEXT NOT NULL UNIQUE,
  url TEXT NOT NULL
);

CREATE TABLE clicks (
  day BIGINT NOT NULL,
  item TEXT NOT NULL,
  channel TEXT NOT NULL,
  n BIGINT NOT NULL,
  PRIMARY KEY (day, item, channel)
);
