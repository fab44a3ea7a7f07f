package widgets

import (
	"fyne.io/fyne/v2"
)

// PutAway are forms that were taken off a canvas as they are, with what was typed and chosen, to be shown again there.
type PutAway struct {
	at      fyne.Canvas
	forms   []*Dialog
	focused fyne.Focusable // what had the keyboard, in the topmost
	start   int            // of what was selected there
	end     int
	caret   int
}

// FormsOn finds the dialogs of a canvas that are being filled, from the lowest to the topmost. One that only tells or warns is
// none of them, nor is one that is working, or asks for a secret: that is kept nowhere. Call it before anything is closed.
func FormsOn(at fyne.Canvas) *PutAway {
	p := &PutAway{at: at}
	for _, o := range at.Overlays().List() {
		if s, is := o.(*sheet); is && s.dialog != nil && s.dialog.isForm() {
			p.forms = append(p.forms, s.dialog)
		}
	}
	if len(p.forms) == 0 {
		return p
	}
	focused := at.Focused()
	if e, is := focused.(interface{ asEntry() *Entry }); is {
		p.caret = e.asEntry().Caret()
		p.start, p.end = e.asEntry().selection()
	}
	walk(p.forms[len(p.forms)-1].card, func(o fyne.CanvasObject) bool {
		if f, can := o.(fyne.Focusable); can && f == focused {
			p.focused = focused
		}
		return p.focused == nil
	})
	return p
}

// HoldFocus remembers what has the keyboard in whatever lies over the window; back gives it back, with the caret where it was. Where
// nothing lies over it, it does nothing: Keep does that.
func HoldFocus(at fyne.Canvas) (back func()) {
	focused, over := at.Focused(), at.Overlays().Top()
	if focused == nil || over == nil {
		return func() {}
	}
	caret, e := 0, (*Entry)(nil)
	if typed, is := focused.(interface{ asEntry() *Entry }); is {
		e = typed.asEntry()
		caret = e.Caret()
	}
	return func() {
		if at.Overlays().Top() != over || at.Focused() == focused {
			return
		}
		at.Focus(focused)
		if e != nil {
			e.SetCaret(caret)
		}
	}
}

// Any reports whether there is one.
func (p *PutAway) Any() bool { return p != nil && len(p.forms) > 0 }

// Back shows them again, and puts the keyboard and the caret where they were. What is typed now is kept by the canvas's Forms
// of now.
func (p *PutAway) Back() {
	if !p.Any() {
		return
	}
	HideTip(p.at)
	for _, d := range p.forms {
		d.typing.forms = formsOf(p.at)
		d.keepTyped(false)
		p.at.Unfocus()
		p.at.Overlays().Add(d.sheet)
		d.sheet.Resize(p.at.Size())
		d.Relayout()
	}
	top := p.forms[len(p.forms)-1]
	if p.focused == nil {
		top.sheet.focus(top.first)
		return
	}
	p.at.Focus(p.focused)
	if e, is := p.focused.(interface{ asEntry() *Entry }); is {
		switch entry := e.asEntry(); {
		case p.start < p.end:
			entry.selectSpan(p.start, p.end)
		default:
			entry.SetCaret(p.caret)
		}
	}
}

// asEntry is what a field, and whatever is made of one, types into.
func (e *Entry) asEntry() *Entry { return e }

// isForm reports whether the dialog asks for something that can be asked for later.
func (d *Dialog) isForm() bool {
	if d.act == nil || d.danger || d.busy {
		return false
	}
	inputs, secrets := 0, 0
	walk(d.scroll.content, func(o fyne.CanvasObject) bool {
		if _, is := inputOf(o); is {
			inputs++
		}
		if e, is := o.(*Entry); is && e.secret {
			secrets++
		}
		return true
	})
	return inputs > 0 && secrets == 0
}

// Filling reports whether somebody types into a field below root: something stands in the one that has the keyboard.
func Filling(at fyne.Canvas, root fyne.CanvasObject) (filling bool) {
	e, is := at.Focused().(interface{ asEntry() *Entry })
	if !is || e.asEntry().secret || e.asEntry().Text == "" {
		return false
	}
	walk(root, func(o fyne.CanvasObject) bool {
		f, can := o.(fyne.Focusable)
		filling = filling || can && f == at.Focused()
		return !filling
	})
	return filling
}

// View is what one looked at: how far everything was scrolled, what was unfolded, and what had the keyboard. No word is in it
// but the keys of controls.
type View struct{ of memory }

// RememberView remembers what one looks at below root.
func RememberView(at fyne.Canvas, root fyne.CanvasObject) *View { return &View{remember(at, root)} }

// Restore shows it again, where all of it may have been made anew.
func (v *View) Restore(at fyne.Canvas, root fyne.CanvasObject) { v.of.restore(at, root) }
