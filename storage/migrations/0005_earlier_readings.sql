-- How lines were read before the grammar changed, until the manager has said which reading holds.

-- The grammar by which the rows of item were read last.
CREATE TABLE reading (
  grammar INTEGER NOT NULL
) STRICT;
INSERT INTO reading (grammar) VALUES (1);

-- A line of a note that an older grammar read otherwise, as it was read then: label '' is a line that was not filed. nth
-- counts the places of the same text in the note. As long as it is here, item has this reading of the line.
CREATE TABLE earlier (
  id         INTEGER PRIMARY KEY,
  note_id    INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
  line       TEXT    NOT NULL,
  nth        INTEGER NOT NULL,
  label      TEXT    NOT NULL,
  actor      TEXT    NOT NULL,
  due        TEXT    NOT NULL,
  state      TEXT    NOT NULL,
  state_date TEXT    NOT NULL,
  remark     TEXT    NOT NULL,
  tags       TEXT    NOT NULL,
  text       TEXT    NOT NULL,
  UNIQUE (note_id, line, nth)
) STRICT;

-- Whom it was about, in the order named.
CREATE TABLE earlier_person (
  id         INTEGER PRIMARY KEY,
  earlier_id INTEGER NOT NULL REFERENCES earlier (id) ON DELETE CASCADE,
  person_id  INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX earlier_person_of ON earlier_person (earlier_id, id);
CREATE INDEX earlier_person_person ON earlier_person (person_id);
