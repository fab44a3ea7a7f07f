package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// TestALongSentenceIsWholeAtTheFootOfTheWindow holds that what is said is never cut off, and short things stay small.
func TestALongSentenceIsWholeAtTheFootOfTheWindow(t *testing.T) {
	long := "Handback can't read from or write to the disk with /home/robin/Documents/Handback. " + strings.Repeat("Check that it's connected. ", 6)
	toast := NewToast()
	show(t, toast, 900, 400)
	toast.Say("Done", "Undo", func() {})
	short := toast.MinSize()
	toast.Say(long, "OK", func() {})
	if whole := toast.MinSize(); short.Width > 200 || whole.Width < 1000 || whole.Height != short.Height {
		t.Errorf("in one line it is %v, a short one %v", whole, short)
	}
	for _, width := range []float32{300, 500, 900} {
		high := toast.HeightForWidth(width)
		toast.Resize(fyne.NewSize(width, high))
		toast.MinSize() // as the window asks for it with every change of anything
		para, bottom := (*Para)(nil), float32(0)
		walk(toast, func(o fyne.CanvasObject) bool {
			if p, ok := o.(*Para); ok && para == nil {
				para = p
				bottom = fyne.CurrentApp().Driver().AbsolutePositionForObject(p).Y + p.Size().Height
			}
			return true
		})
		if para.cut || para.Lines() < 2 || para.String() != long {
			t.Errorf("at %.0f it is %d lines, cut: %v", width, para.Lines(), para.cut)
		}
		if top := fyne.CurrentApp().Driver().AbsolutePositionForObject(toast).Y; bottom > top+high || para.Size().Width > width {
			t.Errorf("at %.0f its text goes to %.0f of %.0f", width, bottom-top, high)
		}
	}
}
