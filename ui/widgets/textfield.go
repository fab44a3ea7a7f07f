package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"handback/notes/voice"
)

// TextField is a form's field: a label above, an entry, and a line below for
// what is wrong.
type TextField struct {
	widget.BaseWidget
	// Entry is what is typed into: its Text, OnChanged, OnSubmitted.
	Entry *Entry
	frame *fieldFrame
	mends bool // see SetError
}

const fieldHeight = 40

// mostTyped is how many characters a form's field takes from a paste.
const mostTyped = 10000

// NewTextField makes a field of one line. The label may be empty where the
// placeholder says enough.
func NewTextField(key, label, placeholder string) *TextField {
	e := NewEntry(key)
	e.OnKey = func(event *fyne.KeyEvent) bool { // of no use in one line: they lead to what stands above and below
		if event.Name == fyne.KeyUp || event.Name == fyne.KeyDown {
			passOn(e, event)
			return true
		}
		return false
	}
	return newTextField(e, label, placeholder, fieldHeight)
}

// NewTextArea makes a field of several lines, that many high. Enter begins a
// line; in a dialog Ctrl+Enter confirms.
func NewTextArea(key, label, placeholder string, lines int) *TextField {
	e := &Entry{Key: key}
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.extend(e)
	e.SetMinRowsVisible(lines)
	return newTextField(e, label, placeholder, float32(lines)*24+16)
}

func newTextField(e *Entry, label, placeholder string, height float32) *TextField {
	e.PlaceHolder, e.fills = placeholder, true
	f := &TextField{Entry: e}
	f.frame = newFieldFrame(label, height, e, newFieldWheel(e))
	e.Most, e.OnTooLong = mostTyped, func() {
		f.SetError(voice.T("That's too long to paste: only {n} characters fit here. Put it in a note instead.", "n", mostTyped))
	}
	f.ExtendBaseWidget(f)
	return f
}

// Text is what stands in the field.
func (f *TextField) Text() string { return f.Entry.Text }

// SetText replaces it; OnChanged is called as if it were typed.
func (f *TextField) SetText(text string) { f.Entry.SetText(text) }

// Offer replaces what stands in the field with what follows from a choice in its form. While just that stands there,
// nothing was typed.
func (f *TextField) Offer(text string) {
	f.Entry.offered = &text
	f.Entry.SetText(text)
}

// SetError shows what is wrong below the field until something else is typed; "" that nothing is.
func (f *TextField) SetError(text string) {
	f.frame.setError(text)
	if text != "" && !f.mends {
		f.mends = true
		f.Entry.OnChanged = around(f.Entry.OnChanged, func() { f.frame.setError("") }, func() {})
	}
}

func (f *TextField) isWrong() bool { return !f.frame.wrong.Hidden }

// FocusWrong gives the first field below an object that says what is wrong with it the focus, scrolls to it, and reports
// whether there is one.
func FocusWrong(at fyne.Canvas, below fyne.CanvasObject) (found bool) {
	walk(below, func(o fyne.CanvasObject) bool {
		f, is := o.(*TextField)
		if found || !is || !f.isWrong() {
			return !found
		}
		found = true
		at.Focus(f.Entry)
		reveal(f)
		return false
	})
	return found
}

// HeightForWidth counts the error's lines.
func (f *TextField) HeightForWidth(width float32) float32 { return HeightOf(f.frame.root, width) }

func (f *TextField) children() []fyne.CanvasObject { return []fyne.CanvasObject{f.frame.root} }

// CreateRenderer belongs to Fyne.
func (f *TextField) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(f.frame.root)
}
