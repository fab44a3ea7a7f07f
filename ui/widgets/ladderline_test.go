package widgets

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"handback/ui/look"
)

// TestTheWayOfALadderIsUnbroken: from now to wanted, whichever is higher, no step stands on the line in the colour of one beside it.
func TestTheWayOfALadderIsUnbroken(t *testing.T) {
	test.NewTempApp(t)
	for _, c := range []struct{ now, wanted, from, to int }{{2, 6, 3, 5}, {6, 2, 3, 5}, {3, 0, 0, 0}, {0, 3, 0, 0}, {4, 4, 0, 0}} {
		objects := LadderLine(7, c.now, c.wanted).(*fyne.Container).Objects
		for i, o := range objects[len(objects)-7:] {
			step := i + 1
			if step == c.now || step == c.wanted {
				continue
			}
			on := o.(*canvas.Rectangle).FillColor == color.Color(look.C().Primary)
			if want := c.from <= step && step <= c.to; on != want {
				t.Errorf("from %d to %d, step %d is on the way: %v", c.now, c.wanted, step, on)
			}
		}
	}
}
