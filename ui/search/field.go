package search

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/notes/voice"
	"handback/ui/look"
	"handback/ui/widgets"
)

// mostTyped is how many characters are looked for at most.
const mostTyped = 5000

// field is the box that is typed into, with what was found at its right.
type field struct {
	content fyne.CanvasObject
	entry   *widgets.Entry
	found   *canvas.Text
	line    *fyne.Container
}

func newField(text string) *field {
	p := look.C()
	f := &field{entry: widgets.NewEntry("search.text"), found: widgets.Small("")}
	f.entry.SetPlaceHolder(voice.T("Search your notes"))
	f.entry.Most = mostTyped
	f.entry.SetText(text)
	f.entry.CursorColumn = len([]rune(text))
	frame := widgets.FrameOf(f.entry, 10)
	f.line = widgets.HMiddle(
		12,
		widgets.Icon("search", 18, p.Muted),
		widgets.Grow(widgets.Bare(f.entry)),
		f.found,
		widgets.KeyHint(voice.T("Esc")),
	)
	f.content = widgets.Over(frame, widgets.Pad(4, 14, 4, 16, widgets.LineHeight(38, f.line)))
	return f
}

func (f *field) say(found string) {
	if f.found.Text == found {
		return
	}
	f.found.Text = found
	f.line.Refresh()
}
