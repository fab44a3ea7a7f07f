package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestATextKeepsItsWidthBesideButtons: where less is left beside them, they go under it.
func TestATextKeepsItsWidthBesideButtons(t *testing.T) {
	test.NewTempApp(t)
	for _, c := range []struct {
		width float32
		under bool
	}{{600, false}, {380, false}, {340, true}, {250, true}} {
		text := NewPara(14, Plain("What part of it would you like, and what would you need from me to take it?"))
		buttons := Width(120, NewButton("ask", Outlined, "", "Ask Ana", nil))
		row := BesideWhileWide(240, 12, text, buttons)
		row.Resize(fyne.NewSize(c.width, HeightOf(row, c.width)))
		under := buttons.Position().Y >= text.Position().Y+text.Size().Height
		if under != c.under {
			t.Errorf("%.0f wide: the buttons are under the text: %v", c.width, under)
		}
		if beside := !under && text.Size().Width < 240; beside {
			t.Errorf("%.0f wide: the text has %.0f", c.width, text.Size().Width)
		}
		if foot := buttons.Position().Y + buttons.Size().Height; foot > row.Size().Height+.5 {
			t.Errorf("%.0f wide: the buttons end at %.0f, of %.0f", c.width, foot, row.Size().Height)
		}
	}
}
