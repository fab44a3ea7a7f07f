package widgets

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2/test"

	"handback/ui/look"
)

func TestARowLightsUpOnceThePointerMovesInIt(t *testing.T) {
	test.NewTempApp(t)
	r := NewRow("row", RowOneLine, Text("a line"), func() {})
	lit := func(when string, want bool) {
		t.Helper()
		if got := r.ground.FillColor == color.Color(look.C().Hover); got != want {
			t.Errorf("%s: lit %v", when, got)
		}
	}
	lit("at first", false)
	r.MouseIn(nil)
	lit("under a pointer that rests where the row came up", false)
	r.MouseMoved(nil)
	lit("under a pointer that moves", true)
	r.MouseOut()
	lit("without a pointer", false)
}
