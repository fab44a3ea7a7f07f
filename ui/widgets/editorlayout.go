package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"handback/ui/look"
)

// editorLayout makes the entry as tall as its text, in steps of some rows: each
// change of its size lays the whole text out again.
type editorLayout struct {
	ed    *Editor
	clip  fyne.CanvasObject
	wheel fyne.CanvasObject
}

const rowStep = 8

func (l *editorLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(120, l.ed.textHeight())
}

func (l *editorLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	caret := l.ed.entry.Caret()
	l.ed.window(l.clip)
	if l.ed.entry.Caret() != caret {
		l.ed.entry.SetCaret(caret) // Fyne loses it in the new rows
	}
	place(l.ed.paint.under, 0, 0, size.Width, size.Height)
	place(l.ed.paint.over, 0, 0, size.Width, size.Height)
	place(l.wheel, 0, 0, size.Width, size.Height)
}

// window shows of the entry what it is scrolled to, and no more. What is under the pointer the toolkit asks the innermost clip, not
// what that is scrolled in: one as tall as the text would take the clicks on whatever stands above the editor.
func (ed *Editor) window(clip fyne.CanvasObject) {
	size, edge := ed.content.Size(), look.S(gutter)
	top := fyne.Max(entryOverlap, ed.scroll.Offset())
	bottom := fyne.Min(size.Height-entryOverlap, ed.scroll.Offset()+ed.scroll.Size().Height)
	place(clip, edge+entryOverlap, top, size.Width-edge-2*entryOverlap, fyne.Max(0, bottom-top))
	place(ed.entry, -entryOverlap, -top, size.Width-edge, size.Height)
}

// textHeight is the height that the text needs, rounded up to the next step; not past what is seen where the text
// itself ends above that, so that nothing is to be scrolled.
func (ed *Editor) textHeight() float32 {
	rows := ed.entry.rowCount()
	needs := float32(rows)*ed.rowHeight() + 2*entryInset
	stepped := float32((rows/rowStep+1)*rowStep)*ed.rowHeight() + 2*entryInset
	if view := ed.scroll.Size().Height; needs <= view {
		return fyne.Min(stepped, view)
	}
	return stepped
}

// unwritten is how much of what stands below the text is not to be scrolled to, or the steps would leave nothing of the text
// in a low window.
func (ed *Editor) unwritten() float32 {
	needs := float32(ed.entry.rowCount())*ed.rowHeight() + 2*entryInset
	blank := fyne.Max(2*ed.lineHeight, ed.scroll.Size().Height/2)
	return fyne.Max(0, ed.content.Size().Height-needs-blank)
}

// rowHeight is Fyne's: a row of the editor's face.
func (ed *Editor) rowHeight() float32 {
	size := look.S(look.EditorTextSize)
	ed.lineHeight = fyne.MeasureText("x", size, fyne.TextStyle{}).Height
	return ed.lineHeight
}

// rowTop is where a row begins in what is scrolled.
func (ed *Editor) rowTop(row int) float32 { return entryInset + float32(row)*ed.lineHeight }

// wheel lies over the entry and takes nothing but the mouse wheel, and drags: inside the toolkit's entry lies what would take
// them, and hand them to the toolkit's entry, not to ours.
type wheel struct {
	widget.BaseWidget
	ed *Editor
}

func newWheel(ed *Editor) *wheel {
	w := &wheel{ed: ed}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled scrolls.
func (w *wheel) Scrolled(event *fyne.ScrollEvent) { w.ed.scroll.Scrolled(event) }

// Dragged selects up to the pointer.
func (w *wheel) Dragged(event *fyne.DragEvent) { w.ed.entry.Dragged(event) }

// DragEnd ends Dragged. Where the button comes up beside the text the toolkit has taken the keyboard from it.
func (w *wheel) DragEnd() {
	w.ed.entry.DragEnd()
	w.ed.FocusHere()
}

// CreateRenderer belongs to Fyne.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
