package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestAFieldThatWasFilledIsReplacedByWhatIsTyped(t *testing.T) {
	click := func(f *TextField) {
		e := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(250, 12)}, Button: desktop.MouseButtonPrimary}
		f.Entry.MouseDown(e)
		f.Entry.MouseUp(e)
	}
	for name, c := range map[string]struct {
		area bool
		come func(fyne.Canvas, *TextField)
		want string
	}{
		"Tab to one line":           {false, func(at fyne.Canvas, _ *TextField) { at.FocusNext() }, "x"},
		"a dialog that opens on it": {false, func(at fyne.Canvas, f *TextField) { at.Focus(f.Entry) }, "x"},
		"Tab to several lines":      {true, func(at fyne.Canvas, _ *TextField) { at.FocusNext() }, "Billyx"},
		"a click":                   {false, func(_ fyne.Canvas, f *TextField) { click(f) }, "Billyx"},
		"End first": {false, func(at fyne.Canvas, f *TextField) {
			at.FocusNext()
			f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
		}, "Billyx"},
		"back to what one typed": {false, func(at fyne.Canvas, f *TextField) {
			at.FocusNext()
			f.Entry.TypedRune('y')
			at.Unfocus()
			at.FocusNext()
		}, "yx"},
	} {
		t.Run(name, func(t *testing.T) {
			f := NewTextField("name", "Name", "")
			if c.area {
				f = NewTextArea("name", "Name", "", 2)
			}
			at := show(t, f, 300, 200)
			f.SetText("Billy")
			c.come(at, f)
			f.Entry.TypedRune('x')
			if f.Text() != c.want {
				t.Errorf("typing gives %q, want %q", f.Text(), c.want)
			}
		})
	}
}

func TestWhatWasTypedLastTimeIsNotReplaced(t *testing.T) {
	f := NewTextField("name", "Name", "")
	at := show(t, f, 300, 200)
	f.SetText("half typed")
	f.Entry.own()
	at.FocusNext()
	f.Entry.TypedRune('!')
	if f.Text() != "half typed!" {
		t.Errorf("typing gives %q", f.Text())
	}
}
