-- A tag goes with the line that it stands in, whoever takes the line away. When a person is deleted, the lines about them in notes of
-- others go too; their tags stayed, and stood in the way of whoever came back under the same number.
CREATE TABLE tag_of_line (
  person_id INTEGER NOT NULL,
  tag       TEXT    NOT NULL,
  note_date TEXT    NOT NULL,
  note_id   INTEGER NOT NULL,
  line      INTEGER NOT NULL,
  PRIMARY KEY (person_id, tag, note_date, note_id, line),
  FOREIGN KEY (note_id, line, person_id) REFERENCES item (note_id, line, person_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO tag_of_line (person_id, tag, note_date, note_id, line)
  SELECT t.person_id, t.tag, t.note_date, t.note_id, t.line FROM item_tag t
  JOIN item i ON i.note_id = t.note_id AND i.line = t.line AND i.person_id = t.person_id;
DROP TABLE item_tag;
ALTER TABLE tag_of_line RENAME TO item_tag;
CREATE INDEX item_tag_note ON item_tag (note_id, line, person_id);

-- Which notes were imported, by their number: asked of every line that is counted, and of no more than a few notes the answer is yes.
CREATE INDEX note_brought ON note (id) WHERE origin IS NOT NULL;
