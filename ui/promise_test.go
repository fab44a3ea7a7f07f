package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/ui/room"
)

// tapKey taps the control with this key in the room in view.
func (w *window) tapKey(key string) {
	w.t.Helper()
	w.win.Canvas().Unfocus()
	w.tab(key)
	w.win.Canvas().Focused().(fyne.Tappable).Tapped(nil)
	w.settle()
}

// erase makes the open note hold this text, as one edit of the editor.
func (w *window) erase(to string) {
	w.editor.Replace(0, len([]rune(w.editor.Text())), to)
	w.pass(time.Second)
}

func TestAPromiseCannotVanish(t *testing.T) {
	for name, c := range map[string]struct {
		answer string
		want   string
	}{
		"done":           {"filed.gone.1.done", "words\ntodo me: answer (done 2025-12-02)"},
		"still open":     {"filed.gone.1.open", "words\ntodo me: answer"},
		"no promise":     {"filed.gone.1.none", "words\n"},
		"nobody says so": {"", "words\ntodo me: answer"},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWindow(t)
			id := w.writeNote(w.who("Ana"), "todo me: answer\nwords\n")
			w.erase("words\n")
			if c.answer != "" {
				w.tapKey(c.answer)
			}
			w.visit(room.Place{Screen: room.Today})
			if got := w.stored(id); got != c.want && got != c.want+"\n" {
				t.Errorf("stored %q, want %q", got, c.want)
			}
		})
	}
}

func TestAPromiseMovedToAnotherNoteIsNotPutBack(t *testing.T) {
	w := newWindow(t)
	ana := w.who("Ana")
	w.apply(
		notes.Change{
			Rows: []notes.Row{notes.NewNote{Person: ana.ID, Kind: notes.HeldNote, Date: w.Today().AddDays(-1), Body: "todo me: answer\n"}},
		},
	)
	id := w.writeNote(ana, "todo me: answer\nwords\n")
	w.erase("words\n")
	w.visit(room.Place{Screen: room.Today})
	if got := w.stored(id); got != "words\n" {
		t.Errorf("stored %q", got)
	}
}
