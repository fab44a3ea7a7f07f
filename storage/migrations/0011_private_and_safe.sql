-- What a note is checked by and merged with, and what became of older lines.

-- What became of needs, of what was stuck and of decisions is looked up by the day on which it was said.
CREATE INDEX item_said ON item (person_id, state_date)
  WHERE label IN ('need', 'stuck', 'decided') AND state_date IS NOT NULL;
