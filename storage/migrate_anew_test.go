package storage

import (
	"strings"
	"testing"
	"time"

	"handback/notes"
)

// TestAnOlderJournalIsReadAnew opens a journal of schema 2 in which lines were read, and rhythms kept, as they were then.
func TestAnOlderJournalIsReadAnew(t *testing.T) {
	path := keptJournal(t, 2)
	c, err := openConn(writable(path))
	if err != nil {
		t.Fatal(err)
	}
	body := "todo: see Łukasz\u2028private: SECRET"
	for _, s := range []string{
		`UPDATE person SET rhythm_every = 1, rhythm_unit = 'month', rhythm_fixed = 1, rhythm_weekday = 5, state = 'here' WHERE id = 2`,
		`DELETE FROM note WHERE person_id = 2 AND kind = 'planned'`,
		`INSERT INTO note (uid, person_id, kind, date, search_id, made_at, updated_at, body)
			VALUES ('anew', 2, 'planned', '2030-03-28', 999999999, 0, 0, '` + body + `')`,
		`INSERT INTO search (rowid, body, who) VALUES (999999999, '` + body + `', 'p2')`,
		`INSERT INTO item (note_id, line, person_id, label, note_date, open, owed, state, remark, people, tags, text, raw_at, raw_length)
			SELECT id, 1, 2, 'todo', date, 1, 0, '', '', '', '', 'see SECRET', 0, 10 FROM note WHERE uid = 'anew'`,
	} {
		if err := c.script(s); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.close(); err != nil {
		t.Fatal(err)
	}
	j, err := Open(path, Options{Now: newClock().now})
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close() //nolint:errcheck // the test has said what it found
	if got := filedUnder(t, j, 2); strings.Contains(got, "SECRET") {
		t.Errorf("filed: %s", got)
	}
	if hits, _, err := j.Search(notes.Query{Text: "lukasz", Newest: true}); err != nil || len(hits) != 1 {
		t.Errorf("%d hits, %v", len(hits), err)
	}
	if hits, _, err := j.Search(notes.Query{Text: "lukasz", Person: 2, Shared: true}); err != nil || len(hits) != 0 {
		t.Errorf("%d hits beside the person, %v", len(hits), err)
	}
	if err := j.CheckIndex(); err != nil {
		t.Error(err)
	}
	r := must[notes.Person](t)(j.Person(2)).Rhythm // 28 March 2030 is a Thursday, the Friday next to it the fifth
	if r.Nth != notes.LastWeekday || r.Weekday != time.Friday || r.String() != "every month on the last Friday" {
		t.Errorf("%+v", r)
	}
	var asked int
	if err := j.c.row("SELECT count(*) FROM setting WHERE key = ?", []any{readAnewKey}, &asked); err != nil || asked != 0 {
		t.Errorf("it would be read again: %d, %v", asked, err)
	}
}
