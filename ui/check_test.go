package ui

import (
	"strings"
	"testing"
	"time"

	"handback/notes"
	"handback/ui/room"
)

// checkedOpen counts the portions that are checked of a journal, in which something is found with the third.
type checkedOpen struct {
	Opened
	portions int
	found    []notes.Found
}

func (c *checkedOpen) CheckSome() (bool, error) {
	c.portions++
	if c.portions == 3 {
		c.found = []notes.Found{{Kind: notes.FoundBrokenNote, Note: 1, Person: "Ana", Date: "2026-11-20"}}
	}
	return c.portions < 5, nil
}

func (c *checkedOpen) Found() []notes.Found { return c.found }

func TestAQuietJournalIsCheckedAndWhatIsFoundIsTold(t *testing.T) {
	w := newWindow(t)
	c := &checkedOpen{Opened: w.journal}
	w.journal = c
	w.changed()
	w.clock.pass(idleAfter + time.Minute)
	if c.portions != 5 {
		t.Errorf("%d portions were checked", c.portions)
	}
	w.shows("Something in your journal doesn't match what you saved. The journal check shows what changed and what to do.")
	w.clock.pass(time.Minute) // the message goes, what leads there stays
	w.shows("See what was found")
	w.Go(room.Place{Screen: room.Health})
	w.shows("A note doesn't match what you saved")
	w.shows("Ana, Friday 20 November 2026")
}

// slowOpen takes its time for each portion that it checks.
type slowOpen struct {
	Opened
	clock *manual
	at    []time.Time
}

func (c *slowOpen) CheckSome() (bool, error) {
	c.clock.now = c.clock.now.Add(10 * time.Millisecond)
	c.at = append(c.at, c.clock.now)
	return len(c.at) < 20, nil
}

func TestChecksRestMuchLongerThanTheyWork(t *testing.T) {
	w := newWindow(t)
	c := &slowOpen{Opened: w.journal, clock: w.clock}
	w.journal = c
	w.changed()
	w.clock.pass(idleAfter + time.Minute)
	if len(c.at) != 20 {
		t.Fatalf("%d portions were checked", len(c.at))
	}
	for i, at := range c.at[1:] {
		if rest := at.Sub(c.at[i]); rest < 400*time.Millisecond {
			t.Errorf("after a portion of 10 ms the next one ended %s later", rest)
		}
	}
}

func TestWhatIsFoundIsNotToldWhereSomebodyLooksOn(t *testing.T) {
	w := newWindow(t)
	c := &checkedOpen{Opened: w.journal, portions: 5, found: []notes.Found{{Kind: notes.FoundBrokenSearch}}}
	w.journal = c
	w.Go(room.Place{Screen: room.TheirPage, Person: w.who("Ana").ID, Part: "turned"})
	if !w.looksOn() {
		t.Fatal("nobody looks on")
	}
	w.tellFound()
	if w.told != 0 || strings.Contains(w.everything(), "See what was found") {
		t.Error("it was told")
	}
	w.Go(room.Place{Screen: room.Today})
	w.tellFound()
	w.shows("Something in your journal doesn't match what you saved. The journal check shows what changed and what to do.")
}
