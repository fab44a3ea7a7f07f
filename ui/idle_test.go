package ui

import (
	"fmt"
	"testing"
	"time"

	"handback/notes"
)

// countedIdle counts the portions of housekeeping, and does what happens while the first is done.
type countedIdle struct {
	Opened
	portions  int
	checks    int
	meanwhile func()
}

func (c *countedIdle) IdleSome() (bool, error) {
	c.portions++
	if c.meanwhile != nil {
		c.meanwhile()
		c.meanwhile = nil
	}
	return c.Opened.IdleSome()
}

func (c *countedIdle) CheckSome() (bool, error) {
	c.checks++
	return c.Opened.CheckSome()
}

// imported is a window with so many notes that a search cannot read all of their words.
func imported(t *testing.T) (*window, *countedIdle) {
	t.Helper()
	w := newWindow(t)
	var rows []notes.Row
	for i := range 400 {
		rows = append(rows, notes.NewNote{
			Person: w.who("Ana").ID, Kind: notes.JournalNote, Date: "2025-11-03", Body: fmt.Sprintf("the onboarding of %d", i),
		})
	}
	w.apply(notes.Change{Rows: rows})
	c := &countedIdle{Opened: w.journal}
	w.journal = c
	return w, c
}

func TestHousekeepingGoesOnInPortions(t *testing.T) {
	w, c := imported(t)
	w.clock.pass(idleAfter)
	if wait, err := w.journal.PartsWait(); err != nil || !wait || c.portions != 1 {
		t.Errorf("all is taken at once, in %d portions: %v", c.portions, err)
	}
	w.clock.pass(200 * idleAgain)
	if wait, err := w.journal.PartsWait(); err != nil || wait {
		t.Error("it does not go on", err)
	}
	done := c.portions
	w.clock.pass(time.Minute)
	if c.portions != done {
		t.Errorf("%d portions came to %d where nothing was left to do", done, c.portions)
	}
}

func TestHousekeepingWaitsForWhoChangesSomething(t *testing.T) {
	w, c := imported(t)
	c.meanwhile = func() { w.apply(notes.Change{Rows: []notes.Row{notes.Person{Name: "Cy", Kind: notes.KindReport}}}) }
	w.clock.pass(idleAfter)
	w.clock.pass(10 * idleAgain)
	if c.portions != 1 {
		t.Errorf("%d portions were done right behind the change", c.portions)
	}
	w.clock.pass(idleAfter)
	if c.portions < 2 {
		t.Error("it does not go on")
	}
}

// Who goes from screen to screen changes nothing, and must not wait for the checks either; search is made whole all the same.
func TestTheChecksWaitForWhoTouchesAnything(t *testing.T) {
	w, c := imported(t)
	for range 20 {
		w.hands.Moved()
		w.clock.pass(idleAfter / 3)
	}
	if wait, err := w.journal.PartsWait(); err != nil || wait || c.checks > 0 {
		t.Errorf("while somebody is there, words wait: %v, %d portions were checked: %v", wait, c.checks, err)
	}
	w.clock.pass(3 * idleAfter)
	if c.checks < 2 {
		t.Errorf("%d portions were checked once nobody was", c.checks)
	}
}

func TestHousekeepingIsNotForAJournalThatIsClosed(t *testing.T) {
	w, c := imported(t)
	c.meanwhile = func() {
		if err := w.closeJournal(); err != nil {
			t.Error(err)
		}
	}
	w.clock.pass(idleAfter + time.Minute)
	if c.portions != 1 {
		t.Errorf("%d portions", c.portions)
	}
}
