package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/room"
)

// printed is the page that was last sent to be printed; "" where none was.
func (w *window) printed() string {
	w.t.Helper()
	pages, err := filepath.Glob(filepath.Join(os.TempDir(), "handback-print-*", "page.html"))
	if err != nil || len(pages) > 1 {
		w.t.Fatalf("%v, %v", pages, err)
	}
	if len(pages) == 0 {
		return ""
	}
	page, err := os.ReadFile(pages[0])
	if err != nil {
		w.t.Fatal(err)
	}
	return string(page)
}

func TestPrintingIsForPrepAndTheirPageAlone(t *testing.T) {
	w := newWindow(t)
	t.Setenv("TMPDIR", t.TempDir())
	ana := w.who("Ana")
	made := w.apply(notes.Change{Rows: []notes.Row{notes.NewNote{
		Person: ana.ID, Kind: notes.PlannedNote, Date: w.Today().AddDays(1), Body: "topic: the budget\nprivate: pay round\n",
	}}})
	for _, p := range []room.Place{
		{Screen: room.Today},
		{Screen: room.Team},
		{Screen: room.Settings},
		{Screen: room.Notes, Person: ana.ID, Note: made.Made[0]},
		{Screen: room.Growth, Person: ana.ID},
		{Screen: room.Decisions, Person: ana.ID},
		{Screen: room.TheirPage, Person: ana.ID, Part: "turned"},
	} {
		w.visit(p)
		w.press(ctrl, fyne.KeyP)
		if w.printed() != "" {
			t.Fatalf("%s is printed", p.Screen)
		}
	}
	w.visit(room.Place{Screen: room.TheirPage, Person: ana.ID})
	w.press(ctrl, fyne.KeyP)
	w.key(fyne.KeyReturn)
	if got := w.printed(); !strings.Contains(got, "<h1 dir=\"auto\">Ana, Tuesday 2 December</h1>") ||
		!strings.Contains(got, "Ana Ruiz · 2 December 2025") {
		t.Errorf("their page is %s", got)
	}
	w.visit(room.Place{Screen: room.Prep, Person: ana.ID})
	w.press(ctrl, fyne.KeyP)
	w.key(fyne.KeyReturn)
	if got := w.printed(); !strings.Contains(got, "<h1 dir=\"auto\">Ana Ruiz, Wed 3 Dec</h1>") || !strings.Contains(got, "The budget") ||
		strings.Contains(got, "pay round") {
		t.Errorf("the brief is %s", got)
	}
}

func TestPrepHasAButtonToPrint(t *testing.T) {
	w := newWindow(t)
	t.Setenv("TMPDIR", t.TempDir())
	w.visit(room.Place{Screen: room.Prep, Person: w.who("Ana").ID})
	w.tapKey("print")
	w.tapKey("saveas/print")
	if got := w.printed(); !strings.Contains(got, "<h2 dir=\"auto\">Agenda</h2>") {
		t.Errorf("printed: %s", got)
	}
}
