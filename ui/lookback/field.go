package lookback

import (
	"fyne.io/fyne/v2"

	"handback/notes/voice"
	"handback/ui/widgets"
)

// mostTyped is how many characters are looked for at most.
const mostTyped = 500

// field is the box into which one types what to look for.
type field struct {
	content fyne.CanvasObject
	entry   *widgets.Entry
}

func newField(text string) *field {
	f := &field{entry: widgets.NewEntry("lookback.text")}
	f.entry.SetPlaceHolder(voice.T("Search these years"))
	f.entry.Most = mostTyped
	f.entry.SetText(text)
	f.content, _ = widgets.SearchBox(f.entry, widgets.SmallSearchBox)
	return f
}
