package storage

import (
	"fmt"
	"testing"
	"time"

	"handback/notes"
)

const tenYears = 3650 * 24 * time.Hour

// TestAClockThatWasAheadKeepsNoVersionASave holds that versions kept by a clock that was ten years ahead leave the pace of the
// later ones as it is.
func TestAClockThatWasAheadKeepsNoVersionASave(t *testing.T) {
	j, clock := newJournal(t)
	id := addNote(t, j, addPerson(t, j, "Ana"), notes.HeldNote, "2026-11-20", "first\n")
	rev := int64(1)
	text := "first\n"
	save := func(line string) { // adds a line: what removes much is kept in any case
		text += line
		rev = must[int64](t)(j.SaveBody(id, rev, text))
	}
	clock.pass(tenYears)
	save("written while the clock was ahead\n")
	save("written while the clock was ahead, and on\n")
	clock.pass(-tenYears)
	before := len(must[[]notes.Revision](t)(j.Revisions(id)))
	for i := range 60 {
		clock.pass(5 * time.Second)
		save(fmt.Sprintf("written while the clock was right, for the time number %d\n", i))
	}
	if more := len(must[[]notes.Revision](t)(j.Revisions(id))) - before; more < 1 || more > 5 {
		t.Errorf("five minutes kept %d versions", more)
	}
}

// TestNothingIsLetGoByAClockThatJumps writes versions in one day, and lets quiet moments pass while the clock is ahead.
func TestNothingIsLetGoByAClockThatJumps(t *testing.T) {
	j, clock := newJournal(t)
	id := addNote(t, j, addPerson(t, j, "Ana"), notes.HeldNote, "2026-11-20", "first\n")
	rev := int64(1)
	quiet := func() int {
		t.Helper()
		if err := j.Idle(); err != nil {
			t.Fatal(err)
		}
		return len(must[[]notes.Revision](t)(j.Revisions(id)))
	}
	for i := range 10 {
		clock.pass(6 * time.Minute)
		rev = must[int64](t)(j.SaveBody(id, rev, fmt.Sprintf("text %d\n", i)))
	}
	all := quiet()
	if all < 9 {
		t.Fatalf("there are %d versions", all)
	}
	clock.pass(tenYears)
	for day := range 5 {
		if n := quiet(); n != all {
			t.Fatalf("on day %d of a wrong clock there are %d of %d versions", day, n, all)
		}
		clock.pass(24 * time.Hour)
	}
	clock.pass(-tenYears - 5*24*time.Hour)
	if n := quiet(); n != all {
		t.Fatalf("when the clock was right again there are %d of %d versions", n, all)
	}
	for range 40 { // the promise holds for a clock that runs on
		clock.pass(24 * time.Hour)
		all = quiet()
	}
	if all != 1 {
		t.Errorf("after forty days there are %d versions", all)
	}
}
