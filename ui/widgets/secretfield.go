package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"handback/notes/voice"
)

// SecretField is a form's field for a passphrase or a recovery key: dots stand in it until *Show* is ticked, it may be
// pasted into, and nothing of it is kept: not with what was typed into forms, not to be undone once it is wiped.
type SecretField struct {
	*TextField
	// Content is the field with what belongs to it.
	Content fyne.CanvasObject
	// OnReveal is called after it was shown or hidden.
	OnReveal func(shown bool)
	show     *Checkbox
}

// NewSecretField makes a field.
func NewSecretField(key, label, placeholder string) *SecretField {
	f := &SecretField{TextField: NewTextField(key, label, placeholder)}
	f.Entry.secret, f.Entry.Password = true, true
	f.Entry.ActionItem = canvas.NewRectangle(color.Transparent) // the toolkit's own eye has no name, and no key leads to it
	f.show = NewCheckbox(key+".show", voice.T("Show"), false, f.Reveal)
	f.Content = VStack(6, f.TextField, HStack(0, f.show, Grow()))
	return f
}

// Reveal shows what stands in the field, or hides it.
func (f *SecretField) Reveal(show bool) {
	f.show.Set(show)
	f.Entry.Password = !show
	f.Entry.Refresh()
	if f.OnReveal != nil {
		f.OnReveal(show)
	}
}

// Shown reports whether what stands there can be read.
func (f *SecretField) Shown() bool { return !f.Entry.Password }

// Wipe empties the field, hides what is typed next, and forgets what could be undone.
func (f *SecretField) Wipe() {
	f.Entry.SetText("")
	f.Entry.history.clear()
	f.Reveal(false)
}
