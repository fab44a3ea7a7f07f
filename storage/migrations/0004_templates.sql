-- Suggestions that were dismissed for good, and texts to begin a one-on-one's note with.

-- note_uid and a line where it is about one line of a note; note_uid '' and a spelling where it holds everywhere. text is
-- normalised. It names lines by their text, as verdict does, and outlives edits of the note.
CREATE TABLE dismissal (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uid        TEXT    NOT NULL UNIQUE,
  kind       TEXT    NOT NULL,
  note_uid   TEXT    NOT NULL DEFAULT '',
  text       TEXT    NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (note_uid, kind, text)
) STRICT;

-- Headings and questions; nothing is filed from them.
CREATE TABLE template (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uid        TEXT    NOT NULL UNIQUE,
  name       TEXT    NOT NULL,
  body       TEXT    NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

-- The template that a person's new one-on-ones begin with.
ALTER TABLE person ADD COLUMN template_id INTEGER REFERENCES template (id) ON DELETE SET NULL;
-- The text that a note was begun with: where nothing else stands in it, it is as good as blank.
ALTER TABLE note ADD COLUMN begun TEXT NOT NULL DEFAULT '';

-- Opening the journal puts the first templates in and takes this away.
INSERT INTO setting (uid, key, value, updated_at) VALUES ('first templates', 'first templates', '', 0);
