package widgets

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"
)

// Said marks an error as said to the user already: whoever gets it back goes on as with any other error, but says
// nothing more. nil stays nil.
func Said(err error) error {
	if err == nil || WasSaid(err) {
		return err
	}
	return said{err}
}

// WasSaid tells whether an error, or one that it wraps, was said to the user already.
func WasSaid(err error) bool {
	var s said
	return errors.As(err, &s)
}

type said struct{ error }

func (s said) Unwrap() error { return s.error }

// Sentence is an error in words: it begins with a capital and ends with a full stop.
func Sentence(err error) string {
	text := strings.TrimSpace(err.Error())
	if text == "" {
		return ""
	}
	first := []rune(text)
	text = strings.ToUpper(string(first[:1])) + string(first[1:])
	if !strings.ContainsAny(text[len(text)-1:], ".!?") {
		text += "."
	}
	return text
}

// SayInDialog says what is wrong in the dialog on top of a canvas, and tells whether there is one.
func SayInDialog(at fyne.Canvas, text string) bool {
	top, ok := at.Overlays().Top().(*sheet)
	if !ok || top.wrong == nil {
		return false
	}
	top.wrong(text)
	return true
}

// SayOfForm says in the dialog on top of a canvas that what is typed into it can't be kept, and tells whether it did: the dialog keeps
// nothing, or says already what is wrong with what was typed.
func SayOfForm(at fyne.Canvas, text string) bool {
	top, ok := at.Overlays().Top().(*sheet)
	if !ok || top.dialog == nil || !top.dialog.typing.on || !top.dialog.wrong.Hidden || top.dialog.refused {
		return false
	}
	top.wrong(text)
	return true
}
