-- What the search index still holds of notes that were saved since: while one types, a save waits for the note alone. What else
-- is written, a search or a quiet moment brings the index up to date first. Derived; it is no part of a note, so that the index
-- forgets also where the note is gone.
CREATE TABLE unindexed (
  note_id   INTEGER PRIMARY KEY,
  search_id INTEGER NOT NULL,
  body      TEXT    NOT NULL,
  who       TEXT    NOT NULL
) STRICT;
