package storage

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"handback/notes"
)

// clock is a wall clock that tests set.
type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

func (c *clock) pass(d time.Duration) { c.at = c.at.Add(d) }

func newClock() *clock { return &clock{time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)} }

// newJournal is an empty journal in a file of its own, with the clock that it reads.
func newJournal(t testing.TB) (*Journal, *clock) {
	t.Helper()
	c := newClock()
	j, err := newOfKind(t, filepath.Join(t.TempDir(), FileName), c.now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := j.Close(); err != nil {
			t.Error(err)
		}
	})
	return j, c
}

func try(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func must[T any](t testing.TB) func(T, error) T {
	t.Helper()
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// do applies rows and returns their ids.
func do(t testing.TB, j *Journal, rows ...notes.Row) []int64 {
	t.Helper()
	done, err := j.Apply(notes.Change{Rows: rows})
	if err != nil {
		t.Fatal(err)
	}
	return done.IDs
}

func addPerson(t testing.TB, j *Journal, name string, aliases ...string) notes.PersonID {
	t.Helper()
	return notes.PersonID(do(t, j, notes.Person{Kind: notes.KindReport, Name: name, Aliases: aliases})[0])
}

func addNote(t testing.TB, j *Journal, p notes.PersonID, kind notes.NoteKind, date notes.Date, body string) notes.NoteID {
	t.Helper()
	return notes.NoteID(do(t, j, notes.NewNote{Person: p, Kind: kind, Date: date, Body: body})[0])
}

func readFile(path string) ([]byte, error) {
	b, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return nil, nil
	}
	return b, err
}

// Person returns ErrNotFound where there is none or it is deleted.
func (j *Journal) Person(id notes.PersonID) (notes.Person, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.c.person(id)
}

// Goal returns ErrNotFound where there is none or it is deleted.
func (j *Journal) Goal(id notes.GoalID) (notes.Goal, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.c.goal(id)
}
