package problem_test

import (
	"errors"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/problem"
	"handback/ui/room"
	"handback/ui/roomtest"
)

// show shows the page of a journal that can't be opened; what is chosen on it is kept.
func show(t *testing.T) (h *roomtest.Host, chosen *[]string) {
	t.Helper()
	h, chosen = roomtest.New(t, nil), new([]string)
	choose := func(what string) func() { return func() { *chosen = append(*chosen, what) } }
	page := problem.New("This file is no journal of Handback.", "/home/maria/letters/ana.handback",
		problem.Ways{Again: choose("again"), Other: choose("other"), Quit: choose("quit")})
	h.Enter(page, room.Place{Screen: room.Problem})
	return h, chosen
}

func TestItSaysWhatIsWrongAndWhereTheFileLies(t *testing.T) {
	h, chosen := show(t)
	h.Sees("This journal can't be opened", "This file is no journal of Handback.", "/home/maria/letters/ana.handback")
	h.Reload()
	if len(*chosen) != 0 {
		t.Errorf("chosen by itself: %q", *chosen)
	}
}

func TestEachWayOutIsTaken(t *testing.T) {
	for key, want := range map[string]string{"problem.again": "again", "problem.other": "other", "problem.quit": "quit"} {
		t.Run(want, func(t *testing.T) {
			h, chosen := show(t)
			h.Tap(key)
			if fmt.Sprint(*chosen) != fmt.Sprint([]string{want}) {
				t.Errorf("chosen: %q", *chosen)
			}
		})
	}
}

func TestEnterTriesAgain(t *testing.T) {
	h, chosen := show(t)
	if h.Focused() != "problem.again" {
		t.Fatalf("the keyboard is at %q", h.Focused())
	}
	h.Press(fyne.KeyReturn)
	h.Press(fyne.KeyReturn)
	if fmt.Sprint(*chosen) != "[again again]" {
		t.Errorf("chosen: %q", *chosen)
	}
}

func TestWhatCanBeReadIsSavedAndTold(t *testing.T) {
	h := roomtest.New(t, nil)
	var opened string
	answer := errors.New("Nothing could be read.")
	var found notes.Salvaged
	page := problem.New("The journal is damaged.", "/home/maria/journal.handback", problem.Ways{
		Salvage: func(done func(notes.Salvaged, error)) { done(found, answer) },
		Open:    func(path string) { opened = path },
	})
	h.Enter(page, room.Place{Screen: room.Problem})
	h.Tap("problem.salvage")
	h.Sees("Nothing could be read.")
	answer, found = nil, notes.Salvaged{
		Path: "/home/maria/journal.salvaged-2026-11-26.handback", People: 3, Notes: 120,
		Lost: []notes.LostNote{{Person: "Ana", Date: "2026-11-20", Earlier: true}, {Date: "2026-11-13"}}, Partly: []string{"goal"},
	}
	h.Tap("problem.salvage")
	h.Sees("120 notes and 3 people", "The text of 2 notes couldn't be read:", "Ana, Friday 20 November 2026: an earlier version is in its place",
		"someone (the name can't be read), Friday 13 November 2026",
		"Other things may be missing too, such as goals, nicknames or settings.", "journal.salvaged-2026-11-26.handback")
	h.Tap("problem.open")
	if opened != found.Path {
		t.Errorf("opened is %q", opened)
	}
}

func TestOnlyADamagedJournalIsSalvaged(t *testing.T) {
	h, _ := show(t)
	h.SeesNot("Save what can be read")
}

func TestListsAndSearchAreRebuiltFromHere(t *testing.T) {
	h := roomtest.New(t, nil)
	tried := 0
	page := problem.New("The journal is damaged.", "/home/maria/journal.handback", problem.Ways{
		Salvage: func(func(notes.Salvaged, error)) {},
		Mend: func(done func(error)) {
			tried++
			done(errors.New("More than lists and search is damaged."))
		},
	})
	h.Enter(page, room.Place{Screen: room.Problem})
	h.Tap("problem.mend")
	h.Sees("More than lists and search is damaged.", "Rebuild lists and search")
	if tried != 1 {
		t.Errorf("tried %d times", tried)
	}
}

// TestOfAnEmptiedJournalABackupComesFirst and nothing is offered that would read it.
func TestOfAnEmptiedJournalABackupComesFirst(t *testing.T) {
	h := roomtest.New(t, nil)
	chosen := ""
	page := problem.New("The file is empty.", "/home/maria/ana.handback", problem.Ways{
		Again: func() { chosen = "again" }, Backups: func() { chosen = "backups" }, Empty: true,
	})
	h.Enter(page, room.Place{Screen: room.Problem})
	h.Sees("The file is empty.", "Restore a backup")
	h.SeesNot("Save what can be read", "Rebuild lists and search")
	if h.Focused() != "problem.backups" {
		t.Errorf("the keyboard is at %q", h.Focused())
	}
	h.Press(fyne.KeyReturn)
	if chosen != "backups" {
		t.Errorf("chosen is %q", chosen)
	}
}
