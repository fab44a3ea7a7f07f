-- The day on which somebody joined, where the manager said it. since is the day on which they were added to the journal, and
-- who is added when a journal begins has been there for long.
ALTER TABLE person ADD COLUMN joined TEXT;

-- The day on which an opportunity came as far as it is: was offered, booked, done or used. Of those that were there before
-- it is not known.
ALTER TABLE opportunity ADD COLUMN since TEXT;

-- What a brief asks of one person among years of notes: what they finished lately, and the one-on-ones that were called off.
CREATE INDEX item_done ON item (person_id, state_date) WHERE label = 'todo' AND state = 'done';
CREATE INDEX note_missed ON note (person_id, date) WHERE kind = 'missed';
