package roomtest

import (
	"testing"

	"handback/notes"
)

// Do applies rows to a journal and returns their ids.
func Do(t testing.TB, j notes.Journal, rows ...notes.Row) []int64 {
	t.Helper()
	applied, err := j.Apply(notes.Change{Rows: rows})
	if err != nil {
		t.Fatal(err)
	}
	return applied.IDs
}

// Person adds a report.
func Person(t testing.TB, j notes.Journal, name string) notes.PersonID {
	t.Helper()
	return notes.PersonID(Do(t, j, notes.Person{
		Kind: notes.KindReport, Name: name, Pronoun: notes.They, State: notes.StateHere, Since: "2026-01-01",
	})[0])
}

// Note adds a held one-on-one.
func Note(t testing.TB, j notes.Journal, person notes.PersonID, date notes.Date, body string) notes.NoteID {
	t.Helper()
	return notes.NoteID(Do(t, j, notes.NewNote{Person: person, Kind: notes.HeldNote, Date: date, Body: body})[0])
}
