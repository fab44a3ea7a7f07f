package storage

import (
	"fmt"
	"testing"

	"github.com/mattn/go-sqlite3"

	"handback/notes"
)

// TestNothingIsPreparedTwice holds that a query is put into SQLite's own form once, whatever its arguments are later on:
// that takes longer than most queries do.
func TestNothingIsPreparedTwice(t *testing.T) {
	j, c := newJournal(t)
	var people []notes.PersonID
	var held []notes.NoteID
	for i, name := range []string{"Ana", "Ben"} {
		people = append(people, addPerson(t, j, name, name+"a"))
		held = append(held, addNote(t, j, people[i], notes.HeldNote, "2026-11-20", "todo me: one #lead\ndecided: two\nneed: three\n"))
		do(t, j, notes.Goal{Person: people[i], Title: "Lead", Tag: "lead"}, notes.AreaLevel{
			Person: people[i], Tag: "plan",
			DatedLevel: notes.DatedLevel{From: "2026-01-01", Level: notes.Agree},
		})
	}
	prepared := countPrepared(t, j)
	for i, p := range people {
		*prepared = 0
		n := must[notes.Note](t)(j.Note(held[i]))
		must[int64](t)(j.SaveBody(n.ID, n.Rev, n.Body+fmt.Sprint("todo: four ", i)))
		must[notes.PromptFacts](t)(j.PromptFacts(p, c.now()))
		must[[]notes.QuietRow](t)(j.Quiet(c.now()))
		must[[]notes.RosterLine](t)(j.Roster(c.now()))
		must[[]notes.Filed](t)(j.Decisions(p, notes.DateOf(c.now()).AddDays(-i)))
		must[[]notes.Target](t)(j.Targets())
		for _, q := range []notes.Query{{Text: fmt.Sprint("four ", i)}, {Label: notes.Todo}, {Person: p, Newest: true}} {
			if _, _, err := j.Search(q); err != nil {
				t.Fatal(err)
			}
		}
	}
	if *prepared != 0 {
		t.Errorf("what was asked of Ana was prepared again for Ben, with %d columns", *prepared)
	}
}

// countPrepared counts the columns that statements are prepared to read from now on: SQLite asks for leave at each. What the
// search index asks for itself, piece by piece, is left out.
func countPrepared(t *testing.T, j *Journal) *int {
	t.Helper()
	columns := 0
	j.c.one.RegisterAuthorizer(func(op int, table, _, _ string) int {
		if op == sqlite3.SQLITE_READ && table != "search_idx" {
			columns++
		}
		return sqlite3.SQLITE_OK
	})
	return &columns
}
