package ui

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/storage"
	"handback/ui/oneline"
	"handback/ui/room"
)

// shelfLines keeps lines as storage does; wrong fails.
type shelfLines struct {
	now   func() time.Time
	wrong error
	kept  []string
}

func (l *shelfLines) Keep(path, before, line string) (string, error) {
	if l.wrong != nil {
		return before, l.wrong
	}
	l.kept = append(l.kept, line)
	return storage.KeepLine(path, before, line, l.now())
}

// Waiting counts as storage does, of a journal that is protected here in name alone.
func (l *shelfLines) Waiting(path string) int { return len(l.waiting(path)) }

// waiting are the lines that wait, as they stand on the disk.
func (l *shelfLines) waiting(path string) (lines []string) {
	files, _ := filepath.Glob(filepath.Join(path+".lines", "*.txt"))
	for _, file := range files {
		data, _ := os.ReadFile(file)
		lines = append(lines, strings.TrimSpace(string(data)))
	}
	return lines
}

// lineWindowOf is a window on a journal with Ana and Ben that may be called, and its lines.
func lineWindowOf(t *testing.T) (*window, *shelfLines) {
	t.Helper()
	w := newWindow(t)
	l := &shelfLines{now: w.Now}
	w.Lines = l
	return w, l
}

func (w *window) opensLine() {
	w.t.Helper()
	w.writeLine()
	w.settle()
	if !w.line.shown {
		w.t.Fatal("there is no small window")
	}
}

// typesLine types into the small window as the keyboard does.
func (w *window) typesLine(text string) {
	for _, r := range text {
		w.line.page.Focus().TypedRune(r)
	}
	w.settle()
}

func (w *window) lineKey(name fyne.KeyName) {
	w.line.page.Focus().TypedKey(&fyne.KeyEvent{Name: name})
	w.settle()
}

// bodies are the texts of all notes of a person.
func (w *window) bodies(first string) string {
	w.t.Helper()
	id := w.Me().ID
	if first != "" {
		id = w.who(first).ID
	}
	heads, err := w.journal.NotesOf(id, 0)
	if err != nil {
		w.t.Fatal(err)
	}
	var all []string
	for _, h := range heads {
		n, err := w.journal.Note(h.ID)
		if err != nil {
			w.t.Fatal(err)
		}
		all = append(all, n.Body)
	}
	return strings.Join(all, "\n")
}

func TestALineGoesToWhomItNames(t *testing.T) {
	w, _ := lineWindowOf(t)
	w.opensLine()
	if hint := w.line.page.Hint(); !strings.Contains(hint, "Start with a name") {
		t.Error(hint)
	}
	w.typesLine("Ana: praise: calm in a call")
	if hint := w.line.page.Hint(); !strings.Contains(hint, "the notes about Ana") {
		t.Error(hint)
	}
	w.lineKey(fyne.KeyReturn)
	if w.line.shown || !strings.Contains(w.bodies("Ana"), "praise: calm in a call") {
		t.Errorf("shown %v: %q", w.line.shown, w.bodies("Ana"))
	}
	w.undoLast()
	w.settle()
	if strings.Contains(w.bodies("Ana"), "calm") {
		t.Error("it can't be undone")
	}
	w.opensLine()
	w.typesLine("call legal")
	w.lineKey(fyne.KeyReturn)
	if !strings.Contains(w.bodies(""), "call legal") {
		t.Errorf("%q", w.bodies(""))
	}
}

func TestNamesAndLabelsAreCompleted(t *testing.T) {
	w, _ := lineWindowOf(t)
	w.opensLine()
	w.typesLine("An")
	w.lineKey(fyne.KeyTab)
	w.typesLine("prai")
	w.lineKey(fyne.KeyDown)
	w.lineKey(fyne.KeyReturn) // takes what was chosen
	if got := w.line.page.Text(); got != "Ana: praise: " {
		t.Fatalf("%q", got)
	}
	w.typesLine("calm")
	w.lineKey(fyne.KeyReturn)
	if !strings.Contains(w.bodies("Ana"), "praise: calm") {
		t.Errorf("%q", w.bodies("Ana"))
	}
}

// TestALineIsOutOfViewWhereSomebodyLooksOn begins one and turns the page round, or starts a one-on-one.
func TestALineIsOutOfViewWhereSomebodyLooksOn(t *testing.T) {
	for name, turn := range map[string]func(w *window){
		"a meeting":  func(w *window) { w.Run("meeting.start") },
		"their page": func(w *window) { w.visit(room.Place{Screen: room.TheirPage, Person: w.who("Ana").ID, Part: "turned"}) },
	} {
		t.Run(name, func(t *testing.T) {
			w, l := lineWindowOf(t)
			w.visit(room.Place{Screen: room.Prep, Person: w.who("Ana").ID})
			w.opensLine()
			w.typesLine("Ben: feedback: late again")
			turn(w)
			w.pass(time.Second)
			if !w.looksOn() || w.line.shown {
				t.Fatalf("somebody looks on: %v, it is in view: %v", w.looksOn(), w.line.shown)
			}
			w.opensLine()
			if got := w.line.page.Text(); got != "" {
				t.Errorf("it shows %q", got)
			}
			if got := l.waiting(w.journal.Path()); !slices.Contains(got, "Ben: feedback: late again") {
				t.Errorf("%q wait", got)
			}
		})
	}
}

// TestNothingTypedIsLost ends a line in every way but by filing it.
func TestNothingTypedIsLost(t *testing.T) {
	const typed = "Ana: ask about the rollout"
	reopen := func(t *testing.T, w *window) string {
		t.Helper()
		path := w.journal.Path()
		w.stop()
		again := emptyWindow(t, t.TempDir())
		if err := again.Start(path, false); err != nil {
			t.Fatal(err)
		}
		again.settle()
		return again.bodies("Ana")
	}
	t.Run("Escape, and open again", func(t *testing.T) {
		w, _ := lineWindowOf(t)
		w.opensLine()
		w.typesLine(typed)
		w.lineKey(fyne.KeyEscape)
		if w.line.shown {
			t.Fatal("it is still there")
		}
		w.opensLine()
		if got := w.line.page.Text(); got != typed {
			t.Fatalf("%q", got)
		}
		w.lineKey(fyne.KeyReturn)
		if got := reopen(t, w); strings.Count(got, "ask about") != 1 {
			t.Errorf("%q", got)
		}
	})
	t.Run("Escape, and quit", func(t *testing.T) {
		w, _ := lineWindowOf(t)
		w.opensLine()
		w.typesLine(typed)
		w.lineKey(fyne.KeyEscape)
		if got := reopen(t, w); strings.Count(got, "ask about") != 1 {
			t.Errorf("%q", got)
		}
	})
	t.Run("the window's own button", func(t *testing.T) {
		w, _ := lineWindowOf(t)
		w.opensLine()
		w.typesLine(typed)
		w.line.page.Closing()
		if got := reopen(t, w); strings.Count(got, "ask about") != 1 {
			t.Errorf("%q", got)
		}
	})
	t.Run("a kill after a pause", func(t *testing.T) {
		w, l := lineWindowOf(t)
		w.opensLine()
		w.typesLine(typed)
		w.pass(time.Second)
		if len(l.kept) == 0 || l.kept[len(l.kept)-1] != typed {
			t.Errorf("on the disk is %q", l.kept)
		}
	})
	t.Run("a full disk", func(t *testing.T) {
		w, l := lineWindowOf(t)
		w.opensLine()
		w.typesLine(typed)
		l.wrong = errors.New("no space left")
		w.lineKey(fyne.KeyEscape)
		if !w.line.shown || w.line.page.Text() != typed {
			t.Fatal("the window went, and nothing was kept")
		}
		l.wrong = nil
		w.lineKey(fyne.KeyReturn)
		if !strings.Contains(w.bodies("Ana"), "ask about") {
			t.Error("lost")
		}
	})
	t.Run("the journal refuses it", func(t *testing.T) {
		w, _ := lineWindowOf(t)
		full := w.filling()
		w.opensLine()
		w.typesLine(typed)
		full.full = true
		w.lineKey(fyne.KeyReturn)
		if !w.line.shown || w.line.page.Text() != typed {
			t.Fatal("it is gone")
		}
		full.full = false
		w.lineKey(fyne.KeyReturn)
		if strings.Count(w.bodies("Ana"), "ask about") != 1 {
			t.Errorf("%q", w.bodies("Ana"))
		}
	})
}

// TestWhoLooksOnSeesNoName opens the small window in a meeting with Ana.
func TestWhoLooksOnSeesNoName(t *testing.T) {
	w, _ := lineWindowOf(t)
	w.opensLine()
	w.typesLine("Ben: something about Ben")
	w.lineKey(fyne.KeyEscape)
	w.visit(room.Place{Screen: room.Prep, Person: w.who("Ana").ID})
	w.startMeeting()
	w.settle()
	w.opensLine()
	if got := w.line.page.Text(); got != "" {
		t.Errorf("Ana reads %q", got)
	}
	w.typesLine("Be")
	if in, ok := w.lineContext(); ok {
		t.Errorf("it is completed from %v", in)
	}
	w.typesLine("n: later")
	if hint := w.line.page.Hint(); strings.Contains(hint, "Ben") {
		t.Error(hint)
	}
	w.lineKey(fyne.KeyReturn)
	if strings.Contains(w.frame.said, "Ben") || !strings.Contains(w.bodies("Ben"), "later") {
		t.Errorf("%q, %q", w.frame.said, w.bodies("Ben"))
	}
}

// TestALockHidesTheLine locks a journal over a line that is being typed; one that is typed while it is locked is sealed.
func TestALockHidesTheLine(t *testing.T) {
	w, v, _ := protectedWindow(t)
	l := &shelfLines{now: w.Now}
	w.Lines = l
	w.opensLine()
	w.typesLine("Ana: half a li")
	w.press(ctrl|shift, fyne.KeyL)
	if w.journal != nil || w.line.shown || w.line.page != nil {
		t.Fatalf("open %v, shown %v", w.journal != nil, w.line.shown)
	}
	if l.kept[len(l.kept)-1] != "Ana: half a li" {
		t.Errorf("%q", l.kept)
	}
	w.opensLine()
	if hint := w.line.page.Hint(); !strings.Contains(hint, "locked") || w.line.page.Text() != "" {
		t.Errorf("%q, %q", hint, w.line.page.Text())
	}
	if _, ok := w.lineContext(); ok {
		t.Error("it is completed")
	}
	w.typesLine("Ben: while locked")
	w.lineKey(fyne.KeyReturn)
	if w.line.shown || l.kept[len(l.kept)-1] != "Ben: while locked" {
		t.Errorf("shown %v, %q", w.line.shown, l.kept)
	}
	_ = v
}

// TestTheSampleTakesNoLine writes a line while the sample team is open: it is the manager's own.
func TestTheSampleTakesNoLine(t *testing.T) {
	w := emptyWindow(t, t.TempDir())
	own, err := w.Journals.Open(w.Journals.Default(), true)
	if err = errors.Join(err, own.Close()); err != nil {
		t.Fatal(err)
	}
	w.Lines = &shelfLines{now: w.Now}
	if err := w.Start("", true); err != nil {
		t.Fatal(err)
	}
	w.settle()
	w.opensLine()
	w.typesLine("call legal")
	w.lineKey(fyne.KeyReturn)
	if strings.Contains(w.bodies(""), "call legal") {
		t.Error("it is gone tomorrow")
	}
	if err := w.open(w.Journals.Default(), false); err != nil {
		t.Fatal(err)
	}
	w.settle()
	if !strings.Contains(w.bodies(""), "call legal") {
		t.Errorf("%q", w.bodies(""))
	}
}

// alone is a small window without the app.
func alone(t *testing.T, path string, locked bool) (*LineAlone, *manual) {
	t.Helper()
	w := emptyWindow(t, t.TempDir()) // for its app
	clock := &manual{now: tuesday}
	a := &LineAlone{
		App: w.App, Now: clock.time, Path: path, Lines: &shelfLines{now: clock.time}, Locked: locked, Clock: clock,
		Read: func() ([]notes.Person, string, error) {
			j, err := storage.Open(path, storage.Options{Now: clock.time})
			if err != nil {
				return nil, "", err
			}
			people, err := j.People()
			return people, "", errors.Join(err, j.Close())
		},
		File: func() error {
			j, err := storage.Open(path, storage.Options{Now: clock.time})
			if err != nil {
				return err
			}
			return j.Close()
		},
	}
	a.Show()
	a.painted()
	clock.settle()
	return a, clock
}

func typeInto(p *oneline.Page, text string) {
	for _, r := range text {
		p.Focus().TypedRune(r)
	}
}

func TestALineIsFiledWithoutTheApp(t *testing.T) {
	w := newWindow(t)
	path := w.journal.Path()
	w.stop()
	a, clock := alone(t, path, false)
	typeInto(a.page, "An")
	a.page.Focus().TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	typeInto(a.page, "topic: the rota")
	a.page.Focus().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	clock.settle()
	if !a.ends {
		t.Fatal("it doesn't end")
	}
	again := emptyWindow(t, t.TempDir())
	if err := again.Start(path, false); err != nil {
		t.Fatal(err)
	}
	if got := again.bodies("Ana"); strings.Count(got, "topic: the rota") != 1 {
		t.Errorf("%q", got)
	}
}

// TestALineWaitsForAJournalInUse files one while the app, started meanwhile, has the journal and is not asked.
func TestALineWaitsForAJournalInUse(t *testing.T) {
	w := newWindow(t)
	path := w.journal.Path()
	w.Lines = &shelfLines{now: w.Now}
	a, clock := alone(t, path, false)
	typeInto(a.page, "Ana: topic: the rota")
	page := a.page
	page.Focus().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	clock.settle()
	if a.ends || !strings.Contains(page.Hint(), "is saved") {
		t.Errorf("ends %v, says %q", a.ends, page.Hint())
	}
	w.called(Call{Waiting: true})
	w.settle()
	if got := w.bodies("Ana"); strings.Count(got, "topic: the rota") != 1 {
		t.Errorf("%q", got)
	}
}

// TestALineBeforeThereIsAJournal holds that who asks for the small window before the first run is told why the big one came.
func TestALineBeforeThereIsAJournal(t *testing.T) {
	w := emptyWindow(t, t.TempDir())
	w.Lines, w.Line = &shelfLines{now: w.Now}, true
	if err := w.Start("", false); err != nil {
		t.Fatal(err)
	}
	w.settle()
	if w.line.shown || w.Place().Screen != room.FirstRun || !strings.Contains(w.everything(), "Start your journal first.") {
		t.Errorf("the small window: %v; at %v: %s", w.line.shown, w.Place(), w.everything())
	}
}
