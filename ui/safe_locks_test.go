package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"handback/notes"
	"handback/ui/room"
	"handback/ui/settings"
	"handback/ui/widgets"
)

// showsNothing fails where anything of the journal is in the window, or within reach of it.
func (w *window) showsNothing() {
	w.t.Helper()
	if w.Place().Screen != room.Locked || w.journal != nil {
		w.t.Fatalf("the window is at %v, a journal is open: %v", w.Place(), w.journal != nil)
	}
	got := w.everything()
	if strings.Contains(got, "Ana") || strings.Contains(got, "Ben") || !strings.Contains(got, "Your journal is locked") {
		w.t.Errorf("shown is\n%s", got)
	}
	if w.win.Title() != "Handback" || len(w.win.Canvas().Overlays().List()) != 0 {
		w.t.Errorf("titled %q, over it lie %d", w.win.Title(), len(w.win.Canvas().Overlays().List()))
	}
	writes := w.editor != nil && w.editor.Text() != ""
	if len(w.people)+len(w.roster)+len(w.acts.done)+len(w.acts.undone) != 0 || w.names != nil || writes || w.forms.typed != nil {
		w.t.Errorf("still in the window's memory: %d people, %d acts, %v, %v, %v", len(w.people)+len(w.roster), len(w.acts.done)+len(w.acts.undone),
			w.names, writes, w.forms.typed)
	}
	for _, c := range w.commands {
		if c.name != "" && c.can() && c.id != "help" && c.id != "labels" && c.id != "shortcuts" && c.id != quitID && c.id != "go.about" && !strings.HasPrefix(c.id, "part.") {
			w.t.Errorf("%s can be done", c.id)
		}
	}
}

func TestLockedNothingShows(t *testing.T) {
	for name, way := range map[string]func(w *window, tells *told){
		"by the key": func(w *window, _ *told) {
			w.press(ctrl|shift, fyne.KeyL)
			if w.journal != nil { // a field passes it on to the window, which the test's canvas does not have
				w.shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyL, Modifier: ctrl | shift})
			}
		},
		"by the command":      func(w *window, _ *told) { w.Run(lockID) },
		"when nobody is here": func(w *window, _ *told) { w.pass(usual) },
		"before sleep":        func(_ *window, tells *told) { tells.sleep(func() {}) },
		"with the screen":     func(_ *window, tells *told) { tells.lock() },
	} {
		for at, enter := range map[string]func(w *window){
			"a note":    func(*window) {},
			"a dialog":  func(w *window) { w.Run("person.edit") },
			"a menu":    func(w *window) { w.tapKey("top.menu") },
			"a switch":  func(w *window) { w.Run("switcher") },
			"today":     func(w *window) { w.visit(room.Place{Screen: room.Today}) },
			"a search":  func(w *window) { w.visit(room.Place{Screen: room.Search, Text: "Ana"}) },
			"settings":  func(w *window) { w.visit(room.Place{Screen: room.Settings}) },
			"a meeting": func(w *window) { w.Run("meeting.start") },
		} {
			t.Run(name+" in "+at, func(t *testing.T) {
				w, v, tells := protectedWindow(t)
				w.writeNote(w.who("Ana"), "topic: Ana asks about pay\n")
				enter(w)
				w.settle()
				w.win.SetTitle("Ana Ruiz")
				way(w, tells)
				w.settle()
				w.showsNothing()
				w.unlocks("something else")
				w.showsNothing()
				if got := w.everything(); !strings.Contains(got, "doesn't open this journal") || v.opens != 0 {
					t.Errorf("a wrong passphrase says\n%s", got)
				}
				w.unlocks(passphrase)
				if w.journal == nil || !w.Shell.protected || w.who("Ana").ID == 0 {
					t.Error("it did not open")
				}
			})
		}
	}
}

func secondsOf(n int) time.Duration { return time.Duration(n) * time.Second }

// usual is longer than a journal that nobody touches stays open.
const usual = (10*60 + 5) * 1e9

func TestUnlockedOneIsWhereOneWas(t *testing.T) {
	w, _, _ := protectedWindow(t)
	id := w.writeNote(w.who("Ana"), "begun\n")
	w.editor.SetCaret(6)
	w.win.Canvas().Focused().TypedRune('x')
	w.Run("lock")
	w.settle()
	w.unlocks(passphrase)
	if p := w.Place(); p.Screen != room.Notes || p.Note != id || w.stored(id) != "begun\nx" || w.editor.Text() != "begun\nx" {
		t.Errorf("at %v with %q", p, w.stored(id))
	}
	w.Run("meeting.start")
	w.settle()
	meeting := w.Place()
	w.Run("lock")
	w.settle()
	w.unlocks(passphrase)
	if w.Place() != meeting || w.guard != w.who("Ana").ID {
		t.Errorf("in a meeting: at %v, beside %v", w.Place(), w.guard)
	}
}

func TestAHandOnTheKeysKeepsItOpen(t *testing.T) {
	w, _, _ := protectedWindow(t)
	for range 4 {
		w.pass(6 * 60 * 1e9)
		w.hands.Moved()
	}
	if w.journal == nil {
		t.Error("it locked under the hand")
	}
	w.pass(11 * 60 * 1e9)
	w.showsNothing()
}

func TestAfterHowLongItLocksIsChosen(t *testing.T) {
	for value, minutes := range map[string]int{"1": 1, "30": 30, "0": 0, "": 10, "some": 10} {
		t.Run(value, func(t *testing.T) {
			w, _, _ := protectedWindow(t)
			w.apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: settings.KeyLockAfter, Value: value}}})
			w.Run("lock.apply")
			if minutes == 0 {
				w.pass(24 * 60 * 60 * 1e9)
				if w.journal == nil {
					t.Error("it locked")
				}
				return
			}
			w.pass(secondsOf(minutes*60 - 5))
			if w.journal == nil {
				t.Fatal("it locked too soon")
			}
			w.pass(secondsOf(10))
			if w.journal != nil {
				t.Error("it is still open")
			}
		})
	}
}

func TestWhatEndsAfterTheLockStaysAway(t *testing.T) {
	w, _, _ := protectedWindow(t)
	came := 0
	w.Background(func() error { return nil }, func(error) { came++ })
	w.Promptly(func() error { return nil }, func(error) { came++ })
	w.After(1e9, func() { came++ })
	w.Run("lock")
	w.pass(2e9)
	if came != 0 {
		t.Errorf("%d came", came)
	}
	w.unlocks(passphrase)
	w.Background(func() error { return nil }, func(error) { came++ })
	w.settle()
	if came != 1 {
		t.Error("nothing comes after it was unlocked")
	}
}

func TestWhatWasTypedIntoAFormIsThereAgain(t *testing.T) {
	w, _, _ := protectedWindow(t)
	w.Run("person.add")
	w.settle()
	w.writes("Chidi Okafor")
	w.Run("lock")
	w.settle()
	w.unlocks(passphrase)
	w.Run("person.add")
	w.settle()
	if got := w.everything() + entries(w.win.Canvas().Overlays().Top()); !strings.Contains(got, "Chidi Okafor") {
		t.Errorf("shown is\n%s", got)
	}
}

func TestAStartAsksForThePassphrase(t *testing.T) {
	for name, c := range map[string]struct {
		set  func(v *safe, path string)
		then func(t *testing.T, w *window)
	}{
		"typed":           {func(*safe, string) {}, func(t *testing.T, w *window) { w.showsNothing(); w.unlocks(passphrase) }},
		"by the keychain": {func(v *safe, path string) { v.keychain[path] = true }, func(*testing.T, *window) {}},
		"by the recovery key": {func(*safe, string) {}, func(_ *testing.T, w *window) {
			w.taps("locked.way")
			w.recovers()
		}},
		"without its key file": {func(v *safe, path string) { v.noKey[path] = true }, func(t *testing.T, w *window) {
			if got := w.everything(); !strings.Contains(got, "The key to this journal is missing") {
				t.Errorf("shown is\n%s", got)
			}
			w.recovers()
		}},
	} {
		t.Run(name, func(t *testing.T) {
			w, v, _ := protectedWindow(t)
			path := w.journal.Path()
			w.Run("lock")
			w.settle()
			c.set(v, path)
			w.cannotOpen(path, must(v.Open(path, false)))
			w.settle()
			c.then(t, w)
			w.settle()
			if w.journal == nil || w.Place().Screen != room.Today {
				t.Errorf("at %v", w.Place())
			}
		})
	}
}

// entries is all that stands in fields.
func entries(o fyne.CanvasObject) string {
	var b strings.Builder
	for _, o := range test.LaidOutObjects(o) {
		if e, ok := o.(*widgets.Entry); ok {
			b.WriteString(e.Text + "\n")
		}
	}
	return b.String()
}

// TestAMiddleClickPastesNothingOfWhatWasLocked into the field of the locked screen, and nothing private beside somebody.
func TestAMiddleClickPastesNothingOfWhatWasLocked(t *testing.T) {
	w, _, _ := protectedWindow(t)
	w.Lines = &shelfLines{now: w.Now}
	fyne.CurrentApp().Clipboard().SetContent("")
	paste := func(o fyne.CanvasObject) string {
		e := o.(*widgets.Entry)
		e.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonTertiary})
		return e.Text
	}
	selects := func() {
		w.visit(room.Place{Screen: room.Search})
		e := w.find("search.text").(*widgets.Entry)
		e.SetText("secret")
		e.DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(10, 10)})
		if e.SelectedText() == "" {
			t.Fatal("nothing is selected")
		}
	}
	selects()
	w.visit(room.Place{Screen: room.Prep, Person: w.who("Ana").ID})
	w.Run("meeting.start")
	w.settle()
	if got := paste(w.find("meeting.topic")); strings.Contains(got, "secret") {
		t.Errorf("in the meeting: %q", got)
	}
	w.Run("meeting.close")
	w.settle()
	w.key(fyne.KeyEscape)
	w.guard = 0
	selects()
	w.Run("lock")
	w.settle()
	if got := paste(w.find("locked.line")); strings.Contains(got, "secret") {
		t.Errorf("on the locked screen: %q", got)
	}
}
