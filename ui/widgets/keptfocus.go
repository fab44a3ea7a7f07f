package widgets

import "fyne.io/fyne/v2"

// keptFocus is the keyboard where a click meets nothing that takes it, in a dialog and beside it: the toolkit takes it away
// from the field there, and what is typed next would go nowhere.
type keptFocus struct {
	had     fyne.Focusable
	pointed bool
}

// press remembers at the press, before the toolkit takes it, what has the keyboard.
func (k *keptFocus) press(at fyne.Canvas) {
	if at == nil || at.Focused() == nil {
		return
	}
	k.had = at.Focused()
	p, ok := k.had.(pointable)
	k.pointed = ok && p.pointed()
}

// release gives it back.
func (k *keptFocus) release(at fyne.Canvas) {
	had := k.had
	k.had = nil
	if had == nil || at == nil || at.Focused() != nil {
		return
	}
	if k.pointed {
		had.(pointable).point()
	}
	at.Focus(had)
}
