-- What notes bring along from elsewhere and take away, and what the index of pairs knows besides.

-- The index of pairs knows whose a note is, and its title: each note is put into it anew when nothing happens.
INSERT INTO unworded (note_id) SELECT id FROM note WHERE search_id IS NOT NULL ON CONFLICT DO NOTHING;

-- Two pieces of a size are joined already, not only four.
INSERT INTO search (search, rank) VALUES ('usermerge', 2);
INSERT INTO search_pair (search_pair, rank) VALUES ('usermerge', 2);

-- The day by which the manager wants to have deleted everything about somebody who left. It is only brought up then.
ALTER TABLE person ADD COLUMN delete_by TEXT;

-- What an import took: of each note a fingerprint, by which the same text is known again, and the import whose newer reading took
-- its place.
ALTER TABLE import ADD COLUMN program TEXT NOT NULL DEFAULT '';
ALTER TABLE note ADD COLUMN taken TEXT NOT NULL DEFAULT '';
ALTER TABLE note ADD COLUMN replaced_by INTEGER REFERENCES import (id);
CREATE INDEX note_origin ON note (origin) WHERE origin IS NOT NULL;
CREATE INDEX note_taken ON note (taken) WHERE taken <> '';
CREATE INDEX note_import ON note (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX note_replaced ON note (replaced_by) WHERE replaced_by IS NOT NULL;
