-- What notes bring along from elsewhere and take away, and what the index of pairs knows besides.

-- The index of pairs knows whose a note is, and its title: each note is put into it anew when nothing happens.
INSERT INTO unworded (note_id) SELECT id FROM note WHERE search_id IS NOT NULL ON CONFLICT DO NOTHING;

-- Two pieces of a size are joined already, not only four.
INSERT INTO search (search, rank) VALUES ('usermerge', 2);
INSERT INTO search_pair (search_pair, rank) VALUES ('usermerge', 2);

-- The day by which the manager wants to have deleted everything about somebody who left. It is only brought up then.
ALTER TABLE person ADD COLUMN delete_by TEXT;
