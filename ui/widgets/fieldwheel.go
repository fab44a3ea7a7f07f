package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"handback/ui/look"
)

// fieldWheel lies over a form's entry and takes nothing but the mouse wheel, which Fyne's entry keeps for itself also where
// it has nothing to scroll: it scrolls the dialog or page round the field. Over an entry of several lines with more text
// than it shows it is not there, and the entry scrolls.
type fieldWheel struct {
	widget.BaseWidget
	entry *Entry

	text  string // of which it is known whether there is more than is shown
	size  fyne.Size
	known bool
	more  bool
}

func newFieldWheel(e *Entry) *fieldWheel {
	w := &fieldWheel{entry: e}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled scrolls what is round the field.
func (w *fieldWheel) Scrolled(event *fyne.ScrollEvent) {
	at := canvasOf(w)
	if at == nil {
		return
	}
	if round := scrollsRound(rootOf(at), w); len(round) > 0 {
		round[len(round)-1].Scrolled(event)
	}
}

// Visible tells whether the wheel is for what is round the field.
func (w *fieldWheel) Visible() bool { return w.BaseWidget.Visible() && !w.overflows() }

// overflows tells whether the entry has more text than it shows.
func (w *fieldWheel) overflows() bool {
	e := w.entry
	if !e.MultiLine {
		return false
	}
	if !w.known || w.text != e.Text || w.size != e.Size() {
		row := fyne.MeasureText("x", look.S(look.EditorTextSize), e.TextStyle).Height
		w.text, w.size, w.known = e.Text, e.Size(), true
		w.more = float32(e.rowCount())*row+2*entryInset > e.Size().Height
	}
	return w.more
}

// CreateRenderer belongs to Fyne.
func (w *fieldWheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
