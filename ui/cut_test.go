package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/notes"
	"handback/ui/note"
	"handback/ui/room"
)

// textsIn are the texts that are drawn within a part of the window.
func textsIn(o fyne.CanvasObject) (texts []string) {
	if o == nil || !o.Visible() {
		return nil
	}
	if t, is := o.(*canvas.Text); is {
		return []string{t.Text}
	}
	for _, child := range inside(o) {
		texts = append(texts, textsIn(child)...)
	}
	return texts
}

// TestNothingIsCutAboveANoteOfALongName looks at the top bar and at the head of a note while it is saved.
func TestNothingIsCutAboveANoteOfALongName(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 1000, Height: 640}, {Width: 1280, Height: 800}, {Width: 2560, Height: 1440}} {
		for _, part := range []string{"", note.Folded} {
			t.Run(fmt.Sprintf("%.0f %s", size.Width, part), func(t *testing.T) {
				w := newWindow(t)
				nora := w.who("Ana")
				nora.Name = "Nora Lindqvist-Hagen"
				made := w.apply(notes.Change{Rows: []notes.Row{nora, notes.NewNote{
					Person: nora.ID, Kind: notes.HeldNote, Date: w.Today(), At: "13:08", Body: "six words stand in this note\n",
				}}})
				w.lookAt(size, "light", "1")
				w.visit(room.Place{Screen: room.Notes, Person: nora.ID, Note: made.Made[0], Part: part})
				w.editor.SetCaret(0)
				w.editor.FocusHere()
				w.types("x")
				top := strings.Join(textsIn(w.frame.top), "|")
				if !strings.Contains(top, "Saved") {
					t.Errorf("it is not said to be saved: %s", top)
				}
				paper := w.room.(interface{ Parts() []fyne.CanvasObject }).Parts()[1]
				head := strings.Join(textsIn(paper), "|")
				if part == "" && (!strings.Contains(head, "Copy for Nora") || !strings.Contains(head, "Close one-on-one")) {
					t.Errorf("the head says %s", head)
				}
				if strings.Contains(top+head, "…") {
					t.Errorf("cut: %s\n%s", top, head)
				}
				if size.Width > 2000 && !strings.Contains(top, nora.Name) {
					t.Errorf("there is room for all of the name: %s", top)
				}
			})
		}
	}
}
