package storage

import (
	"fmt"
	"slices"
	"testing"

	"handback/notes"
)

// manyNotes are written in one change, as an import does it.
func manyNotes(t *testing.T, j *Journal, n int) []notes.NoteID {
	t.Helper()
	ana := addPerson(t, j, "Ana")
	rows := make([]notes.Row, n)
	for i := range rows {
		rows[i] = notes.NewNote{
			Person: ana, Kind: notes.JournalNote, Date: notes.Date("2024-01-01").AddDays(i),
			Body: fmt.Sprintf("we planned the word%dkeyboarding of all, word by word\n", i),
		}
	}
	var ids []notes.NoteID
	for _, id := range do(t, j, rows...) {
		ids = append(ids, notes.NoteID(id))
	}
	return ids
}

func waitingIn(t *testing.T, j *Journal) (ids []notes.NoteID) {
	t.Helper()
	return must[[]notes.NoteID](t)(list(j.c, "SELECT note_id FROM unworded ORDER BY note_id", nil, scalar[notes.NoteID]))
}

func TestAQuietMomentTakesAFewNotes(t *testing.T) {
	j, _ := newJournal(t)
	ids := manyNotes(t, j, 5*inAQuietMoment.notes/2)
	for left := len(ids) - inAQuietMoment.notes; left > 0; left -= inAQuietMoment.notes {
		if more, err := j.IdleSome(); err != nil || !more {
			t.Fatal(more, err)
		}
		if wait := waitingIn(t, j); !slices.Equal(wait, ids[:left]) {
			t.Fatalf("%d of %d wait, not the oldest %d", len(wait), len(ids), left)
		}
	}
	moments := 0
	for more := true; more && moments < 1000; moments++ {
		more = must[bool](t)(j.IdleSome())
	}
	if moments == 1000 {
		t.Error("it never ends")
	}
	if more, err := j.IdleSome(); more || err != nil || len(waitingIn(t, j)) > 0 {
		t.Error(more, err, "there is still something to do")
	}
	if err := j.CheckIndex(); err != nil {
		t.Error(err)
	}
}

func TestALongNoteIsAPortionOfItsOwn(t *testing.T) {
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana")
	long := make([]byte, inAQuietMoment.text)
	for i := range long {
		long[i] = " abcdefg"[i%8]
	}
	for range 3 {
		addNote(t, j, ana, notes.JournalNote, "2026-01-01", string(long))
	}
	if more, err := j.IdleSome(); err != nil || !more || len(waitingIn(t, j)) != 2 {
		t.Error(more, err, len(waitingIn(t, j)))
	}
}

// TestASearchDoesNotReadAllThatWaits holds what a search reads, and what it finds all the same, while more notes wait than it
// may read.
func TestASearchDoesNotReadAllThatWaits(t *testing.T) {
	j, _ := newJournal(t)
	ids := manyNotes(t, j, 3*mostFresh)
	last := len(ids) - 1
	for typed, want := range map[string]bool{
		"word0keyboarding": true, "word0keyb": true, `"word0keyb`: true, `"planned the word0keyboarding"`: true, "planned word0key": true,
		fmt.Sprintf("d%dkeyboard", last): true, "ord0keyboard": false,
	} {
		t.Run(typed, func(t *testing.T) {
			if got := finds(t, j, typed); got != want {
				t.Errorf("found %v", got)
			}
		})
	}
	if read := len(j.vocabulary.fresh); read > mostFresh {
		t.Errorf("%d notes were read", read)
	}
	if wait := must[bool](t)(j.PartsWait()); !wait {
		t.Error("it is not said that some are not")
	}
	for range 3 * mostFresh / inAQuietMoment.notes {
		must[bool](t)(j.IdleSome())
	}
	if wait := must[bool](t)(j.PartsWait()); wait || !finds(t, j, "ord0keyboard") || !finds(t, j, "d9keyboard") {
		t.Error("not all is found in the end")
	}
}

// TestWhatGoesMeanwhileIsTakenAgain holds that a word that was let go of between two portions is known when a note says it again.
func TestWhatGoesMeanwhileIsTakenAgain(t *testing.T) {
	j, _ := newJournal(t)
	ids := manyNotes(t, j, 2*inAQuietMoment.notes)
	must[bool](t)(j.IdleSome())
	last := must[notes.Note](t)(j.Note(ids[len(ids)-1]))
	if _, err := j.SaveBody(last.ID, last.Rev, "nothing"); err != nil {
		t.Fatal(err)
	}
	if err := j.sweepWords(); err != nil {
		t.Fatal(err)
	}
	if _, err := j.SaveBody(last.ID, last.Rev+1, last.Body); err != nil {
		t.Fatal(err)
	}
	if err := j.Idle(); err != nil {
		t.Fatal(err)
	}
	if err := j.CheckIndex(); err != nil {
		t.Error(err)
	}
}
