package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// TestTheMenuKeyOpensTheMenuOfATextAtTheCaret: as a right click does, and the text has the keyboard again after it.
func TestTheMenuKeyOpensTheMenuOfATextAtTheCaret(t *testing.T) {
	ed, at := showEditor(t, 500, 400)
	ed.SetText(strings.Repeat("a line\n", 6))
	ed.entry.SetCaret(len("a line\na line\na l"))
	at.Focus(ed.entry)
	caret := fyne.CurrentApp().Driver().AbsolutePositionForObject(ed.entry).Add(ed.entry.CursorPosition())
	ed.entry.TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
	_, card := opened(t, at)
	if off := card.Position().Subtract(caret); off.X < -1 || off.X > 1 || off.Y < -1 || off.Y > 8 {
		t.Errorf("it lies at %v, the caret at %v", card.Position(), caret)
	}
	at.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if OverlayShown(at) || at.Focused() != fyne.Focusable(ed.entry) {
		t.Errorf("after it the keyboard is at %T", at.Focused())
	}
	if ed.Text() != strings.Repeat("a line\n", 6) {
		t.Errorf("it typed something: %q", ed.Text())
	}
}
