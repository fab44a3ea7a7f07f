-- Until when questions about a person are held back: the first day on which they come again. Why is kept nowhere.
ALTER TABLE person ADD COLUMN quiet_until TEXT;

-- That it was asked once whether to keep quiet. mark is a hash of the note's uid and a line's words, from which no words can
-- be read.
CREATE TABLE quiet_answer (
  id         INTEGER PRIMARY KEY,
  uid        TEXT    NOT NULL UNIQUE,
  note_uid   TEXT    NOT NULL,
  mark       TEXT    NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (note_uid, mark)
) STRICT;
