package widgets

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"handback/ui/look"
)

// rowsOf is a list of so many rows of several texts.
func rowsOf(count int) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for i := range count {
		rows = append(rows, NewRow(fmt.Sprint(i), RowOneLine, VStack(2,
			HStack(8, Name(fmt.Sprintf("%d Nov", i)), Small("one-on-one"), Grow(), Small(fmt.Sprintf("%d open", i))),
			Small(fmt.Sprintf("what stands in the note of day %d", i))), func() {}))
	}
	return VStack(4, rows...)
}

func BenchmarkLayOutRows(b *testing.B) {
	test.NewTempApp(b)
	list := rowsOf(30)
	for b.Loop() {
		HeightOf(list, 220)
	}
}

// TestATextThatChangesIsMeasuredAnew: what is remembered of a text holds for what it says and how it is drawn, no longer.
func TestATextThatChangesIsMeasuredAnew(t *testing.T) {
	test.NewTempApp(t)
	text := TextIn("one", 14, look.C().Text, look.Regular)
	before := minWidthOf(text)
	text.Text = "one and two"
	longer := minWidthOf(text)
	if longer <= before || longer != text.MinSize().Width {
		t.Errorf("%q is %.1f wide, %q is %.1f", "one", before, text.Text, longer)
	}
	text.TextSize = 28
	if larger := minWidthOf(text); larger <= longer || larger != text.MinSize().Width || HeightOf(text, 0) != text.MinSize().Height {
		t.Errorf("at twice the size it is %.1f wide, before %.1f", larger, longer)
	}
	text.FontSource = look.SemiBold
	if bold := minWidthOf(text); bold != text.MinSize().Width {
		t.Errorf("in another face it is %.1f wide, and drawn %.1f", bold, text.MinSize().Width)
	}
	for i := range mostMeasured + 10 {
		minWidthOf(Small(fmt.Sprint(i)))
	}
	if len(measuredTexts) > mostMeasured {
		t.Errorf("%d texts are kept", len(measuredTexts))
	}
}
