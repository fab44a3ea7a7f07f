package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"handback/notes"
	"handback/ui/people"
	"handback/ui/room"
	"handback/ui/theirpage"
	"handback/ui/widgets"
)

func TestADialogSaysOnceWhatCouldNotBeDoneAndKeepsWhatWasTyped(t *testing.T) {
	for _, c := range []struct {
		name string
		show func(*window)
	}{
		{"adding people", func(w *window) { people.ShowAdd(w.Shell) }},
		{"what we count on each other for", func(w *window) { theirpage.EditCounts(w.Shell, w.who("Ana"), nil) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWindow(t)
			w.visit(room.Place{Screen: room.TheirPage, Person: w.who("Ana").ID})
			disk := w.filling()
			c.show(w)
			for _, r := range "Kofi" {
				w.win.Canvas().Focused().TypedRune(r)
			}
			disk.full = true
			w.tapOverlay(widgets.DialogConfirm)
			if !widgets.OverlayShown(w.win.Canvas()) {
				t.Fatal("the dialog is gone")
			}
			if got := complaints(w.win.Canvas().Overlays().Top()); !slices.Equal(got, []string{"The disk is full: free up some space."}) {
				t.Errorf("the dialog says %q", got)
			}
			if w.frame.said != "" {
				t.Errorf("it is said below too: %q", w.frame.said)
			}
			disk.full = false
			w.tapOverlay(widgets.DialogConfirm)
			if widgets.OverlayShown(w.win.Canvas()) {
				t.Errorf("once there is room it stays:\n%s", shown(w.win.Canvas().Overlays().Top()))
			}
		})
	}
}

// complaints are the paragraphs that speak of a full disk.
func complaints(o fyne.CanvasObject) []string {
	var out []string
	for _, obj := range test.LaidOutObjects(o) {
		if p, ok := obj.(*widgets.Para); ok && strings.Contains(strings.ToLower(p.String()), "disk is full") {
			out = append(out, p.String())
		}
	}
	return out
}

func TestAnErrorOutsideADialogIsSaidAtTheFoot(t *testing.T) {
	w := newWindow(t)
	w.filling().full = true
	_, err := w.Apply(notes.Change{Rows: []notes.Row{notes.Person{Kind: notes.KindReport, Name: "Kofi"}}}, "")
	if err == nil || w.frame.said != "The disk is full: free up some space." {
		t.Fatalf("%v, said %q", err, w.frame.said)
	}
	w.Say("")
	w.Show(err)
	if w.frame.said != "" {
		t.Errorf("it is said again: %q", w.frame.said)
	}
}
