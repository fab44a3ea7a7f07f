-- What a note is checked by and merged with, and what became of older lines.

-- What became of needs, of what was stuck and of decisions is looked up by the day on which it was said.
CREATE INDEX item_said ON item (person_id, state_date)
  WHERE label IN ('need', 'stuck', 'decided') AND state_date IS NOT NULL;
-- Privacy and safety: what journals of this schema keep more.

-- Take it with you: how lines were read before an update goes along in an archive. uid is made of the note's uid, the line and nth
-- from here on, so that two journals of one mean the same row; what was there before has a random one. place is the order named.
ALTER TABLE earlier ADD COLUMN uid TEXT NOT NULL DEFAULT '';
ALTER TABLE earlier ADD COLUMN updated_at INTEGER NOT NULL DEFAULT 0;
UPDATE earlier SET uid = lower(hex(randomblob(16)));
CREATE UNIQUE INDEX earlier_uid ON earlier (uid);
ALTER TABLE earlier_person ADD COLUMN uid TEXT NOT NULL DEFAULT '';
ALTER TABLE earlier_person ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
UPDATE earlier_person SET uid = lower(hex(randomblob(16))), place = id;
CREATE UNIQUE INDEX earlier_person_uid ON earlier_person (uid);

-- Take it with you: with which folders texts were exchanged, each by a mark of its path, and when last. What a note said then is
-- kept among its versions for as long, so that the next exchange finds what both sides had. It is of this computer.
CREATE TABLE peer (
  mark TEXT    PRIMARY KEY,
  at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- The version of a note that a peer had last, where the note says something else now. alone means that the version is kept for
-- that only, so that it goes as soon as the peer has a later one.
CREATE TABLE peer_text (
  note_id     INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
  mark        TEXT    NOT NULL,
  revision_id INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
  alone       INTEGER NOT NULL,
  PRIMARY KEY (note_id, mark)
) STRICT, WITHOUT ROWID;
CREATE INDEX peer_text_revision ON peer_text (revision_id);

-- Take it with you: what an archive that was taken in has changed, so that it can be taken back. done_at is null as long as it comes
-- in, or is being taken back: opening the journal takes away what is left of such a one.
CREATE TABLE archive_import (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  source   TEXT    NOT NULL,
  begun_at INTEGER NOT NULL,
  done_at  INTEGER,
  added    INTEGER NOT NULL DEFAULT 0,
  changed  INTEGER NOT NULL DEFAULT 0
) STRICT;
-- A row by its id (a tombstone by its uid) as it was before, as JSON; null where there was none. rank is its turn when it is taken
-- back: first what was deleted comes again, then what was changed, last goes what came. after is updated_at of what the import made
-- of it: where it is another now, the manager changed it since, and it stays.
CREATE TABLE archive_change (
  import_id INTEGER NOT NULL REFERENCES archive_import (id) ON DELETE CASCADE,
  tab       TEXT    NOT NULL,
  row       ANY     NOT NULL,
  rank      INTEGER NOT NULL,
  tried     INTEGER NOT NULL DEFAULT 0,
  before    TEXT,
  after     INTEGER,
  PRIMARY KEY (import_id, tab, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX archive_change_turn ON archive_change (import_id, tried, rank);
