-- What a note is checked by and merged with, and what became of older lines.

-- What became of needs, of what was stuck and of decisions is looked up by the day on which it was said.
CREATE INDEX item_said ON item (person_id, state_date)
  WHERE label IN ('need', 'stuck', 'decided') AND state_date IS NOT NULL;
-- What is private, and what keeps it safe.

-- Which log belongs to this file: how the log of the last opening that wrote is known, how that of the one before was, and the
-- number that the disk gave the file. A log that another file left behind is known by it.
CREATE TABLE own_log (
  id     INTEGER PRIMARY KEY CHECK (id = 1),
  origin TEXT    NOT NULL,
  round  INTEGER NOT NULL,
  before TEXT    NOT NULL,
  inode  TEXT    NOT NULL
) STRICT;
INSERT INTO own_log (id, origin, round, before, inode) VALUES (1, '?', 0, '', '');

-- A checksum of what a note says, of whom and when, and of each earlier version, written with it; 0 where it is to be written when
-- nothing happens. A text that is no longer the one that was saved is known by it.
ALTER TABLE note ADD COLUMN sum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE revision ADD COLUMN sum INTEGER NOT NULL DEFAULT 0;
CREATE INDEX note_unsummed ON note (id) WHERE sum = 0;
CREATE INDEX revision_unsummed ON revision (id) WHERE sum = 0;
CREATE TRIGGER note_said AFTER UPDATE OF uid, person_id, kind, date, at, zone, called_off, rev, origin, import_id, made_at,
  updated_at, deleted_at, taken, replaced_by, begun, body ON note
  WHEN NEW.sum = OLD.sum AND NEW.sum <> 0
  BEGIN UPDATE note SET sum = 0 WHERE id = NEW.id; END;
CREATE TRIGGER revision_said AFTER UPDATE OF uid, note_id, rev, at, kept_at, body ON revision
  WHEN NEW.sum = OLD.sum AND NEW.sum <> 0
  BEGIN UPDATE revision SET sum = 0 WHERE id = NEW.id; END;

-- The same of every row of the other tables. The triggers that take away the sum of a row that is written are made by the program,
-- for each table that there is.
CREATE TABLE row_sum (
  name TEXT    NOT NULL,
  id   INTEGER NOT NULL,
  sum  INTEGER NOT NULL,
  PRIMARY KEY (name, id)
) STRICT, WITHOUT ROWID;
