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

-- What the manager did with lines of a person's review packs. A line is named by its note (or goal, step, opportunity, area)
-- and its words, since nothing durable points at a filed line. place says where it was put among the lines of its part.
CREATE TABLE review_line (
  id         INTEGER PRIMARY KEY,
  uid        TEXT    NOT NULL UNIQUE,
  person_id  INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  note_uid   TEXT    NOT NULL,
  line       TEXT    NOT NULL,
  left_out   INTEGER NOT NULL,
  comment    TEXT    NOT NULL,
  place      TEXT    NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (person_id, note_uid, line)
) STRICT;
CREATE INDEX review_line_note ON review_line (note_uid);

-- What a person wrote about a period themselves. until is '' for a period that goes on until today.
CREATE TABLE own_review (
  id         INTEGER PRIMARY KEY,
  uid        TEXT    NOT NULL UNIQUE,
  person_id  INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  since      TEXT    NOT NULL,
  until      TEXT    NOT NULL,
  text       TEXT    NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (person_id, since, until)
) STRICT;

-- The year strip of praise counts lines by label, day, actor and state: they are read from here alone.
CREATE INDEX item_praise ON item (person_id, label, note_date, actor, state) WHERE label IN ('praise', 'feedback');
