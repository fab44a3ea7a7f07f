package ui

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"handback/notes"
	"handback/ui/look"
	"handback/ui/room"
	"handback/ui/widgets"
)

// lockedForLines is a window that locked its journal, and the lines beside it.
func lockedForLines(t *testing.T) (*window, *shelfLines, string) {
	t.Helper()
	w, _, _ := protectedWindow(t)
	l := &shelfLines{now: w.Now}
	w.Lines = l
	path := w.journal.Path()
	w.Run("lock")
	w.settle()
	return w, l, path
}

// waits holds which lines wait on the disk.
func (l *shelfLines) waits(t *testing.T, path string, want ...string) {
	t.Helper()
	if got := l.waiting(path); !slices.Equal(got, want) {
		t.Errorf("%q wait, not %q", got, want)
	}
}

// typesSlowly types into the field with the keyboard, with a tenth of a second behind each letter: a hand that never rests.
func (w *window) typesSlowly(text string) {
	for _, r := range text {
		w.win.Canvas().Focused().TypedRune(r)
		w.pass(100 * time.Millisecond)
	}
}

func TestALineIsCapturedWhileLocked(t *testing.T) {
	w, l, path := lockedForLines(t)
	w.fill("locked.line", "Ana: ask about the rota")
	w.taps("locked.capture")
	l.waits(t, path, "Ana: ask about the rota")
	if got := w.everything(); strings.Contains(got, "Ana") || !strings.Contains(got, "1 line saved") {
		t.Errorf("shown is\n%s", got)
	}
	w.fill("locked.line", "Ana: half a thought")
	w.unlocks(passphrase)
	if got := w.bodies("Ana"); strings.Count(got, "ask about the rota") != 1 || strings.Count(got, "half a thought") != 1 {
		t.Errorf("filed is %q", got)
	}
	l.waits(t, path)
}

// TestALineThatIsBegunOutlivesAKill looks at the disk while one types on the locked screen: nothing else is left of a program that is
// killed.
func TestALineThatIsBegunOutlivesAKill(t *testing.T) {
	w, l, path := lockedForLines(t)
	w.win.Canvas().Focus(w.focusable("locked.line"))
	w.typesSlowly("Ana: ask about the rota")
	if got := l.waiting(path); len(got) != 1 || len(got[0]) < len("Ana: ask about the rota")-10 {
		t.Errorf("of a hand that doesn't rest is kept %q", got)
	}
	w.pass(time.Second)
	l.waits(t, path, "Ana: ask about the rota")
	w.typesSlowly(" today")
	w.pass(time.Second)
	l.waits(t, path, "Ana: ask about the rota today")

	next, v, _ := safeWindow(t) // the program was killed there
	v.protected[path] = passphrase
	next.Lines = &shelfLines{now: next.Now}
	if err := next.Start(path, false); err != nil {
		t.Fatal(err)
	}
	next.settle()
	if got := next.everything(); strings.Contains(got, "rota") || !strings.Contains(got, "1 line saved. It will be filed when you unlock") {
		t.Errorf("shown is\n%s", got)
	}
	next.unlocks(passphrase)
	if got := next.bodies("Ana"); strings.Count(got, "ask about") != 1 || !strings.Contains(got, "ask about the rota today") {
		t.Errorf("filed is %q", got)
	}
	l.waits(t, path)
}

func TestALineThatIsTakenBackIsNotFiled(t *testing.T) {
	for name, take := range map[string]func(w *window){
		"emptied": func(w *window) { w.fill("locked.line", "  ") },
		"by Esc":  func(w *window) { w.focusable("locked.line").TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) },
		"undone":  func(w *window) { w.focusable("locked.line").(interface{ Undo() }).Undo() },
	} {
		t.Run(name, func(t *testing.T) {
			w, l, path := lockedForLines(t)
			w.win.Canvas().Focus(w.focusable("locked.line"))
			for _, r := range "never" {
				w.win.Canvas().Focused().TypedRune(r)
			}
			w.pass(time.Second)
			l.waits(t, path, "never")
			take(w)
			w.pass(time.Second)
			l.waits(t, path)
		})
	}
}

// TestALineThatIsBegunStays through a passphrase that is another's, another way to unlock, and another theme, as one line.
func TestALineThatIsBegunStays(t *testing.T) {
	w, l, path := lockedForLines(t)
	t.Cleanup(func() { look.Use(look.ModeOf(""), theme.VariantLight, 1) })
	w.fill("locked.line", "Ana: half")
	w.unlocks("something else")
	stands := func(want string) {
		t.Helper()
		if got := w.find("locked.line").(*widgets.Entry).Text; got != want {
			t.Errorf("in the field stands %q", got)
		}
	}
	stands("Ana: half")
	w.taps("locked.way")
	stands("Ana: half")
	w.fill("locked.line", "Ana: half a")
	w.again()
	w.settle()
	stands("Ana: half a")
	w.fill("locked.line", "Ana: half a thought")
	w.pass(time.Second)
	l.waits(t, path, "Ana: half a thought")
	w.taps("locked.capture")
	w.fill("locked.line", "Ana: another")
	w.stop()
	if got := l.waiting(path); len(got) != 2 || !slices.Contains(got, "Ana: half a thought") || !slices.Contains(got, "Ana: another") {
		t.Errorf("%q wait", got)
	}
}

// TestALineThatCantBeKeptSaysSo and is tried again.
func TestALineThatCantBeKeptSaysSo(t *testing.T) {
	w, l, path := lockedForLines(t)
	l.wrong = notes.Invalid{Why: "There's no space left."}
	w.fill("locked.line", "Ana: half a thought")
	w.pass(time.Second)
	if got := w.everything(); !strings.Contains(got, "no space left") {
		t.Errorf("shown is\n%s", got)
	}
	l.wrong = nil
	w.pass(2 * time.Second)
	l.waits(t, path, "Ana: half a thought")
	if got := w.everything(); strings.Contains(got, "no space left") {
		t.Errorf("shown is\n%s", got)
	}
	l.wrong = errors.New("no")
	w.fill("locked.line", "Ana: half a thought more")
	w.taps("locked.capture")
	if got := w.find("locked.line").(*widgets.Entry).Text; got != "Ana: half a thought more" {
		t.Errorf("in the field stands %q", got)
	}
}

// TestALineInTheSmallWindowOutlivesAKill while a hand doesn't rest there.
func TestALineInTheSmallWindowOutlivesAKill(t *testing.T) {
	w, l, path := lockedForLines(t)
	w.writeLine()
	w.settle()
	for _, r := range "Ana: ask about the rota" {
		w.line.page.Focus().TypedRune(r)
		w.pass(100 * time.Millisecond)
	}
	if got := l.waiting(path); len(got) != 1 || len(got[0]) < len("Ana: ask about the rota")-10 {
		t.Errorf("kept is %q", got)
	}
	if w.Place().Screen != room.Locked {
		t.Error(w.Place())
	}
}

// TestALineThatWasPutAwayIsNotShownWhileLocked to whoever opens the small window next.
func TestALineThatWasPutAwayIsNotShownWhileLocked(t *testing.T) {
	w, l, path := lockedForLines(t)
	w.writeLine()
	w.settle()
	w.typesLine("Ana: ask about the rota")
	w.lineKey(fyne.KeyEscape)
	w.writeLine()
	w.settle()
	if got := w.line.page.Text(); got != "" {
		t.Errorf("it shows %q", got)
	}
	l.waits(t, path, "Ana: ask about the rota")
}
