package team_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/roomtest"
	"handback/ui/widgets"
)

func TestAQuartersPlanIsANoteOfMine(t *testing.T) {
	b := open(t)
	note := roomtest.Note(
		t,
		b.J,
		b.ana,
		"2026-11-06",
		"idea: drop the Monday mail\nidea: a wiki (trying: in the spring)\nidea: one channel (adopted)",
	)
	b.enter()
	b.Tap("ideas/plan")
	b.Sees("Plan for January to March 2027")
	b.Tap(fmt.Sprintf("pick/idea/%d/1", note))
	b.Tap(fmt.Sprintf("pick/idea/%d/2", note))
	b.Tap("dialog/confirm")
	b.Sees("Choose at least one idea.")
	b.Tap(fmt.Sprintf("pick/idea/%d/2", note))
	b.Tap("dialog/confirm")
	heads, err := b.J.NotesOf(b.Me().ID, 0)
	if err != nil || len(heads) != 1 || heads[0].Kind != notes.JournalNote || heads[0].Date != "2026-11-23" {
		t.Fatalf("%+v, %v", heads, err)
	}
	want := "# Plan for January to March 2027\n\nFrom the team's ideas.\n\n## What to keep trying\n\n- Ana: A wiki – in the spring\n"
	if got := b.body(heads[0].ID); got != want {
		t.Errorf("written: %q", got)
	}
	if got := b.Places[len(b.Places)-1]; got != (room.Place{Screen: room.Notes, Person: b.Me().ID, Note: heads[0].ID}) {
		t.Errorf("went to %+v", got)
	}
	b.TakeBack()
	if heads, _ := b.J.NotesOf(b.Me().ID, 0); len(heads) != 0 {
		t.Errorf("undone: %+v", heads)
	}
}

func TestASheetOfIdeasIsCopied(t *testing.T) {
	b := open(t)
	note := roomtest.Note(
		t,
		b.J,
		b.ana,
		"2026-11-06",
		"Ana was tired.\nidea: drop the Monday mail\nidea: swap with Ben (declined: not now)\nfeedback: late",
	)
	b.Seal() // a sheet can be made of a journal that is only read
	b.enter()
	b.Tap("ideas/sheet")
	b.Tap("sheet/copy")
	got := fyne.CurrentApp().Clipboard().Content()
	if got != "Team ideas, Monday 23 November\n\nWaiting for an answer\n- Drop the Monday mail. Ana – since 6 Nov\n" {
		t.Errorf("copied %q", got)
	}
	b.Tap("ideas/sheet")
	b.Tap(fmt.Sprintf("pick/idea/%d/3", note))
	b.Tap("sheet/copy")
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.HasSuffix(got, "Declined\n- Swap with Ben. Ana – not now\n") {
		t.Errorf("copied %q", got)
	}
}

func TestASheetOfIdeasIsSaved(t *testing.T) {
	b := open(t)
	roomtest.Note(t, b.J, b.ana, "2026-11-06", "idea: drop the Monday mail")
	b.enter()
	b.Tap("ideas/sheet")
	b.Tap(widgets.DialogConfirm)
	path := filepath.Join(t.TempDir(), "ideas.pdf")
	b.Fill("saveas/where", path)
	b.Tap(widgets.DialogConfirm)
	if made, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(made), "%PDF") {
		t.Errorf("saved %.20q, %v", made, err)
	}
}
