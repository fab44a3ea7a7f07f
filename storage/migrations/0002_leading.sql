-- Stepping in, what people count on each other for, and what came of the prompts that were asked.

-- The manager leading from in front for one goal, decision or crisis. before is the level that was in force in the area
-- of the tag; help is '' for a crisis of which only the line is known yet.
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

-- Whom a step-in is about, in the order given.
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

-- A line of what a person and the manager count on each other for; theirs is what the manager counts on from them.
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

-- The tags that an area had and under which there are lines: they go on counting for it.
CREATE TABLE area_former (
  id         INTEGER PRIMARY KEY,
  uid        TEXT    NOT NULL UNIQUE,
  area_id    INTEGER NOT NULL REFERENCES area (id) ON DELETE CASCADE,
  tag        TEXT    NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (area_id, tag)
) STRICT;

-- What a company goal said before it was changed on a day.
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

ALTER TABLE prompt_event ADD COLUMN came TEXT NOT NULL DEFAULT '';
ALTER TABLE prompt_event ADD COLUMN came_on TEXT;
CREATE INDEX prompt_event_support ON prompt_event (person_id, text) WHERE kind = 'support';
ALTER TABLE verdict ADD COLUMN why TEXT NOT NULL DEFAULT '';

CREATE INDEX item_idea ON item (note_date) WHERE label = 'idea';
CREATE INDEX item_ask ON item (note_date) WHERE label = 'ask';
CREATE INDEX item_theirs ON item (person_id, note_date) WHERE label = 'decided' AND actor = 'them';
CREATE INDEX item_idea_said ON item (person_id, state_date) WHERE label = 'idea';
CREATE INDEX item_ask_said ON item (person_id, state_date) WHERE label = 'ask';

-- A public interface: docs/VIEWS.md. One row per person of a step-in.
CREATE VIEW step_in AS
SELECT p.name AS person, s.what, s.crisis, s.help, s.reason, g.title AS goal, s.tag, s.began, s.ends, s.exit_sign,
       s.exit_seen, s.extended, s.extended_why, s.handed_back, s.did_well, s.learned, s.uid AS step_in_uid
FROM stepping_in s JOIN stepping_in_person sp ON sp.stepping_in_id = s.id JOIN person p ON p.id = sp.person_id
LEFT JOIN goal g ON g.id = s.goal_id AND g.deleted_at IS NULL
WHERE s.deleted_at IS NULL AND p.deleted_at IS NULL;
