-- Taking it along, and letting go of it.

-- The day by which the manager wants to have deleted everything about somebody who left. It is only brought up then.
ALTER TABLE person ADD COLUMN delete_by TEXT;
