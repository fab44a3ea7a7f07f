package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
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
