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
