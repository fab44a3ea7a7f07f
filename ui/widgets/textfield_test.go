package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

func TestAMegabytePastedIntoAFieldIsLeftOutAndSaid(t *testing.T) {
	test.NewTempApp(t)
	for name, f := range map[string]*TextField{
		"one line":      NewTextField("one", "Title", ""),
		"several lines": NewTextArea("several", "Why", "", 2),
	} {
		t.Run(name, func(t *testing.T) {
			test.NewTempWindow(t, f).Resize(fyne.NewSize(300, 200))
			paste := func(text string) {
				f.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: ownClipboard(text)})
			}
			paste("kept")
			paste(strings.Repeat("word ", 200_000))
			if f.Text() != "kept" || !f.frame.wrong.Visible() || !strings.Contains(f.frame.wrong.String(), "too long") {
				t.Errorf("%s: %d characters stand there, and it says %q", name, len(f.Text()), f.frame.wrong.String())
			}
			f.SetText("")
			paste(strings.Repeat("é", mostTyped))
			if len([]rune(f.Text())) != mostTyped {
				t.Errorf("%s: what just fits is left out", name)
			}
		})
	}
}

// TestAFieldsTextsStandBelowEachOther: what is chosen begins where what is typed does, in the same size.
func TestAFieldsTextsStandBelowEachOther(t *testing.T) {
	field, choice := NewTextField("role", "Role", ""), NewSelect("kind", "Relationship", []string{"reports to me"}, 0, nil)
	field.SetText("Staff engineer")
	at := show(t, VStack(12, field, choice), 400, 300)
	where := map[string]fyne.Position{}
	sizes := map[string]float32{}
	for _, o := range test.LaidOutObjects(at.Content()) {
		if text, is := o.(*canvas.Text); is && text.Text != "" {
			where[text.Text] = fyne.CurrentApp().Driver().AbsolutePositionForObject(text)
			sizes[text.Text] = text.TextSize
		}
	}
	if typed, chosen := where["Staff engineer"], where["reports to me"]; typed.X == 0 || typed.X != chosen.X {
		t.Errorf("what is typed begins at %.1f, what is chosen at %.1f; of %v", typed.X, chosen.X, where)
	}
	if sizes["Staff engineer"] != sizes["reports to me"] {
		t.Errorf("what is typed is %.1f high, what is chosen %.1f", sizes["Staff engineer"], sizes["reports to me"])
	}
}
