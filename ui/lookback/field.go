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
	p := look.C()
	f := &field{entry: widgets.NewEntry("lookback.text")}
	f.entry.SetPlaceHolder(voice.T("Find in these years"))
	f.entry.Most = mostTyped
	f.entry.SetText(text)
	frame := widgets.Outline(p.Surface, p.ButtonLine, 8)
	f.entry.OnFocus = func(focused bool) {
		frame.StrokeColor = look.C().ButtonLine
		if focused {
			frame.StrokeColor = look.C().Primary
		}
		frame.Refresh()
	}
	line := widgets.HMiddle(8, widgets.Icon("search", 16, p.Muted), widgets.Grow(widgets.Bare(f.entry)))
	f.content = widgets.Over(frame, widgets.Pad(2, 10, 2, 10, widgets.LineHeight(30, line)))
	return f
}
