package ui

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"handback/ui/people"
	"handback/ui/room"
	"handback/ui/widgets"
)

// watchRuns has commands do nothing but tell that they would.
func (w *window) watchRuns() *string {
	ran := new(string)
	for i := range w.commands {
		id := w.commands[i].id
		w.commands[i].run = func() { *ran = id }
	}
	return ran
}

// TestNoShortcutTakesTheKeyboardAway walks every shortcut of the table where one types or chooses: each one acts, or the
// keyboard and the caret stay where they are.
func TestNoShortcutTakesTheKeyboardAway(t *testing.T) {
	for name, open := range map[string]func(w *window){
		"a form": func(w *window) { people.ShowAdd(w.Shell) },
		"the find bar": func(w *window) {
			w.writeNote(w.who("Ana"), "some words\n")
			w.Run("find")
		},
		"a menu": func(w *window) {
			widgets.ShowMenuAt(w.win.Canvas(), fyne.NewPos(80, 80), widgets.MenuItem{Text: "One"}, widgets.MenuItem{Text: "Two"})
		},
		"the switcher": func(w *window) { w.Run("switcher") },
		"Search":       func(w *window) { w.visit(room.Place{Screen: room.Search}) },
	} {
		t.Run(name, func(t *testing.T) {
			w := newWindow(t)
			open(w)
			w.settle()
			entry, typing := w.win.Canvas().Focused().(*widgets.Entry)
			if typing {
				w.types("one two")
				entry.SetCaret(3)
			}
			under := widgets.OverlayShown(w.win.Canvas())
			ran, walked := w.watchRuns(), 0
			for _, c := range w.commands {
				for _, k := range c.keys {
					at := w.win.Canvas().Focused()
					caret := 0
					if typing {
						caret = entry.Caret()
					}
					*ran = ""
					w.press(k.Modifier, k.KeyName)
					w.shortcut(&k) // a field passes it on to the window, which the test's canvas does not have
					walked++
					if under && *ran != "" && *ran != blankID && *ran != quitID {
						t.Errorf("%s acts under it", *ran)
					}
					if *ran == "" && (w.win.Canvas().Focused() != at || at == nil) {
						t.Errorf("%s: the keyboard goes from %T to %T", keyName(k), at, w.win.Canvas().Focused())
						w.win.Canvas().Focus(at)
					}
					own := c.id == "undo" || c.id == "redo" || k.Modifier == alt // they are the field's: the caret goes word by word
					if typing && *ran == "" && !own && entry.Caret() != caret {
						t.Errorf("%s: the caret goes from %d to %d", keyName(k), caret, entry.Caret())
					}
				}
			}
			if walked < 30 {
				t.Errorf("only %d shortcuts were pressed", walked)
			}
			if !typing {
				return
			}
			text := entry.Text
			w.types("x")
			if len(entry.Text) != len(text)+1 {
				t.Errorf("what is typed then goes nowhere: %q", entry.Text)
			}
		})
	}
}

func TestTheWindowClosesFromUnderAForm(t *testing.T) {
	w := newWindow(t)
	own := w.journal.Path()
	people.ShowAdd(w.Shell)
	w.types("Cai Moss")
	w.press(ctrl, fyne.KeyQ)
	w.shortcut(&key(ctrl, fyne.KeyQ)[0])
	if !w.stopped {
		t.Fatal("it stays open")
	}
	again := emptyWindow(t, t.TempDir())
	again.opens(own)
	people.ShowAdd(again.Shell)
	if got := again.onTop()["people.names"]; got != "Cai Moss" {
		t.Errorf("the form says %q", got)
	}
}

func TestWhatIsTypedWhereNothingHasTheKeyboardGoesSomewhere(t *testing.T) {
	empty := func(t *testing.T) *window {
		w := emptyWindow(t, t.TempDir())
		if err := w.open(filepath.Join(t.TempDir(), "new.handback"), true); err != nil {
			t.Fatal(err)
		}
		return w
	}
	for name, c := range map[string]struct {
		open  func(t *testing.T) *window
		place room.Place
		field string
	}{
		"Today, before anybody is added": {empty, room.Place{Screen: room.Today}, "people.names"},
		"Today":                          {newWindow, room.Place{Screen: room.Today}, "switcher"},
		"Team":                           {newWindow, room.Place{Screen: room.Team}, "switcher"},
		"Search":                         {newWindow, room.Place{Screen: room.Search}, "search.text"},
	} {
		t.Run(name, func(t *testing.T) {
			w := c.open(t)
			w.visit(c.place)
			w.settle()
			w.win.Canvas().Unfocus()
			w.typedRune(' ')
			if w.win.Canvas().Focused() != nil {
				t.Errorf("a blank goes to %s", w.focusNow())
			}
			w.typedRune('c')
			w.types("ai")
			e, is := w.win.Canvas().Focused().(*widgets.Entry)
			if !is || e.Key != c.field || e.Text != "cai" {
				t.Errorf("it goes to %s", w.focusNow())
			}
		})
	}
}
