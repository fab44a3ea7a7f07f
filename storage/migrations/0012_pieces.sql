-- Every transaction that files something adds a piece to the search index, and FTS5 takes 2,000 at most: after that it says that the
-- disk is full. Pieces are joined when nothing happens; where nothing rests, as while an archive comes in, so many of one size are
-- joined at once.
INSERT INTO search (search, rank) VALUES ('crisismerge', 400);
