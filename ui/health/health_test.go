package health_test

import (
	"errors"
	"testing"

	"handback/notes"
	"handback/ui/health"
	"handback/ui/room"
	"handback/ui/roomtest"
)

// checked is a journal of which the test says what was found in it.
type checked struct {
	notes.Journal
	found   []notes.Found
	checks  int
	rebuilt int
	kept    []notes.Found
	fails   error
}

func (c *checked) Found() []notes.Found { return c.found }
func (c *checked) CheckAnew() error     { c.found = nil; return c.fails }
func (c *checked) CheckSome() (bool, error) {
	c.checks++
	return c.checks < 3, nil
}
func (c *checked) Rebuild() error { c.rebuilt++; return nil }
func (c *checked) SaveReadable() (notes.Salvaged, error) {
	return notes.Salvaged{Path: "/home/maria/journal.salvaged-2026-11-26.handback", Notes: 12, People: 3}, nil
}
func (c *checked) Keep(f notes.Found) error { c.kept = append(c.kept, f); return nil }

func show(t *testing.T, found ...notes.Found) (*roomtest.Host, *checked) {
	t.Helper()
	h := roomtest.Open(t)
	c := &checked{Journal: h.J, found: found}
	h.J = c
	h.Enter(health.New(h, room.Place{Screen: room.Health}), room.Place{Screen: room.Health})
	return h, c
}

func TestASoundJournalSaysSoAndIsCheckedAtOnce(t *testing.T) {
	h, c := show(t)
	h.Sees("Nothing wrong was found.", "Once a day, while you're not typing, Handback checks that everything is as you saved it.")
	h.Tap("health.check")
	if c.checks != 3 {
		t.Errorf("%d portions were checked", c.checks)
	}
	c.fails = errors.New("The disk is full.")
	h.Tap("health.check")
	h.Sees("Check now")
}

func TestWhatWasFoundIsToldWithWhatCanBeDone(t *testing.T) {
	broken := notes.Found{Kind: notes.FoundBrokenNote, Note: 7, Person: "Ana", Date: "2026-11-20"}
	h, c := show(t, broken, notes.Found{Kind: notes.FoundBrokenSearch}, notes.Found{Kind: notes.FoundBrokenFile, What: "note"},
		notes.Found{Kind: notes.FoundOtherLog, Path: "/home/maria/kept"})
	h.Sees("A note doesn't match what you saved", "Ana, Friday 20 November 2026", "Search doesn't match your notes", "/home/maria/kept")
	h.Tap("health.broken search")
	if c.rebuilt != 1 {
		t.Error("nothing was rebuilt")
	}
	h.Tap("health.broken note")
	if len(c.kept) != 1 || c.kept[0] != broken {
		t.Errorf("kept is %+v", c.kept)
	}
	h.Tap("health.salvage")
	h.Sees("It has 12 notes and 3 people. Open it from the menu and look through it.", "journal.salvaged-2026-11-26.handback")
}

func TestOfAJournalThatIsOnlyReadNothingIsChanged(t *testing.T) {
	h := roomtest.Open(t)
	h.Seal()
	h.J = &checkedToRead{Journal: h.J}
	h.Enter(health.New(h, room.Place{Screen: room.Health}), room.Place{Screen: room.Health})
	h.Sees("Search doesn't match your notes")
	h.SeesNot("Rebuild lists and search")
}

// checkedToRead is a journal that can only be read, and in which something was found.
type checkedToRead struct{ notes.Journal }

func (checkedToRead) Found() []notes.Found                  { return []notes.Found{{Kind: notes.FoundBrokenSearch}} }
func (checkedToRead) CheckAnew() error                      { return nil }
func (checkedToRead) CheckSome() (bool, error)              { return false, nil }
func (checkedToRead) Rebuild() error                        { return nil }
func (checkedToRead) SaveReadable() (notes.Salvaged, error) { return notes.Salvaged{}, nil }
func (checkedToRead) Keep(notes.Found) error                { return nil }
