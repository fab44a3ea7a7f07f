package ui

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

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

// TestWhatFailsAsideLeavesADialogAlone: a note, or a backup, that can't be written while a form is filled is said at the foot, and what
// the form says itself stays.
func TestWhatFailsAsideLeavesADialogAlone(t *testing.T) {
	full := errors.New("the disk is full")
	for name, fails := range map[string]func(w *window, ask func()){
		"at a clock": func(w *window, ask func()) {
			w.After(time.Second, func() { w.Show(full) })
			ask()
		},
		"begun at a clock": func(w *window, ask func()) {
			w.After(time.Second, func() {
				w.Background(func() error { return full }, w.Show)
			})
			ask()
		},
		"begun before the form was there": func(w *window, ask func()) {
			w.Background(func() error { return full }, w.Show)
			ask()
		},
		"a note": func(w *window, ask func()) {
			disk := w.filling()
			w.writeNote(w.who("Ana"), "begun\n")
			w.editor.SetCaret(6)
			w.win.Canvas().Focused().TypedRune('x')
			disk.full = true
			ask()
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWindow(t)
			fails(w, func() {
				theirpage.EditCounts(w.Shell, w.who("Ana"), nil)
				widgets.SayInDialog(w.win.Canvas(), "Check the highlighted fields.")
			})
			w.pass(2 * time.Second)
			w.settle()
			got := shown(w.win.Canvas().Overlays().Top())
			if !strings.Contains(got, "Check the highlighted fields.") || len(complaints(w.win.Canvas().Overlays().Top())) > 0 {
				t.Errorf("the dialog says\n%s", got)
			}
			if !strings.Contains(strings.ToLower(w.frame.said), "disk is full") {
				t.Errorf("at the foot stands %q", w.frame.said)
			}
		})
	}
}

// TestWhatADialogBeganIsSaidInIt also where it took a while.
func TestWhatADialogBeganIsSaidInIt(t *testing.T) {
	w := newWindow(t)
	theirpage.EditCounts(w.Shell, w.who("Ana"), nil)
	w.Background(func() error { return errors.New("the disk is full") }, w.Show)
	w.settle()
	if got := complaints(w.win.Canvas().Overlays().Top()); len(got) != 1 || w.frame.said != "" {
		t.Errorf("the dialog says %q, at the foot stands %q", got, w.frame.said)
	}
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

// TestWhatWasSaidOfAFullDiskGoesOnceThereIsRoom also where something else was told of it since.
func TestWhatWasSaidOfAFullDiskGoesOnceThereIsRoom(t *testing.T) {
	w := newWindow(t)
	disk := w.filling()
	w.writeNote(w.who("Ana"), "begun\n")
	disk.full = true
	w.editor.SetCaret(6)
	w.win.Canvas().Focused().TypedRune('x')
	w.pass(2 * time.Second)
	w.Show(notes.ErrFull) // of a backup, say
	if w.frame.said == "" || w.frame.said == w.frame.whyNot {
		t.Fatalf("said is %q", w.frame.said)
	}
	disk.full = false
	w.pass(time.Minute)
	if w.frame.said != "" {
		t.Errorf("all is saved, and said is still %q", w.frame.said)
	}
}
