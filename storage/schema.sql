-- Written by TestANewJournalHasWhatTheStepsMake from the migrations; not edited by hand.
CREATE TABLE import (
  id         INTEGER PRIMARY KEY,
  uid        TEXT    NOT NULL UNIQUE,
  source     TEXT    NOT NULL,
  begun_at   INTEGER NOT NULL,
  done_at    INTEGER,
  undone_at  INTEGER,
  updated_at INTEGER NOT NULL
, program TEXT NOT NULL DEFAULT '') STRICT;
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
, rhythm_nth INTEGER NOT NULL DEFAULT 0, rhythm_day INTEGER NOT NULL DEFAULT 0, template_id INTEGER REFERENCES template (id) ON DELETE SET NULL, absences TEXT NOT NULL DEFAULT '', quiet_until TEXT, joined TEXT, delete_by TEXT) STRICT;
CREATE UNIQUE INDEX person_me ON person (kind) WHERE kind = 'me';
CREATE TABLE alias (
  id         INTEGER PRIMARY KEY,
  uid        TEXT    NOT NULL UNIQUE,
  person_id  INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  place      INTEGER NOT NULL,
  name       TEXT    NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX alias_person ON alias (person_id, place);
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
, also TEXT NOT NULL DEFAULT '', begun TEXT NOT NULL DEFAULT '', taken TEXT NOT NULL DEFAULT '', replaced_by INTEGER REFERENCES import (id), sum INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX note_person ON note (person_id, date DESC);
CREATE INDEX note_planned ON note (person_id, date) WHERE kind = 'planned' AND deleted_at IS NULL;
CREATE INDEX note_held ON note (person_id, date) WHERE kind = 'held' AND deleted_at IS NULL;
CREATE INDEX note_trash ON note (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE TABLE revision (
  id         INTEGER PRIMARY KEY,
  uid        TEXT    NOT NULL UNIQUE,
  note_id    INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
  rev        INTEGER NOT NULL,
  at         INTEGER NOT NULL,
  kept_at    INTEGER NOT NULL,
  body       TEXT    NOT NULL
, sum INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX revision_note ON revision (note_id, kept_at);
CREATE INDEX revision_age ON revision (at);
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
CREATE VIRTUAL TABLE search USING fts5 (
  body, who, content = 'search_text', content_rowid = 'search_id',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3', detail = column
);
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
, since TEXT) STRICT;
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
, came TEXT NOT NULL DEFAULT '', came_on TEXT) STRICT;
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
CREATE TABLE verdict (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uid        TEXT    NOT NULL UNIQUE,
  note_uid   TEXT    NOT NULL,
  line       TEXT    NOT NULL,
  verdict    TEXT    NOT NULL,
  until      TEXT,
  updated_at INTEGER NOT NULL
, why TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX verdict_line ON verdict (note_uid, line);
CREATE TABLE setting (
  id         INTEGER PRIMARY KEY,
  uid        TEXT    NOT NULL UNIQUE,
  key        TEXT    NOT NULL UNIQUE,
  value      TEXT    NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE TABLE tombstone (
  uid  TEXT    PRIMARY KEY,
  kind TEXT    NOT NULL,
  at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
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
CREATE TABLE stepping_in (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  uid          TEXT    NOT NULL UNIQUE,
  crisis       INTEGER NOT NULL,
  what         TEXT    NOT NULL,
  goal_id      INTEGER REFERENCES goal (id) ON DELETE SET NULL,
  tag          TEXT    NOT NULL DEFAULT '',
  before       INTEGER NOT NULL DEFAULT 0 CHECK (before BETWEEN 0 AND 7),
  help         TEXT    NOT NULL DEFAULT '',
  reason       TEXT    NOT NULL DEFAULT '',
  began        TEXT    NOT NULL,
  ends         TEXT,
  exit_sign    TEXT    NOT NULL DEFAULT '',
  exit_seen    TEXT,
  sentence     TEXT    NOT NULL DEFAULT '',
  extended     TEXT,
  extended_why TEXT    NOT NULL DEFAULT '',
  handed_back  TEXT,
  did_well     TEXT    NOT NULL DEFAULT '',
  learned      TEXT    NOT NULL DEFAULT '',
  origin       TEXT,
  import_id    INTEGER REFERENCES import (id),
  updated_at   INTEGER NOT NULL,
  deleted_at   INTEGER
) STRICT;
CREATE INDEX stepping_in_goal ON stepping_in (goal_id) WHERE goal_id IS NOT NULL;
CREATE TABLE stepping_in_person (
  id         INTEGER PRIMARY KEY,
  uid        TEXT    NOT NULL UNIQUE,
  stepping_in_id INTEGER NOT NULL REFERENCES stepping_in (id) ON DELETE CASCADE,
  person_id  INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  place      INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (stepping_in_id, person_id)
) STRICT;
CREATE INDEX stepping_in_person_person ON stepping_in_person (person_id);
CREATE TABLE expectation (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uid        TEXT    NOT NULL UNIQUE,
  person_id  INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  theirs     INTEGER NOT NULL,
  text       TEXT    NOT NULL,
  agreed     TEXT,
  place      INTEGER NOT NULL DEFAULT 0,
  origin     TEXT,
  import_id  INTEGER REFERENCES import (id),
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE INDEX expectation_person ON expectation (person_id, place);
CREATE TABLE area_former (
  id         INTEGER PRIMARY KEY,
  uid        TEXT    NOT NULL UNIQUE,
  area_id    INTEGER NOT NULL REFERENCES area (id) ON DELETE CASCADE,
  tag        TEXT    NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (area_id, tag)
) STRICT;
CREATE TABLE company_change (
  id              INTEGER PRIMARY KEY,
  uid             TEXT    NOT NULL UNIQUE,
  company_goal_id INTEGER NOT NULL REFERENCES company_goal (id) ON DELETE CASCADE,
  date            TEXT    NOT NULL,
  from_title      TEXT    NOT NULL,
  from_why        TEXT    NOT NULL,
  updated_at      INTEGER NOT NULL
) STRICT;
CREATE INDEX company_change_goal ON company_change (company_goal_id, id);
CREATE INDEX prompt_event_support ON prompt_event (person_id, text) WHERE kind = 'support';
CREATE INDEX item_idea ON item (note_date) WHERE label = 'idea';
CREATE INDEX item_ask ON item (note_date) WHERE label = 'ask';
CREATE INDEX item_theirs ON item (person_id, note_date) WHERE label = 'decided' AND actor = 'them';
CREATE INDEX item_idea_said ON item (person_id, state_date) WHERE label = 'idea';
CREATE INDEX item_ask_said ON item (person_id, state_date) WHERE label = 'ask';
CREATE VIEW step_in AS
SELECT p.name AS person, s.what, s.crisis, s.help, s.reason, g.title AS goal, s.tag, s.began, s.ends, s.exit_sign,
       s.exit_seen, s.extended, s.extended_why, s.handed_back, s.did_well, s.learned, s.uid AS step_in_uid
FROM stepping_in s JOIN stepping_in_person sp ON sp.stepping_in_id = s.id JOIN person p ON p.id = sp.person_id
LEFT JOIN goal g ON g.id = s.goal_id AND g.deleted_at IS NULL
WHERE s.deleted_at IS NULL AND p.deleted_at IS NULL;
CREATE VIEW search_text AS
SELECT search_id, CASE also WHEN '' THEN body ELSE body || char(10) || also END AS body, who
FROM note WHERE search_id IS NOT NULL;
CREATE TABLE dismissal (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uid        TEXT    NOT NULL UNIQUE,
  kind       TEXT    NOT NULL,
  note_uid   TEXT    NOT NULL DEFAULT '',
  text       TEXT    NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (note_uid, kind, text)
) STRICT;
CREATE TABLE template (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uid        TEXT    NOT NULL UNIQUE,
  name       TEXT    NOT NULL,
  body       TEXT    NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE TABLE reading (
  grammar INTEGER NOT NULL
) STRICT;
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
  text       TEXT    NOT NULL, uid TEXT NOT NULL DEFAULT '', updated_at INTEGER NOT NULL DEFAULT 0,
  UNIQUE (note_id, line, nth)
) STRICT;
CREATE TABLE earlier_person (
  id         INTEGER PRIMARY KEY,
  earlier_id INTEGER NOT NULL REFERENCES earlier (id) ON DELETE CASCADE,
  person_id  INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  updated_at INTEGER NOT NULL
, uid TEXT NOT NULL DEFAULT '', place INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX earlier_person_of ON earlier_person (earlier_id, id);
CREATE INDEX earlier_person_person ON earlier_person (person_id);
CREATE INDEX item_revisit ON item (person_id, due) WHERE label = 'decided' AND due IS NOT NULL;
CREATE TABLE quiet_answer (
  id         INTEGER PRIMARY KEY,
  uid        TEXT    NOT NULL UNIQUE,
  note_uid   TEXT    NOT NULL,
  mark       TEXT    NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (note_uid, mark)
) STRICT;
CREATE INDEX item_done ON item (person_id, state_date) WHERE label = 'todo' AND state = 'done';
CREATE INDEX note_missed ON note (person_id, date) WHERE kind = 'missed';
CREATE TABLE saved_search (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uid        TEXT    NOT NULL UNIQUE,
  name       TEXT    NOT NULL,
  query      TEXT    NOT NULL,
  place      INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE TABLE word (
  word TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE search_pair USING fts5 (
  pairs, content = '', contentless_delete = 1, tokenize = 'unicode61', detail = none
);
CREATE TABLE unworded (
  note_id INTEGER PRIMARY KEY REFERENCES note (id) ON DELETE CASCADE
) STRICT;
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
CREATE INDEX item_praise ON item (person_id, label, note_date, actor, state) WHERE label IN ('praise', 'feedback');
CREATE INDEX note_origin ON note (origin) WHERE origin IS NOT NULL;
CREATE INDEX note_taken ON note (taken) WHERE taken <> '';
CREATE INDEX note_import ON note (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX note_replaced ON note (replaced_by) WHERE replaced_by IS NOT NULL;
CREATE INDEX item_said ON item (person_id, state_date)
  WHERE label IN ('need', 'stuck', 'decided') AND state_date IS NOT NULL;
CREATE TABLE own_log (
  id     INTEGER PRIMARY KEY CHECK (id = 1),
  origin TEXT    NOT NULL,
  round  INTEGER NOT NULL,
  before TEXT    NOT NULL,
  inode  TEXT    NOT NULL
) STRICT;
CREATE INDEX note_unsummed ON note (id) WHERE sum = 0;
CREATE INDEX revision_unsummed ON revision (id) WHERE sum = 0;
CREATE TABLE row_sum (
  name TEXT    NOT NULL,
  id   INTEGER NOT NULL,
  sum  INTEGER NOT NULL,
  PRIMARY KEY (name, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX earlier_uid ON earlier (uid);
CREATE UNIQUE INDEX earlier_person_uid ON earlier_person (uid);
CREATE TABLE peer (
  mark TEXT    PRIMARY KEY,
  at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE peer_text (
  note_id     INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
  mark        TEXT    NOT NULL,
  revision_id INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
  alone       INTEGER NOT NULL,
  PRIMARY KEY (note_id, mark)
) STRICT, WITHOUT ROWID;
CREATE INDEX peer_text_revision ON peer_text (revision_id);
CREATE TABLE archive_import (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  source   TEXT    NOT NULL,
  begun_at INTEGER NOT NULL,
  done_at  INTEGER,
  added    INTEGER NOT NULL DEFAULT 0,
  changed  INTEGER NOT NULL DEFAULT 0
) STRICT;
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
CREATE TABLE archive_file (
  pair      TEXT    PRIMARY KEY,
  mark      TEXT    NOT NULL,
  import_id INTEGER NOT NULL,
  list      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX archive_file_mark ON archive_file (mark);
CREATE INDEX archive_file_import ON archive_file (import_id);
CREATE TABLE "item_tag" (
  person_id INTEGER NOT NULL,
  tag       TEXT    NOT NULL,
  note_date TEXT    NOT NULL,
  note_id   INTEGER NOT NULL,
  line      INTEGER NOT NULL,
  PRIMARY KEY (person_id, tag, note_date, note_id, line),
  FOREIGN KEY (note_id, line, person_id) REFERENCES item (note_id, line, person_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX item_tag_note ON item_tag (note_id, line, person_id);
CREATE INDEX note_brought ON note (id) WHERE origin IS NOT NULL;
CREATE TABLE unindexed (
  note_id   INTEGER PRIMARY KEY,
  search_id INTEGER NOT NULL,
  body      TEXT    NOT NULL,
  who       TEXT    NOT NULL
) STRICT;
CREATE TRIGGER note_said AFTER UPDATE OF uid, person_id, kind, date, at, zone, called_off, rev, origin, import_id, made_at,
  updated_at, deleted_at, taken, replaced_by, begun, body ON note
  WHEN NEW.sum = OLD.sum AND NEW.sum <> 0
  BEGIN UPDATE note SET sum = 0 WHERE id = NEW.id; END;
CREATE TRIGGER revision_said AFTER UPDATE OF uid, note_id, rev, at, kept_at, body ON revision
  WHEN NEW.sum = OLD.sum AND NEW.sum <> 0
  BEGIN UPDATE revision SET sum = 0 WHERE id = NEW.id; END;
CREATE TRIGGER sum_alias_insert AFTER INSERT ON alias BEGIN DELETE FROM row_sum WHERE name = 'alias' AND id = NEW.rowid; END;
CREATE TRIGGER sum_alias_update AFTER UPDATE ON alias BEGIN DELETE FROM row_sum WHERE name = 'alias' AND id = OLD.rowid; END;
CREATE TRIGGER sum_alias_delete AFTER DELETE ON alias BEGIN DELETE FROM row_sum WHERE name = 'alias' AND id = OLD.rowid; END;
CREATE TRIGGER sum_area_insert AFTER INSERT ON area BEGIN DELETE FROM row_sum WHERE name = 'area' AND id = NEW.rowid; END;
CREATE TRIGGER sum_area_update AFTER UPDATE ON area BEGIN DELETE FROM row_sum WHERE name = 'area' AND id = OLD.rowid; END;
CREATE TRIGGER sum_area_delete AFTER DELETE ON area BEGIN DELETE FROM row_sum WHERE name = 'area' AND id = OLD.rowid; END;
CREATE TRIGGER sum_area_former_insert AFTER INSERT ON area_former BEGIN DELETE FROM row_sum WHERE name = 'area_former' AND id = NEW.rowid; END;
CREATE TRIGGER sum_area_former_update AFTER UPDATE ON area_former BEGIN DELETE FROM row_sum WHERE name = 'area_former' AND id = OLD.rowid; END;
CREATE TRIGGER sum_area_former_delete AFTER DELETE ON area_former BEGIN DELETE FROM row_sum WHERE name = 'area_former' AND id = OLD.rowid; END;
CREATE TRIGGER sum_area_level_insert AFTER INSERT ON area_level BEGIN DELETE FROM row_sum WHERE name = 'area_level' AND id = NEW.rowid; END;
CREATE TRIGGER sum_area_level_update AFTER UPDATE ON area_level BEGIN DELETE FROM row_sum WHERE name = 'area_level' AND id = OLD.rowid; END;
CREATE TRIGGER sum_area_level_delete AFTER DELETE ON area_level BEGIN DELETE FROM row_sum WHERE name = 'area_level' AND id = OLD.rowid; END;
CREATE TRIGGER sum_company_change_insert AFTER INSERT ON company_change BEGIN DELETE FROM row_sum WHERE name = 'company_change' AND id = NEW.rowid; END;
CREATE TRIGGER sum_company_change_update AFTER UPDATE ON company_change BEGIN DELETE FROM row_sum WHERE name = 'company_change' AND id = OLD.rowid; END;
CREATE TRIGGER sum_company_change_delete AFTER DELETE ON company_change BEGIN DELETE FROM row_sum WHERE name = 'company_change' AND id = OLD.rowid; END;
CREATE TRIGGER sum_company_goal_insert AFTER INSERT ON company_goal BEGIN DELETE FROM row_sum WHERE name = 'company_goal' AND id = NEW.rowid; END;
CREATE TRIGGER sum_company_goal_update AFTER UPDATE ON company_goal BEGIN DELETE FROM row_sum WHERE name = 'company_goal' AND id = OLD.rowid; END;
CREATE TRIGGER sum_company_goal_delete AFTER DELETE ON company_goal BEGIN DELETE FROM row_sum WHERE name = 'company_goal' AND id = OLD.rowid; END;
CREATE TRIGGER sum_company_talk_insert AFTER INSERT ON company_talk BEGIN DELETE FROM row_sum WHERE name = 'company_talk' AND id = NEW.rowid; END;
CREATE TRIGGER sum_company_talk_update AFTER UPDATE ON company_talk BEGIN DELETE FROM row_sum WHERE name = 'company_talk' AND id = OLD.rowid; END;
CREATE TRIGGER sum_company_talk_delete AFTER DELETE ON company_talk BEGIN DELETE FROM row_sum WHERE name = 'company_talk' AND id = OLD.rowid; END;
CREATE TRIGGER sum_dismissal_insert AFTER INSERT ON dismissal BEGIN DELETE FROM row_sum WHERE name = 'dismissal' AND id = NEW.rowid; END;
CREATE TRIGGER sum_dismissal_update AFTER UPDATE ON dismissal BEGIN DELETE FROM row_sum WHERE name = 'dismissal' AND id = OLD.rowid; END;
CREATE TRIGGER sum_dismissal_delete AFTER DELETE ON dismissal BEGIN DELETE FROM row_sum WHERE name = 'dismissal' AND id = OLD.rowid; END;
CREATE TRIGGER sum_earlier_insert AFTER INSERT ON earlier BEGIN DELETE FROM row_sum WHERE name = 'earlier' AND id = NEW.rowid; END;
CREATE TRIGGER sum_earlier_update AFTER UPDATE ON earlier BEGIN DELETE FROM row_sum WHERE name = 'earlier' AND id = OLD.rowid; END;
CREATE TRIGGER sum_earlier_delete AFTER DELETE ON earlier BEGIN DELETE FROM row_sum WHERE name = 'earlier' AND id = OLD.rowid; END;
CREATE TRIGGER sum_earlier_person_insert AFTER INSERT ON earlier_person BEGIN DELETE FROM row_sum WHERE name = 'earlier_person' AND id = NEW.rowid; END;
CREATE TRIGGER sum_earlier_person_update AFTER UPDATE ON earlier_person BEGIN DELETE FROM row_sum WHERE name = 'earlier_person' AND id = OLD.rowid; END;
CREATE TRIGGER sum_earlier_person_delete AFTER DELETE ON earlier_person BEGIN DELETE FROM row_sum WHERE name = 'earlier_person' AND id = OLD.rowid; END;
CREATE TRIGGER sum_expectation_insert AFTER INSERT ON expectation BEGIN DELETE FROM row_sum WHERE name = 'expectation' AND id = NEW.rowid; END;
CREATE TRIGGER sum_expectation_update AFTER UPDATE ON expectation BEGIN DELETE FROM row_sum WHERE name = 'expectation' AND id = OLD.rowid; END;
CREATE TRIGGER sum_expectation_delete AFTER DELETE ON expectation BEGIN DELETE FROM row_sum WHERE name = 'expectation' AND id = OLD.rowid; END;
CREATE TRIGGER sum_goal_insert AFTER INSERT ON goal BEGIN DELETE FROM row_sum WHERE name = 'goal' AND id = NEW.rowid; END;
CREATE TRIGGER sum_goal_update AFTER UPDATE ON goal BEGIN DELETE FROM row_sum WHERE name = 'goal' AND id = OLD.rowid; END;
CREATE TRIGGER sum_goal_delete AFTER DELETE ON goal BEGIN DELETE FROM row_sum WHERE name = 'goal' AND id = OLD.rowid; END;
CREATE TRIGGER sum_goal_tag_insert AFTER INSERT ON goal_tag BEGIN DELETE FROM row_sum WHERE name = 'goal_tag' AND id = NEW.rowid; END;
CREATE TRIGGER sum_goal_tag_update AFTER UPDATE ON goal_tag BEGIN DELETE FROM row_sum WHERE name = 'goal_tag' AND id = OLD.rowid; END;
CREATE TRIGGER sum_goal_tag_delete AFTER DELETE ON goal_tag BEGIN DELETE FROM row_sum WHERE name = 'goal_tag' AND id = OLD.rowid; END;
CREATE TRIGGER sum_import_insert AFTER INSERT ON import BEGIN DELETE FROM row_sum WHERE name = 'import' AND id = NEW.rowid; END;
CREATE TRIGGER sum_import_update AFTER UPDATE ON import BEGIN DELETE FROM row_sum WHERE name = 'import' AND id = OLD.rowid; END;
CREATE TRIGGER sum_import_delete AFTER DELETE ON import BEGIN DELETE FROM row_sum WHERE name = 'import' AND id = OLD.rowid; END;
CREATE TRIGGER sum_opportunity_insert AFTER INSERT ON opportunity BEGIN DELETE FROM row_sum WHERE name = 'opportunity' AND id = NEW.rowid; END;
CREATE TRIGGER sum_opportunity_update AFTER UPDATE ON opportunity BEGIN DELETE FROM row_sum WHERE name = 'opportunity' AND id = OLD.rowid; END;
CREATE TRIGGER sum_opportunity_delete AFTER DELETE ON opportunity BEGIN DELETE FROM row_sum WHERE name = 'opportunity' AND id = OLD.rowid; END;
CREATE TRIGGER sum_own_review_insert AFTER INSERT ON own_review BEGIN DELETE FROM row_sum WHERE name = 'own_review' AND id = NEW.rowid; END;
CREATE TRIGGER sum_own_review_update AFTER UPDATE ON own_review BEGIN DELETE FROM row_sum WHERE name = 'own_review' AND id = OLD.rowid; END;
CREATE TRIGGER sum_own_review_delete AFTER DELETE ON own_review BEGIN DELETE FROM row_sum WHERE name = 'own_review' AND id = OLD.rowid; END;
CREATE TRIGGER sum_person_insert AFTER INSERT ON person BEGIN DELETE FROM row_sum WHERE name = 'person' AND id = NEW.rowid; END;
CREATE TRIGGER sum_person_update AFTER UPDATE ON person BEGIN DELETE FROM row_sum WHERE name = 'person' AND id = OLD.rowid; END;
CREATE TRIGGER sum_person_delete AFTER DELETE ON person BEGIN DELETE FROM row_sum WHERE name = 'person' AND id = OLD.rowid; END;
CREATE TRIGGER sum_prompt_event_insert AFTER INSERT ON prompt_event BEGIN DELETE FROM row_sum WHERE name = 'prompt_event' AND id = NEW.rowid; END;
CREATE TRIGGER sum_prompt_event_update AFTER UPDATE ON prompt_event BEGIN DELETE FROM row_sum WHERE name = 'prompt_event' AND id = OLD.rowid; END;
CREATE TRIGGER sum_prompt_event_delete AFTER DELETE ON prompt_event BEGIN DELETE FROM row_sum WHERE name = 'prompt_event' AND id = OLD.rowid; END;
CREATE TRIGGER sum_prompt_mute_insert AFTER INSERT ON prompt_mute BEGIN DELETE FROM row_sum WHERE name = 'prompt_mute' AND id = NEW.rowid; END;
CREATE TRIGGER sum_prompt_mute_update AFTER UPDATE ON prompt_mute BEGIN DELETE FROM row_sum WHERE name = 'prompt_mute' AND id = OLD.rowid; END;
CREATE TRIGGER sum_prompt_mute_delete AFTER DELETE ON prompt_mute BEGIN DELETE FROM row_sum WHERE name = 'prompt_mute' AND id = OLD.rowid; END;
CREATE TRIGGER sum_quiet_answer_insert AFTER INSERT ON quiet_answer BEGIN DELETE FROM row_sum WHERE name = 'quiet_answer' AND id = NEW.rowid; END;
CREATE TRIGGER sum_quiet_answer_update AFTER UPDATE ON quiet_answer BEGIN DELETE FROM row_sum WHERE name = 'quiet_answer' AND id = OLD.rowid; END;
CREATE TRIGGER sum_quiet_answer_delete AFTER DELETE ON quiet_answer BEGIN DELETE FROM row_sum WHERE name = 'quiet_answer' AND id = OLD.rowid; END;
CREATE TRIGGER sum_reading_insert AFTER INSERT ON reading BEGIN DELETE FROM row_sum WHERE name = 'reading' AND id = NEW.rowid; END;
CREATE TRIGGER sum_reading_update AFTER UPDATE ON reading BEGIN DELETE FROM row_sum WHERE name = 'reading' AND id = OLD.rowid; END;
CREATE TRIGGER sum_reading_delete AFTER DELETE ON reading BEGIN DELETE FROM row_sum WHERE name = 'reading' AND id = OLD.rowid; END;
CREATE TRIGGER sum_review_line_insert AFTER INSERT ON review_line BEGIN DELETE FROM row_sum WHERE name = 'review_line' AND id = NEW.rowid; END;
CREATE TRIGGER sum_review_line_update AFTER UPDATE ON review_line BEGIN DELETE FROM row_sum WHERE name = 'review_line' AND id = OLD.rowid; END;
CREATE TRIGGER sum_review_line_delete AFTER DELETE ON review_line BEGIN DELETE FROM row_sum WHERE name = 'review_line' AND id = OLD.rowid; END;
CREATE TRIGGER sum_saved_search_insert AFTER INSERT ON saved_search BEGIN DELETE FROM row_sum WHERE name = 'saved_search' AND id = NEW.rowid; END;
CREATE TRIGGER sum_saved_search_update AFTER UPDATE ON saved_search BEGIN DELETE FROM row_sum WHERE name = 'saved_search' AND id = OLD.rowid; END;
CREATE TRIGGER sum_saved_search_delete AFTER DELETE ON saved_search BEGIN DELETE FROM row_sum WHERE name = 'saved_search' AND id = OLD.rowid; END;
CREATE TRIGGER sum_setting_insert AFTER INSERT ON setting BEGIN DELETE FROM row_sum WHERE name = 'setting' AND id = NEW.rowid; END;
CREATE TRIGGER sum_setting_update AFTER UPDATE ON setting BEGIN DELETE FROM row_sum WHERE name = 'setting' AND id = OLD.rowid; END;
CREATE TRIGGER sum_setting_delete AFTER DELETE ON setting BEGIN DELETE FROM row_sum WHERE name = 'setting' AND id = OLD.rowid; END;
CREATE TRIGGER sum_step_insert AFTER INSERT ON step BEGIN DELETE FROM row_sum WHERE name = 'step' AND id = NEW.rowid; END;
CREATE TRIGGER sum_step_update AFTER UPDATE ON step BEGIN DELETE FROM row_sum WHERE name = 'step' AND id = OLD.rowid; END;
CREATE TRIGGER sum_step_delete AFTER DELETE ON step BEGIN DELETE FROM row_sum WHERE name = 'step' AND id = OLD.rowid; END;
CREATE TRIGGER sum_stepping_in_insert AFTER INSERT ON stepping_in BEGIN DELETE FROM row_sum WHERE name = 'stepping_in' AND id = NEW.rowid; END;
CREATE TRIGGER sum_stepping_in_update AFTER UPDATE ON stepping_in BEGIN DELETE FROM row_sum WHERE name = 'stepping_in' AND id = OLD.rowid; END;
CREATE TRIGGER sum_stepping_in_delete AFTER DELETE ON stepping_in BEGIN DELETE FROM row_sum WHERE name = 'stepping_in' AND id = OLD.rowid; END;
CREATE TRIGGER sum_stepping_in_person_insert AFTER INSERT ON stepping_in_person BEGIN DELETE FROM row_sum WHERE name = 'stepping_in_person' AND id = NEW.rowid; END;
CREATE TRIGGER sum_stepping_in_person_update AFTER UPDATE ON stepping_in_person BEGIN DELETE FROM row_sum WHERE name = 'stepping_in_person' AND id = OLD.rowid; END;
CREATE TRIGGER sum_stepping_in_person_delete AFTER DELETE ON stepping_in_person BEGIN DELETE FROM row_sum WHERE name = 'stepping_in_person' AND id = OLD.rowid; END;
CREATE TRIGGER sum_target_move_insert AFTER INSERT ON target_move BEGIN DELETE FROM row_sum WHERE name = 'target_move' AND id = NEW.rowid; END;
CREATE TRIGGER sum_target_move_update AFTER UPDATE ON target_move BEGIN DELETE FROM row_sum WHERE name = 'target_move' AND id = OLD.rowid; END;
CREATE TRIGGER sum_target_move_delete AFTER DELETE ON target_move BEGIN DELETE FROM row_sum WHERE name = 'target_move' AND id = OLD.rowid; END;
CREATE TRIGGER sum_template_insert AFTER INSERT ON template BEGIN DELETE FROM row_sum WHERE name = 'template' AND id = NEW.rowid; END;
CREATE TRIGGER sum_template_update AFTER UPDATE ON template BEGIN DELETE FROM row_sum WHERE name = 'template' AND id = OLD.rowid; END;
CREATE TRIGGER sum_template_delete AFTER DELETE ON template BEGIN DELETE FROM row_sum WHERE name = 'template' AND id = OLD.rowid; END;
CREATE TRIGGER sum_verdict_insert AFTER INSERT ON verdict BEGIN DELETE FROM row_sum WHERE name = 'verdict' AND id = NEW.rowid; END;
CREATE TRIGGER sum_verdict_update AFTER UPDATE ON verdict BEGIN DELETE FROM row_sum WHERE name = 'verdict' AND id = OLD.rowid; END;
CREATE TRIGGER sum_verdict_delete AFTER DELETE ON verdict BEGIN DELETE FROM row_sum WHERE name = 'verdict' AND id = OLD.rowid; END;
INSERT INTO search (search, rank) VALUES ('automerge', 0);
INSERT INTO search (search, rank) VALUES ('crisismerge', 400);
INSERT INTO search (search, rank) VALUES ('usermerge', 2);
INSERT INTO setting (id, uid, key, value, updated_at) VALUES (1, 'read anew', 'read anew', '', 0);
INSERT INTO setting (id, uid, key, value, updated_at) VALUES (2, 'first templates', 'first templates', '', 0);
INSERT INTO reading (grammar) VALUES (1);
INSERT INTO search_pair (search_pair, rank) VALUES ('usermerge', 2);
INSERT INTO own_log (id, origin, round, before, inode) VALUES (1, '?', 0, '', '');
