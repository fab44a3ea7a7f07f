package search

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/notes/voice"
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
	f := &field{entry: widgets.NewEntry("search.text"), found: widgets.Small("")}
	f.entry.SetPlaceHolder(voice.T("Search your notes"))
	f.entry.Most = mostTyped
	f.entry.SetText(text)
	f.entry.CursorColumn = len([]rune(text))
	f.content, f.line = widgets.SearchBox(f.entry, widgets.WideSearchBox, f.found, widgets.KeyHint(voice.T("Esc")))
	return f
}

func (f *field) say(found string) {
	if f.found.Text == found {
		return
	}
	f.found.Text = found
	f.line.Refresh()
}
