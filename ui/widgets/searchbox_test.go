package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/ui/look"
)

func TestTheFrameOfASearchBoxShowsWhereTheKeyboardIs(t *testing.T) {
	for name, l := range map[string]SearchBoxLook{"wide": WideSearchBox, "small": SmallSearchBox} {
		t.Run(name, func(t *testing.T) {
			e, beside := NewEntry("box"), Small("3 found")
			content, line := SearchBox(e, l, beside)
			if n := len(line.Objects); n != 3 || line.Objects[2] != fyne.CanvasObject(beside) {
				t.Errorf("%d objects stand in the line", n)
			}
			frame := content.(*fyne.Container).Objects[0].(*canvas.Rectangle)
			for _, focused := range []bool{true, false} {
				e.OnFocus(focused)
				if (frame.StrokeColor == look.C().Primary) != focused {
					t.Errorf("focused %v: the frame is %v", focused, frame.StrokeColor)
				}
			}
		})
	}
}
