-- The first schema of a journal. Dates are ISO text or null, times are milliseconds of UTC since 1970.
-- Every durable row has a local id, a random uid and updated_at, which never runs backwards; where it can be moved to
-- the trash it has deleted_at. Rows that an import is still bringing in have deleted_at and import_id.

CREATE TABLE import (
  id         INTEGER PRIMARY KEY,
  uid        TEXT    NOT NULL UNIQUE,
  source     TEXT    NOT NULL,
  begun_at   INTEGER NOT NULL,
  done_at    INTEGER,
  undone_at  INTEGER,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE person (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  uid            TEXT    NOT NULL UNIQUE,
  kind           TEXT    NOT NULL CHECK (kind IN ('report', 'other', 'me')),
  name           TEXT    NOT NULL,
  role           TEXT    NOT NULL DEFAULT '',
  pronoun        TEXT    NOT NULL DEFAULT '',
  state          TEXT    NOT NULL DEFAULT 'here',
  until          TEXT,
  since          TEXT,
  left_on        TEXT,
  rhythm_every   INTEGER NOT NULL DEFAULT 0,
  rhythm_unit    TEXT    NOT NULL DEFAULT '',
  rhythm_fixed   INTEGER NOT NULL DEFAULT 0,
  rhythm_weekday INTEGER NOT NULL DEFAULT 0,
  rhythm_at      TEXT    NOT NULL DEFAULT '',
  rhythm_zone    TEXT    NOT NULL DEFAULT '',
  place          INTEGER NOT NULL DEFAULT 0,
  origin         TEXT,
  import_id      INTEGER REFERENCES import (id),
  updated_at     INTEGER NOT NULL,
  deleted_at     INTEGER
) STRICT;
CREATE UNIQUE INDEX person_me ON person (kind) WHERE kind = 'me';

-- Further names under which lines find a person, in the order given.
CREATE TABLE alias (
  id         INTEGER PRIMARY KEY,
  uid        TEXT    NOT NULL UNIQUE,
  person_id  INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  place      INTEGER NOT NULL,
  name       TEXT    NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX alias_person ON alias (person_id, place);

-- A note. Its body is the truth for everything in item, item_tag and search. search_id is its place in the search
-- table, ordered by date; it is null where the note is not to be found (trashed, or its person is).
CREATE TABLE note (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uid        TEXT    NOT NULL UNIQUE,
  person_id  INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind       TEXT    NOT NULL CHECK (kind IN ('planned', 'held', 'missed', 'journal')),
  date       TEXT    NOT NULL,
  at         TEXT    NOT NULL DEFAULT '',
  zone       TEXT    NOT NULL DEFAULT '',
  called_off TEXT    NOT NULL DEFAULT '',
  rev        INTEGER NOT NULL DEFAULT 1,
  title      TEXT    NOT NULL DEFAULT '',
  open       INTEGER NOT NULL DEFAULT 0,
  who        TEXT    NOT NULL DEFAULT '',
  search_id  INTEGER UNIQUE,
  origin     TEXT,
  import_id  INTEGER REFERENCES import (id),
  made_at    INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  body       TEXT    NOT NULL
) STRICT;
CREATE INDEX note_person ON note (person_id, date DESC);
CREATE INDEX note_planned ON note (person_id, date) WHERE kind = 'planned' AND deleted_at IS NULL;
CREATE INDEX note_held ON note (person_id, date) WHERE kind = 'held' AND deleted_at IS NULL;
CREATE INDEX note_trash ON note (deleted_at) WHERE deleted_at IS NOT NULL;

-- Earlier texts of a note: at is when the text had been saved, kept_at when it was put here.
CREATE TABLE revision (
  id         INTEGER PRIMARY KEY,
  uid        TEXT    NOT NULL UNIQUE,
  note_id    INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
  rev        INTEGER NOT NULL,
  at         INTEGER NOT NULL,
  kept_at    INTEGER NOT NULL,
  body       TEXT    NOT NULL
) STRICT;
CREATE INDEX revision_note ON revision (note_id, kept_at);
CREATE INDEX revision_age ON revision (at);

-- What is filed from a note, one row per person of a line. It is derived: "Rebuild index" makes the same rows again.
-- open means that it asks for something; owed that it is an open promise of the manager; people are the ids of
-- everybody in the line where there are several. The line itself is in the note: raw_length bytes of its body from byte
-- raw_at on.
CREATE TABLE item (
  note_id    INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
  line       INTEGER NOT NULL,
  person_id  INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  label      TEXT    NOT NULL,
  note_date  TEXT    NOT NULL,
  open       INTEGER NOT NULL,
  owed       INTEGER NOT NULL,
  actor      TEXT,
  due        TEXT,
  state      TEXT    NOT NULL,
  state_date TEXT,
  remark     TEXT    NOT NULL,
  people     TEXT    NOT NULL,
  tags       TEXT    NOT NULL,
  text       TEXT    NOT NULL,
  raw_at     INTEGER NOT NULL,
  raw_length INTEGER NOT NULL,
  PRIMARY KEY (note_id, line, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_person ON item (person_id, label, note_date);
CREATE INDEX item_open ON item (person_id, note_date) WHERE open = 1;
CREATE INDEX item_owed ON item (note_date) WHERE owed = 1;

CREATE TABLE item_tag (
  person_id INTEGER NOT NULL,
  tag       TEXT    NOT NULL,
  note_date TEXT    NOT NULL,
  note_id   INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
  line      INTEGER NOT NULL,
  PRIMARY KEY (person_id, tag, note_date, note_id, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_tag_note ON item_tag (note_id, line);

CREATE VIEW search_text AS SELECT search_id, body, who FROM note WHERE search_id IS NOT NULL;
-- Positions are not kept (detail): they would double the file, and are found in the body faster than asked for.
-- who holds a word for each person (p7), label (ltodo) and tag (t and its bytes in hex) of the note.
CREATE VIRTUAL TABLE search USING fts5 (
  body, who, content = 'search_text', content_rowid = 'search_id',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3', detail = column
);
-- Merging waits until nothing happens (Journal.Idle); a save never does it.
INSERT INTO search (search, rank) VALUES ('automerge', 0);
INSERT INTO search (search, rank) VALUES ('crisismerge', 1999);

CREATE TABLE company_goal (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uid        TEXT    NOT NULL UNIQUE,
  title      TEXT    NOT NULL,
  why        TEXT    NOT NULL DEFAULT '',
  leader_id  INTEGER REFERENCES person (id) ON DELETE SET NULL,
  closed     TEXT,
  place      INTEGER NOT NULL DEFAULT 0,
  origin     TEXT,
  import_id  INTEGER REFERENCES import (id),
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

CREATE TABLE company_talk (
  id              INTEGER PRIMARY KEY,
  uid             TEXT    NOT NULL UNIQUE,
  company_goal_id INTEGER NOT NULL REFERENCES company_goal (id) ON DELETE CASCADE,
  person_id       INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  date            TEXT    NOT NULL,
  words           TEXT    NOT NULL DEFAULT '',
  updated_at      INTEGER NOT NULL,
  UNIQUE (company_goal_id, person_id, date)
) STRICT;

CREATE TABLE goal (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  uid              TEXT    NOT NULL UNIQUE,
  person_id        INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  title            TEXT    NOT NULL,
  why              TEXT    NOT NULL DEFAULT '',
  tag              TEXT    NOT NULL DEFAULT '',
  wanted           INTEGER NOT NULL DEFAULT 0 CHECK (wanted BETWEEN 0 AND 7),
  start            TEXT,
  target           TEXT,
  company_goal_id  INTEGER REFERENCES company_goal (id) ON DELETE SET NULL,
  step_in_if       TEXT    NOT NULL DEFAULT '',
  step_in_agreed   TEXT,
  state            TEXT    NOT NULL DEFAULT 'open',
  closed           TEXT,
  origin           TEXT,
  import_id        INTEGER REFERENCES import (id),
  updated_at       INTEGER NOT NULL,
  deleted_at       INTEGER
) STRICT;
CREATE INDEX goal_person ON goal (person_id);
CREATE INDEX goal_open ON goal (person_id) WHERE state = 'open' AND deleted_at IS NULL;
CREATE INDEX goal_company ON goal (company_goal_id) WHERE company_goal_id IS NOT NULL;

-- The tags under which lines count for a goal: its present one and the ones it had.
CREATE TABLE goal_tag (
  id         INTEGER PRIMARY KEY,
  uid        TEXT    NOT NULL UNIQUE,
  goal_id    INTEGER NOT NULL REFERENCES goal (id) ON DELETE CASCADE,
  person_id  INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  tag        TEXT    NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (goal_id, tag)
) STRICT;
CREATE INDEX goal_tag_person ON goal_tag (person_id, tag);

CREATE TABLE step (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uid        TEXT    NOT NULL UNIQUE,
  goal_id    INTEGER NOT NULL REFERENCES goal (id) ON DELETE CASCADE,
  text       TEXT    NOT NULL,
  owner      TEXT    NOT NULL,
  due        TEXT,
  done       TEXT,
  place      INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE INDEX step_goal ON step (goal_id, place);

CREATE TABLE opportunity (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uid        TEXT    NOT NULL UNIQUE,
  goal_id    INTEGER NOT NULL REFERENCES goal (id) ON DELETE CASCADE,
  kind       TEXT    NOT NULL,
  text       TEXT    NOT NULL,
  state      TEXT    NOT NULL,
  date       TEXT,
  place      INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE INDEX opportunity_goal ON opportunity (goal_id, place);

CREATE TABLE target_move (
  id          INTEGER PRIMARY KEY,
  uid         TEXT    NOT NULL UNIQUE,
  goal_id     INTEGER NOT NULL REFERENCES goal (id) ON DELETE CASCADE,
  date        TEXT    NOT NULL,
  from_target TEXT,
  to_target   TEXT,
  updated_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX target_move_goal ON target_move (goal_id, id);

CREATE TABLE area (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uid        TEXT    NOT NULL UNIQUE,
  person_id  INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  tag        TEXT    NOT NULL,
  limits     TEXT    NOT NULL DEFAULT '',
  origin     TEXT,
  import_id  INTEGER REFERENCES import (id),
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE UNIQUE INDEX area_tag ON area (person_id, tag) WHERE deleted_at IS NULL;

CREATE TABLE area_level (
  id         INTEGER PRIMARY KEY,
  uid        TEXT    NOT NULL UNIQUE,
  area_id    INTEGER NOT NULL REFERENCES area (id) ON DELETE CASCADE,
  date       TEXT    NOT NULL,
  level      INTEGER NOT NULL CHECK (level BETWEEN 1 AND 7),
  updated_at INTEGER NOT NULL,
  UNIQUE (area_id, date)
) STRICT;

CREATE TABLE prompt_event (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uid        TEXT    NOT NULL UNIQUE,
  person_id  INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind       TEXT    NOT NULL,
  key        TEXT    NOT NULL,
  for_them   INTEGER NOT NULL,
  text       TEXT    NOT NULL,
  reason     TEXT    NOT NULL,
  note_uid   TEXT    NOT NULL DEFAULT '',
  line       TEXT    NOT NULL DEFAULT '',
  shown      TEXT    NOT NULL,
  gone       TEXT,
  outcome    TEXT    NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX prompt_event_person ON prompt_event (person_id, shown);

CREATE TABLE prompt_mute (
  id         INTEGER PRIMARY KEY,
  uid        TEXT    NOT NULL UNIQUE,
  person_id  INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind       TEXT    NOT NULL,
  muted      INTEGER NOT NULL,
  doubled    INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (person_id, kind)
) STRICT;

-- What was said about a line: it outlives edits of the note, so it names the line by its text.
CREATE TABLE verdict (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uid        TEXT    NOT NULL UNIQUE,
  note_uid   TEXT    NOT NULL,
  line       TEXT    NOT NULL,
  verdict    TEXT    NOT NULL,
  until      TEXT,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX verdict_line ON verdict (note_uid, line);

CREATE TABLE setting (
  id         INTEGER PRIMARY KEY,
  uid        TEXT    NOT NULL UNIQUE,
  key        TEXT    NOT NULL UNIQUE,
  value      TEXT    NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

-- What was deleted for good.
CREATE TABLE tombstone (
  uid  TEXT    PRIMARY KEY,
  kind TEXT    NOT NULL,
  at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The views below are a public interface: docs/VIEWS.md.
CREATE VIEW filed AS
SELECT i.label, p.name AS person, i.actor, i.text, i.tags, i.due,
       CASE i.state WHEN '' THEN 'open' ELSE i.state END AS state, i.state_date, i.remark,
       n.date AS note_date, n.kind AS note_kind, n.uid AS note_uid, i.line
FROM item i JOIN note n ON n.id = i.note_id JOIN person p ON p.id = i.person_id;

CREATE VIEW action AS
SELECT person, actor, text, tags, due, state, state_date, remark, note_date, note_kind, note_uid, line
FROM filed WHERE label = 'todo';
CREATE VIEW decision AS
SELECT person, actor, text, tags, due, state, state_date, remark, note_date, note_kind, note_uid, line
FROM filed WHERE label = 'decided';
CREATE VIEW praise AS
SELECT person, actor, text, tags, due, state, state_date, remark, note_date, note_kind, note_uid, line
FROM filed WHERE label = 'praise';
CREATE VIEW feedback AS
SELECT person, actor, text, tags, due, state, state_date, remark, note_date, note_kind, note_uid, line
FROM filed WHERE label = 'feedback';
CREATE VIEW idea AS
SELECT person, actor, text, tags, due, state, state_date, remark, note_date, note_kind, note_uid, line
FROM filed WHERE label = 'idea';
CREATE VIEW need AS
SELECT person, actor, text, tags, due, state, state_date, remark, note_date, note_kind, note_uid, line
FROM filed WHERE label = 'need';
CREATE VIEW agenda AS
SELECT person, actor, text, tags, due, state, state_date, remark, note_date, note_kind, note_uid, line
FROM filed WHERE label IN ('topic', 'ask');
CREATE VIEW stuck AS
SELECT person, actor, text, tags, due, state, state_date, remark, note_date, note_kind, note_uid, line
FROM filed WHERE label = 'stuck';
