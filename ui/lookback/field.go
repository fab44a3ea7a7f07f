package lookback

import (
	"fyne.io/fyne/v2"

	"handback/notes/voice"
	"handback/ui/look"
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
	f.entry.SetPlaceHolder(voice.T("Find in these years"))
	f.entry.Most = mostTyped
	f.entry.SetText(text)
	frame := widgets.FrameOf(f.entry, 8)
	line := widgets.HMiddle(8, widgets.Icon("search", 16, look.C().Muted), widgets.Grow(widgets.Bare(f.entry)))
	f.content = widgets.Over(frame, widgets.Pad(2, 10, 2, 10, widgets.LineHeight(30, line)))
	return f
}
