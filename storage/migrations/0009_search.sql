-- Searches that have a name, and what finds parts of words, signs and languages without spaces.

CREATE TABLE saved_search (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uid        TEXT    NOT NULL UNIQUE,
  name       TEXT    NOT NULL,
  query      TEXT    NOT NULL,
  place      INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
