package widgets

import (
	"image/color"
	"sync"

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

// secretAt are the canvases in which the last field that had the keyboard is for a secret.
var secretAt sync.Map

// TypesSecret reports whether a passphrase may be typed on this canvas where nothing has the keyboard: the last field that had it
// asks for one, or one is on the page. It was left by a click beside it then, or taken away under the hand that types.
func TypesSecret(at fyne.Canvas, page fyne.CanvasObject) bool {
	_, asked := secretAt.Load(at)
	walk(page, func(o fyne.CanvasObject) bool {
		e, is := o.(*Entry)
		asked = asked || is && e.secret
		return !asked
	})
	return asked
}

// EndSecret says that what is typed from now on is about something else: another page is shown.
func EndSecret(at fyne.Canvas) { secretAt.Delete(at) }

// rememberSecret remembers for what the field is that has the keyboard.
func (e *Entry) rememberSecret() {
	switch at := canvasOf(e.self); {
	case at == nil:
	case e.secret:
		secretAt.Store(at, true)
	default:
		secretAt.Delete(at)
	}
}
