package widgets

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// wheelAt turns the wheel over a field by a notch. What lies over the entry gets it as the driver gives it: where it is to
// be seen; otherwise Fyne's entry scrolls itself.
func wheelAt(field *TextField) (found bool) {
	walk(field.frame.root, func(o fyne.CanvasObject) bool {
		if w, ok := o.(*fieldWheel); ok {
			if found = true; w.Visible() {
				w.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -wheelNotch)})
			}
		}
		return true
	})
	return found
}

func TestTheWheelScrollsADialogOverItsTextBoxes(t *testing.T) {
	at := show(t, Text(""), 1000, 640)
	one, several := NewTextField("one", "One", ""), NewTextArea("several", "Several", "", 4)
	long := NewTextArea("long", "Long", "", 3)
	long.SetText(strings.Repeat("a line\n", 40))
	parts := []fyne.CanvasObject{one, several, long}
	for i := range 12 {
		parts = append(parts, NewTextField(fmt.Sprint(i), "More", ""))
	}
	d := NewDialog(at, "Title", "OK", func() error { return nil }, parts...)
	d.Show(nil)
	for name, c := range map[string]struct {
		over *TextField
		want bool // the dialog scrolls
	}{"one line": {one, true}, "several lines": {several, true}, "with more text than it shows": {long, false}} {
		t.Run(name, func(t *testing.T) {
			d.scroll.ScrollTo(0)
			if !wheelAt(c.over) {
				t.Fatal("nothing takes the wheel")
			}
			if moved := d.scroll.Offset() > 0; moved != c.want {
				t.Errorf("the dialog scrolls: %v, want %v", moved, c.want)
			}
		})
	}
	d.scroll.ScrollTo(0)
	several.SetText(strings.Repeat("a line\n", 40))
	if wheelAt(several); d.scroll.Offset() > 0 {
		t.Error("a text that grows beyond its box keeps no wheel")
	}
	several.SetText("short again")
	if wheelAt(several); d.scroll.Offset() == 0 {
		t.Error("a text that is short again keeps the wheel")
	}
}
