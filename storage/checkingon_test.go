package storage

import (
	"fmt"
	"testing"
	"time"

	"handback/notes"
)

// closed closes a journal and opens it again.
func closedAndOpened(t *testing.T, j *Journal, c *clock) *Journal {
	t.Helper()
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	again := must[*Journal](t)(Open(j.Path(), Options{Now: c.now}))
	t.Cleanup(func() {
		if err := again.Close(); err != nil {
			t.Error(err)
		}
	})
	return again
}

// portionsOfADay is how many portions the checks of a journal take, which is closed and opened again after so many of them, and the
// journal as it is open then.
func portionsOfADay(t *testing.T, j *Journal, c *clock, each int) (portions int, open *Journal) {
	t.Helper()
	for must[bool](t)(j.CheckSome()) {
		if portions++; portions > 10_000 {
			t.Fatal("they never end")
		}
		if portions%each == 0 {
			j = closedAndOpened(t, j, c)
		}
	}
	return portions, j
}

// filledForChecks is a journal whose notes and earlier versions take several portions.
func filledForChecks(t *testing.T) (*Journal, *clock) {
	t.Helper()
	j, c := newJournal(t)
	ana := addPerson(t, j, "Ana")
	for i := range 20 * notesAtOnce {
		id := addNote(t, j, ana, notes.HeldNote, "2026-11-20", fmt.Sprintf("plain words of %d\n", i))
		if i%4 == 0 {
			save(t, j, id, fmt.Sprintf("other words of %d\n", i))
		}
	}
	return j, c
}

// Who has a large journal open for minutes only comes to the end of its checks all the same.
func TestTheChecksGoOnWhereTheyWere(t *testing.T) {
	plainOnly(t)
	j, c := filledForChecks(t)
	whole, j := portionsOfADay(t, j, c, 1<<30)
	if whole < 40 {
		t.Fatalf("%d portions are too few to say anything", whole)
	}
	c.pass(24 * time.Hour)
	cut, j := portionsOfADay(t, j, c, 12)
	if cut > whole+whole/12+stepOfStructure {
		t.Errorf("in one go they take %d portions, in pieces %d", whole, cut)
	}
	c.pass(24 * time.Hour)
	if next, _ := portionsOfADay(t, j, c, 1<<30); next != whole {
		t.Errorf("the day after they take %d portions, not %d: they don't begin at the beginning", next, whole)
	}
}

// What was found is in nobody's memory once the journal is closed.
func TestWhatTheChecksFoundIsFoundAgain(t *testing.T) {
	plainOnly(t)
	j, c := filledForChecks(t)
	checkAll(t, j)
	if err := j.c.script("DROP TRIGGER note_said; UPDATE note SET body = replace(body, 'plain', 'plaim') WHERE id = 1"); err != nil {
		t.Fatal(err)
	}
	save(t, j, 1, "other words\n")
	if err := j.c.script("UPDATE note SET body = 'othar words' WHERE id = 1"); err != nil {
		t.Fatal(err)
	}
	c.pass(24 * time.Hour)
	for n := 0; len(j.Found()) == 0; n++ {
		if more := must[bool](t)(j.CheckSome()); !more || n > 1000 {
			t.Fatal("it isn't found")
		}
	}
	must[bool](t)(j.CheckSome())
	j = closedAndOpened(t, j, c)
	checkAll(t, j)
	if len(j.Found()) == 0 {
		t.Error("it isn't found again")
	}
}

func TestChecksThatWereBrokenOffBeginAnewWhereThatIsAsked(t *testing.T) {
	plainOnly(t)
	j, c := filledForChecks(t)
	whole, j := portionsOfADay(t, j, c, 1<<30)
	c.pass(24 * time.Hour)
	for range whole / 2 {
		must[bool](t)(j.CheckSome())
	}
	j = closedAndOpened(t, j, c)
	if err := j.CheckAnew(); err != nil {
		t.Fatal(err)
	}
	if anew, _ := portionsOfADay(t, j, c, 1<<30); anew != whole {
		t.Errorf("anew they take %d portions, not %d", anew, whole)
	}
}
