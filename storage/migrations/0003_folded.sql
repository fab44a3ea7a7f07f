-- Words that the search index would not find, monthly rhythms that keep their day, and every note read anew.

-- What the search index is given besides the body: words in which it would not find what is typed without a stroke or
-- ligature, and words joined that a hyphen divides. Derived, as who is.
ALTER TABLE note ADD COLUMN also TEXT NOT NULL DEFAULT '';
DROP VIEW search_text;
CREATE VIEW search_text AS
SELECT search_id, CASE also WHEN '' THEN body ELSE body || char(10) || also END AS body, who
FROM note WHERE search_id IS NOT NULL;

-- What a monthly rhythm keeps to: rhythm_nth 1 to 4 is that weekday of the month, 5 the last one; rhythm_day is a day of
-- the month, in a shorter month its last. 0 is neither.
ALTER TABLE person ADD COLUMN rhythm_nth INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN rhythm_day INTEGER NOT NULL DEFAULT 0;
-- Monthly rhythms with a weekday get theirs from the last day planned, or held: its nearest such weekday.
UPDATE person SET rhythm_nth = coalesce((
  SELECT (CAST(strftime('%d', date(max(n.date), '-3 days', 'weekday ' || person.rhythm_weekday)) AS INTEGER) - 1) / 7 + 1
  FROM note n WHERE n.person_id = person.id AND n.kind IN ('planned', 'held') AND n.deleted_at IS NULL
), 0) WHERE rhythm_unit = 'month' AND rhythm_fixed = 1;

-- Lines are read, and names found, otherwise than before. Opening the journal reads every note anew and takes this away.
INSERT INTO setting (uid, key, value, updated_at) VALUES ('read anew', 'read anew', '', 0);
