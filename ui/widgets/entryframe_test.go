package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// TestAFrameThatNobodySeesIsNotPainted: the toolkit frames each entry. Where that is clipped away it isn't to be there at all; a
// form's field shows by it that it has the keyboard.
func TestAFrameThatNobodySeesIsNotPainted(t *testing.T) {
	bare, field := NewEntry("a"), NewTextField("b", "", "")
	Bare(bare)
	for name, c := range map[string]struct {
		entry fyne.Widget
		want  int
	}{
		"of one line": {bare, 0}, "of a note": {NewEditor("c", "").entry, 0}, "of a form": {field.Entry, 2},
	} {
		frames := 0
		for _, o := range test.TempWidgetRenderer(t, c.entry).Objects() {
			if _, is := o.(*canvas.Rectangle); is {
				frames++
			}
		}
		if frames != c.want {
			t.Errorf("%s: %d frames", name, frames)
		}
	}
}
