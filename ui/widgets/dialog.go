package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"

	"handback/notes/voice"
	"handback/ui/look"
)

// The keys of a dialog's two buttons: the one that does what it is about, and the one that closes it.
const (
	DialogConfirm = "dialog/confirm"
	DialogCancel  = "dialog/cancel"
)

// Dialog asks something over the window: Esc closes it, Enter confirms, Tab
// stays inside. It closes itself on Confirm only if OnConfirm returns nil; the
// error is said in it otherwise, unless it was said already (see Said).
type Dialog struct {
	// OnClose is called when the dialog is gone, confirmed or not.
	OnClose func(confirmed bool)

	sheet   *sheet
	scroll  *Scroll
	card    *fyne.Container
	wrong   *Para
	confirm *Button
	cancel  *Button
	act     func() error
	first   fyne.Focusable
	width   float32 // before scaling
	steady  bool    // see Steady
	tallest float32 // that it was, where it is steady
	danger  bool    // confirming destroys something
	busy    bool    // see Busy
	title   string
	about   string // see About
	typing  typing
	refused bool // it was confirmed in vain
}

const dialogWidth = 440

// NewDialog makes a dialog with a title, its parts under each other, a cancel
// button and a primary one. With confirm "" there is only one button, which
// closes ("Close"): for dialogs that only tell.
func NewDialog(at fyne.Canvas, title, confirm string, onConfirm func() error, parts ...fyne.CanvasObject) *Dialog {
	d := &Dialog{act: onConfirm, wrong: NewPara(12), width: dialogWidth}
	d.wrong.Hide()
	d.cancel = NewButton(DialogCancel, Outlined, "", voice.T("Cancel"), d.Close)
	d.confirm = NewButton(DialogConfirm, Primary, "", confirm, d.Confirm)
	buttons := HStack(8, Grow(), d.cancel, d.confirm)
	if confirm == "" {
		d.cancel.SetText(voice.T("Close"))
		buttons = HStack(8, Grow(), d.cancel)
	}
	d.build(at, title, buttons, parts)
	return d
}

// build puts the title, the parts and the buttons under each other.
func (d *Dialog) build(at fyne.Canvas, title string, buttons fyne.CanvasObject, parts []fyne.CanvasObject) {
	d.title = title
	d.typing.line = stillHere(d.startOver)
	all := append([]fyne.CanvasObject{d.typing.line}, parts...)
	d.scroll = NewScroll("dialog", Pad(3, 20, 4, 20, VStack(12, append(all, d.wrong)...)))
	d.card = Over(newBlocker(), Outline(look.C().Surface, look.C().ButtonLine, 12),
		VStack(0, Pad(18, 20, 9, 20, NewPara(16, Bold(title)).Lead(22)), Grow(d.scroll), Pad(12, 20, 18, 20, buttons)))
	d.sheet = newSheet(at, color.NRGBA{A: 0x55}, d.card)
	d.sheet.key, d.sheet.arrange, d.sheet.wrong = d.typedKey, d.arrange, d.SetError
	d.sheet.dialog = d
}

// Wide makes the dialog that wide (before scaling) and returns it.
func (d *Dialog) Wide(width float32) *Dialog {
	d.width = width
	return d
}

// Steady makes the dialog keep its height where its parts grow smaller, so that no button moves away from under the hand.
func (d *Dialog) Steady() *Dialog {
	d.steady = true
	return d
}

// Busy makes the dialog one that only Finish closes: it covers the window while something is done that can't be stopped.
func (d *Dialog) Busy() *Dialog {
	d.busy = true
	d.cancel.Hide()
	return d
}

// Show shows the dialog with the focus on first, or on what Tab reaches first; where that are only the two buttons, on the one that
// does what it is about. What destroys starts at the other one.
func (d *Dialog) Show(first fyne.Focusable) {
	if d.danger && first == nil {
		first = d.cancel
	}
	again := d.beginTyping()
	if again != nil && first == nil {
		first = again
	}
	d.first = first
	d.sheet.show(first)
	if first == nil && d.act != nil && !d.confirm.Disabled() && d.sheet.at.Focused() == fyne.Focusable(d.cancel) {
		d.first = d.confirm // there is nothing to fill in: Enter does what was asked for
		d.sheet.at.Focus(d.confirm)
	}
	if again != nil && first == again && d.replaces(again) {
		again.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// replaces reports whether what is typed next takes the place of what was kept in a field: a day, and the one line that a
// dialog asks for. What is longer is gone on with.
func (d *Dialog) replaces(field *Entry) bool {
	fields, isDay := 0, false
	walk(d.scroll.content, func(o fyne.CanvasObject) bool {
		switch o := o.(type) {
		case *DateField:
			isDay = isDay || o.Field.Entry == field
		case *Entry:
			fields++
		}
		return true
	})
	return !field.MultiLine && (isDay || fields == 1)
}

// Close closes the dialog without confirming.
func (d *Dialog) Close() {
	if !d.busy {
		d.close(false)
	}
}

// Finish closes the dialog after something else in it did what it is for, e.g. "Print" beside "Save": nothing that was
// typed into it is kept.
func (d *Dialog) Finish() { d.close(true) }

// Confirm does what the primary button does.
func (d *Dialog) Confirm() {
	if d.confirm.Disabled() || d.act == nil {
		return
	}
	d.SetError("") // what was wrong the last time
	if err := d.act(); err != nil {
		d.refused = true
		if !WasSaid(err) {
			d.SetError(Sentence(err))
		}
		d.Relayout()
		FocusWrong(d.sheet.at, d.scroll.content)
		return
	}
	d.close(true)
}

func (d *Dialog) close(confirmed bool) {
	d.endTyping(confirmed)
	d.sheet.hide()
	if d.OnClose != nil {
		d.OnClose(confirmed)
	}
}

// SetError shows what is wrong; "" that nothing is.
func (d *Dialog) SetError(text string) {
	d.wrong.Hidden = text == ""
	d.wrong.SetRuns(Run{text, look.C().Stuck, look.Medium})
	d.Relayout()
	if text != "" {
		reveal(d.wrong) // the dialog may be longer than the window
	}
}

// SetConfirm changes what the primary button says.
func (d *Dialog) SetConfirm(text string) {
	if text == d.confirm.Text() {
		return
	}
	d.confirm.SetText(text)
	d.card.Refresh() // the row of buttons is another one now
	d.Relayout()
}

// SetCancel says what the button that closes without confirming does: "Skip".
func (d *Dialog) SetCancel(text string) { d.cancel.SetText(text) }

// Relayout fits the dialog to its parts after they changed.
func (d *Dialog) Relayout() {
	d.watchTyping()
	d.sheet.Refresh()
}

func (d *Dialog) arrange(window fyne.Size) {
	width := fyne.Min(look.S(d.width), window.Width-32)
	around := HeightOf(d.card, width) - d.scroll.MinSize().Height
	height := around + HeightOf(d.scroll.content, width)
	if d.steady {
		d.tallest = fyne.Max(d.tallest, height)
		height = d.tallest
	}
	height = fyne.Min(height, window.Height-32)
	place(d.card, round((window.Width-width)/2), round((window.Height-height)/2.4), width, height)
	d.card.Layout.Layout(d.card.Objects, d.card.Size())
	d.scroll.relayout()
}

func (d *Dialog) typedKey(event *fyne.KeyEvent) bool {
	switch event.Name {
	case fyne.KeyEscape:
		d.Close()
	case fyne.KeyReturn, fyne.KeyEnter:
		if d.act == nil || d.danger {
			d.Close()
		} else {
			d.Confirm()
		}
	default:
		return false
	}
	return true
}
