-- Searches that have a name, and what finds parts of words, signs and languages without spaces.

CREATE TABLE saved_search (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uid        TEXT    NOT NULL UNIQUE,
  name       TEXT    NOT NULL,
  query      TEXT    NOT NULL,
  place      INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

-- Every word of the notes that are found, folded: which of them hold a part that is looked for. Derived, as who is; a word that
-- is in no note any more goes when nothing happens, at once where a note was deleted for good.
CREATE TABLE word (
  word TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
-- Which two words follow each other in which note, as four letters for each two: by them a phrase of common words is found. Its
-- rows are named as those of search, which keeps no positions.
CREATE VIRTUAL TABLE search_pair USING fts5 (
  pairs, content = '', contentless_delete = 1, tokenize = 'unicode61', detail = none
);
-- Notes of which the words, and pairs, are not taken yet. A search reads them itself until then.
CREATE TABLE unworded (
  note_id INTEGER PRIMARY KEY REFERENCES note (id) ON DELETE CASCADE
) STRICT;

-- The search index is given more than before. Opening the journal reads every note anew and takes this away.
INSERT INTO setting (uid, key, value, updated_at) VALUES ('read anew', 'read anew', '', 0)
ON CONFLICT DO NOTHING;
