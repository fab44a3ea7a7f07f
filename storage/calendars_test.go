package storage

import (
	"testing"

	"handback/notes"
	"handback/notes/calendar"
)

// TestWhatACalendarSaysOfSomebodyGoesWithThem holds that addresses and meetings of a person are kept with the person alone: deleted for
// good with them, and brought along to who stays, with a way back.
func TestWhatACalendarSaysOfSomebodyGoesWithThem(t *testing.T) {
	j, _ := newJournal(t)
	ana, ben := addPerson(t, j, "Ana Ruiz"), addPerson(t, j, "Ben Okoro")
	key := func(id notes.PersonID) string { return calendar.Key(must[notes.Person](t)(j.Person(id))) }
	anas, bens := key(ana), key(ben)
	apply := func(rows ...notes.Row) notes.Applied {
		t.Helper()
		return must[notes.Applied](t)(j.Apply(notes.Change{Rows: rows}))
	}
	of := func(key string) string {
		t.Helper()
		return must[string](t)(j.Setting(key))
	}
	apply(notes.PutSetting{Key: anas, Value: calendar.Kept{Means: []string{"ana@x.org"}}.String()},
		notes.PutSetting{Key: bens, Value: calendar.Kept{Means: []string{"ben@x.org"}}.String()})
	done := apply(notes.MergePeople{From: ana, Into: ben})
	if got := calendar.ReadKept(of(bens)).Means; len(got) != 2 || of(anas) != "" {
		t.Errorf("%q, and %q stays", got, of(anas))
	}
	must[notes.Applied](t)(j.Apply(done.Undo))
	if got := calendar.ReadKept(of(anas)).Means; len(got) != 1 {
		t.Errorf("%q after undo", got)
	}
	apply(notes.Delete{Kind: notes.KindPerson, ID: int64(ana)})
	apply(notes.Purge{Kind: notes.KindPerson, ID: int64(ana)})
	if of(anas) != "" || of(bens) == "" {
		t.Errorf("%q is kept of who was deleted for good, %q of who was not", of(anas), of(bens))
	}
}
