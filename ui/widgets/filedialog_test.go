package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/test"
)

// TestTheDialogForFilesShowsNoCaret holds that the toolkit's dialog has no grip that looks like one, and that Esc closes it.
func TestTheDialogForFilesShowsNoCaret(t *testing.T) {
	w := test.NewTempWindow(t, NewPara(14, Plain("behind")))
	w.Resize(fyne.NewSize(900, 700))
	at, typed, closed := w.Canvas(), "", 0
	at.SetOnTypedKey(func(e *fyne.KeyEvent) { typed += string(e.Name) })
	ShowFileDialog(at, dialog.NewFolderOpen(func(fyne.ListableURI, error) {}, w), func() { closed++ })
	split := splitIn(at.Overlays().Top())
	if split == nil {
		t.Fatal("the toolkit's dialog has no two parts")
	}
	divider := test.WidgetRenderer(split).Objects()[1].(fyne.Widget)
	for _, o := range test.WidgetRenderer(divider).Objects() {
		if size := o.Size(); size.Width > 0 && size.Height < split.Size().Height {
			t.Errorf("a grip of %v is shown", size)
		}
	}
	at.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyA})
	at.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if typed != "A" || closed != 1 || at.Overlays().Top() != nil {
		t.Errorf("typed %q behind it, closed %d times", typed, closed)
	}
	if at.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape}); typed != "AEscape" {
		t.Errorf("afterwards keys go to %q", typed)
	}
}

func splitIn(o fyne.CanvasObject) *container.Split {
	var parts []fyne.CanvasObject
	switch o := o.(type) {
	case *container.Split:
		return o
	case *fyne.Container:
		parts = o.Objects
	case fyne.Widget:
		parts = test.WidgetRenderer(o).Objects()
	}
	for _, part := range parts {
		if found := splitIn(part); found != nil {
			return found
		}
	}
	return nil
}
