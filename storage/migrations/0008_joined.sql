-- The day on which somebody joined, where the manager said it. since is the day on which they were added to the journal, and
-- who is added when a journal begins has been there for long.
ALTER TABLE person ADD COLUMN joined TEXT;

-- The day on which an opportunity came as far as it is: was offered, booked, done or used. Of those that were there before
-- it is not known.
ALTER TABLE opportunity ADD COLUMN since TEXT;
