package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"handback/ui/room"
	"handback/ui/settings"
	"handback/ui/widgets"
)

// TestAPassphraseIsNeverSearchedFor where it is typed too soon, beside its field, or after that went away: a search would show it, and
// keep it as the last one.
func TestAPassphraseIsNeverSearchedFor(t *testing.T) {
	protection := room.Place{Screen: room.Settings, Part: settings.PartProtect}
	for name, leave := range map[string]func(w *window){
		"in Settings, before it is asked for": func(w *window) { w.visit(protection) },
		"among the backups":                   func(w *window) { w.visit(room.Place{Screen: room.Backups}) },
		"beside the field": func(w *window) {
			w.visit(protection)
			w.taps("settings.protect.off")
		},
		"after the dialog went away": func(w *window) {
			w.visit(protection)
			w.taps("settings.protect.off")
			w.taps(widgets.DialogCancel)
		},
		"after a dialog over another screen went away": func(w *window) {
			w.visit(room.Place{Screen: room.Team})
			w.Run("protect.passphrase")
			w.settle()
			w.taps(widgets.DialogCancel)
		},
		"there, once it was drawn in another theme": func(w *window) {
			w.visit(room.Place{Screen: room.Team})
			w.Run("protect.passphrase")
			w.settle()
			w.taps(widgets.DialogCancel)
			w.again()
		},
		"beside the field of the locked screen": func(w *window) {
			w.Run("lock")
			w.settle()
		},
	} {
		t.Run(name, func(t *testing.T) {
			w, _, _ := protectedWindow(t)
			leave(w)
			w.settle()
			w.win.Canvas().Unfocus()
			for _, r := range passphrase {
				w.typedRune(r)
			}
			w.settle()
			if e, is := w.win.Canvas().Focused().(*widgets.Entry); is || w.Place().Screen == room.Search {
				t.Errorf("it goes to %v %s", e.Key, e.Text)
			}
		})
	}
	w, _, _ := protectedWindow(t) // and elsewhere one looks for something again
	w.visit(room.Place{Screen: room.Team})
	w.Run("protect.passphrase")
	w.settle()
	w.taps(widgets.DialogCancel)
	w.visit(room.Place{Screen: room.Today})
	w.settle()
	w.win.Canvas().Unfocus()
	w.typedRune('c')
	if got := w.focusNow(); got != "switcher" {
		t.Errorf("on another screen it goes to %q", got)
	}
}

// TestAPageWithASecretTakesNoTyping wherever that is on it.
func TestAPageWithASecretTakesNoTyping(t *testing.T) {
	w, _, _ := protectedWindow(t)
	w.visit(room.Place{Screen: room.Team})
	w.room = &asking{w.room, widgets.NewSecretField("some.secret", "Passphrase", "").Content}
	w.win.Canvas().Unfocus()
	w.typedRune('c')
	if got := w.focusNow(); got != "" {
		t.Errorf("it goes to %q", got)
	}
}

// asking is a room with a field for a passphrase.
type asking struct {
	room.Room
	content fyne.CanvasObject
}

func (a *asking) Content() fyne.CanvasObject { return a.content }

// TestWordsTypedOnAButtonDoNothing neither at a Space between them nor at the Enter behind: the button of another screen took whoever
// typed a passphrase there, and the search what was left of it.
func TestWordsTypedOnAButtonDoNothing(t *testing.T) {
	w, _, _ := protectedWindow(t)
	w.visit(room.Place{Screen: room.Settings, Part: settings.PartProtect})
	w.settle()
	button := w.find("side.team").(fyne.Focusable)
	w.win.Canvas().Focus(button)
	for _, r := range passphrase {
		if to := w.win.Canvas().Focused(); to != nil {
			to.TypedRune(r)
		} else {
			w.typedRune(r)
		}
	}
	w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	w.settle()
	if p := w.Place(); p.Screen != room.Settings || w.win.Canvas().Focused() != button {
		t.Fatalf("one is at %v, in %s", p, w.focusNow())
	}
	button.TypedRune(' ') // which is pressed as ever
	w.settle()
	if p := w.Place(); p.Screen != room.Team {
		t.Errorf("one is at %v", p)
	}
}
