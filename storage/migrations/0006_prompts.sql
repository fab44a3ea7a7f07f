-- The days on which a person was away and is until they are back, as the manager's own days off are kept: what is counted in
-- days leaves them out, and the weeks after them are gentle. Of who was away before nothing but the last day is known.
ALTER TABLE person ADD COLUMN absences TEXT NOT NULL DEFAULT '';
-- Decisions that come back on a day of their own.

-- A line of this label could have no date before; reading the journal by the grammar of now fills it.
CREATE INDEX item_revisit ON item (person_id, due) WHERE label = 'decided' AND due IS NOT NULL;
