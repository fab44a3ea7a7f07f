package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"handback/notes"
	"handback/notes/backups"
	"handback/notes/sample"
	"handback/storage"
	"handback/ui/room"
)

// tuesday is when the tests take place.
var tuesday = time.Date(2025, 12, 2, 9, 30, 0, 0, time.UTC)

// shelf opens journals in a folder of the test's own.
type shelf struct {
	folder string
	now    func() time.Time
}

func (s shelf) Open(path string, create bool) (Opened, error) {
	return storage.Open(path, storage.Options{Now: s.now, Create: create})
}
func (s shelf) Default() string { return filepath.Join(s.folder, "journal.handback") }
func (s shelf) Exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func (s shelf) Salvage(path string) (notes.Salvaged, error) { return storage.Salvage(path, s.now) }

func (s shelf) Mend(path string) (notes.Found, error) { return storage.Mend(path, s.now) }

func (shelf) Backups(path string) ([]backups.Backup, error)    { return storage.Backups(path) }
func (shelf) PutAside(path string) ([]backups.Backup, error)   { return storage.PutAside(path) }
func (shelf) CopiesMade(path string) ([]backups.Backup, error) { return storage.CopiesMade(path) }
func (shelf) BackupAt(path string) (backups.Backup, error)     { return storage.BackupAt(path) }
func (shelf) DeleteBackups(paths []string) ([]string, error)   { return storage.DeleteBackups(paths) }

func (s shelf) OpenBackup(path string, secret notes.Secret) (Opened, error) {
	return storage.OpenBackup(path, secret, s.now)
}

func (s shelf) Restore(ctx context.Context, path, backup string, secret notes.Secret) (string, error) {
	return storage.Restore(ctx, storage.Restoring{Journal: path, Backup: backup, Secret: secret, Now: s.now})
}

func (s shelf) Destroy(path string) ([]string, error) { return storage.Destroy(path) }

func (s shelf) Sample() (Opened, error) {
	j, err := s.Open(filepath.Join(s.folder, "sample.handback"), true)
	if err != nil {
		return nil, err
	}
	return j, sample.Team(notes.DateOf(s.now())).Fill(j)
}

// window is a shell that a test drives as a user would.
type window struct {
	*Shell
	t     *testing.T
	clock *manual

	opened map[string]bool // kinds of controls that were tapped to see what they open
}

// newWindow opens a window on a new journal with Ana and Ben in it.
func newWindow(t *testing.T) *window {
	t.Helper()
	w := emptyWindow(t, t.TempDir())
	if err := w.Start(filepath.Join(t.TempDir(), "own.handback"), false); err != nil {
		t.Fatal(err)
	}
	w.settle()
	w.apply(notes.Change{Rows: []notes.Row{
		notes.Person{Kind: notes.KindReport, Name: "Ana Ruiz", State: notes.StateHere, Pronoun: notes.She},
		notes.Person{Kind: notes.KindReport, Name: "Ben Kofi", State: notes.StateHere, Pronoun: notes.He},
	}})
	return w
}

func emptyWindow(t *testing.T, folder string) *window {
	t.Helper()
	app := test.NewTempApp(t)
	clock := &manual{now: tuesday}
	now := func() time.Time { return clock.now }
	s := New(Config{App: app, Journals: shelf{folder, now}, Now: now, Version: "test", Clock: clock})
	w := &window{Shell: s, t: t, clock: clock}
	t.Cleanup(func() { s.stop() })
	return w
}

func (w *window) settle() { w.clock.settle() }

func (w *window) pass(d time.Duration) { w.clock.pass(d) }

func (w *window) apply(c notes.Change) notes.Applied {
	w.t.Helper()
	applied, err := w.Apply(c, "")
	if err != nil {
		w.t.Fatal(err)
	}
	w.settle()
	return applied
}

// who finds a person by their first name.
func (w *window) who(first string) notes.Person {
	w.t.Helper()
	for _, p := range w.People() {
		if p.First() == first {
			return p
		}
	}
	w.t.Fatalf("nobody called %s", first)
	return notes.Person{}
}

func (w *window) visit(p room.Place) {
	w.Go(p)
	w.settle()
}

// press presses a shortcut wherever the keyboard is.
func (w *window) press(mod fyne.KeyModifier, name fyne.KeyName) {
	sc := &desktop.CustomShortcut{KeyName: name, Modifier: mod}
	if f, ok := w.win.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(sc)
	} else {
		w.shortcut(sc)
	}
	w.settle()
}

// writeNote makes a journal note about somebody, opens it, types body at its start and saves.
func (w *window) writeNote(who notes.Person, body string) notes.NoteID {
	w.t.Helper()
	made := w.apply(notes.Change{Rows: []notes.Row{notes.NewNote{Person: who.ID, Kind: notes.JournalNote, Date: w.Today(), Body: body}}})
	id := made.Made[0]
	w.visit(room.Place{Screen: room.Notes, Person: who.ID, Note: id})
	return id
}

// stored is the text of a note as it stands in the journal.
func (w *window) stored(id notes.NoteID) string {
	w.t.Helper()
	n, err := w.journal.Note(id)
	if err != nil {
		w.t.Fatal(err)
	}
	return n.Body
}

func TestTheFirstRunBeginsWhereThereIsNoJournal(t *testing.T) {
	w := emptyWindow(t, t.TempDir())
	if err := w.Start("", false); err != nil {
		t.Fatal(err)
	}
	if w.Place().Screen != room.FirstRun {
		t.Fatalf("the window is at %v", w.Place())
	}
	if err := (begin{w.Shell}).Start("Maria", []notes.Person{{Kind: notes.KindReport, Name: "Ana Ruiz", State: notes.StateNew}}); err != nil {
		t.Fatal(err)
	}
	w.settle()
	if w.Place().Screen != room.Today || w.Me().Name != "Maria" || w.who("Ana").Kind != notes.KindReport {
		t.Errorf("at %v, I am %q", w.Place(), w.Me().Name)
	}
}

func TestTheSampleTeamIsAJournalOfItsOwn(t *testing.T) {
	folder := t.TempDir()
	w := emptyWindow(t, folder)
	if err := w.Start("", true); err != nil {
		t.Fatal(err)
	}
	w.settle()
	if !w.sample || len(w.People()) < 7 {
		t.Errorf("%d people", len(w.People()))
	}
	if w.Journals.Exists(w.Journals.Default()) {
		t.Error("looking round made a journal of the user's own")
	}
	w.leaveSample()
	if w.Place().Screen != room.FirstRun {
		t.Errorf("out of the sample the window is at %v", w.Place())
	}
}

func TestBackAndForward(t *testing.T) {
	w := newWindow(t)
	ana, ben := w.who("Ana").ID, w.who("Ben").ID
	w.visit(room.Place{Screen: room.Prep, Person: ana})
	w.visit(room.Place{Screen: room.Growth, Person: ben})
	w.press(alt, fyne.KeyLeft)
	if p := w.Place(); p.Person != ana {
		t.Errorf("back leads to %v", p)
	}
	w.press(alt, fyne.KeyRight)
	if p := w.Place(); p.Person != ben || p.Screen != room.Growth {
		t.Errorf("forward leads to %v", p)
	}
	w.press(alt, fyne.KeyUp)
	if p := w.Place(); p.Person != ana || p.Screen != room.Growth {
		t.Errorf("the person above is %v", p)
	}
}

func TestTheLastScreenAndSizeAreKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "own.handback")
	w := emptyWindow(t, t.TempDir())
	if err := w.Start(path, false); err != nil {
		t.Fatal(err)
	}
	w.apply(notes.Change{Rows: []notes.Row{notes.Person{Kind: notes.KindReport, Name: "Ana Ruiz", State: notes.StateHere}}})
	ana := w.who("Ana").ID
	w.visit(room.Place{Screen: room.Praise, Person: ana})
	w.win.Resize(fyne.NewSize(1120, 700))
	w.quit()

	again := emptyWindow(t, t.TempDir())
	if err := again.Start(path, false); err != nil {
		t.Fatal(err)
	}
	if p := again.Place(); p.Screen != room.Praise || p.Person != ana {
		t.Errorf("starts at %v", p)
	}
	if size := again.win.Canvas().Size(); size.Width != 1120 || size.Height != 700 {
		t.Errorf("starts with %v", size)
	}
}

func TestUndoIsOfferedForTenSecondsAndWorksAfterThem(t *testing.T) {
	w := newWindow(t)
	id := w.writeNote(w.who("Ana"), "todo: a\ntodo: b\n")
	w.visit(room.Place{Screen: room.Today})
	tick := func() {
		t.Helper()
		edit := notes.LineEdit{Note: id, Line: 1, Old: "todo: a", New: "todo: a (done 2025-12-02)"}
		if _, err := w.Apply(notes.Change{Edits: []notes.LineEdit{edit}}, "Done"); err != nil {
			t.Fatal(err)
		}
		w.settle()
	}
	tick()
	w.Run("undo")
	w.settle()
	if got := w.stored(id); got != "todo: a\ntodo: b\n" {
		t.Errorf("taken back: %q", got)
	}
	tick()
	w.pass(11 * time.Second)
	if w.frame.said != "" {
		t.Errorf("after ten seconds it still says %q", w.frame.said)
	}
	w.Run("undo")
	if got := w.stored(id); got != "todo: a\ntodo: b\n" {
		t.Errorf("taken back later: %q", got)
	}
}

func TestWhatCannotBeOpenedIsSaidAndLeftAlone(t *testing.T) {
	for name, letter := range map[string]string{
		"a letter":                             "Dear Ana, this is a letter and no journal.",
		"an empty file":                        "",
		"zeros, as of a file that is online":   strings.Repeat("\x00", 1<<15),
		"the beginning of a journal, no more":  "SQLite format 3\x00",
		"a journal in name, copied while open": "SQLite format 3\x00" + strings.Repeat("\x01", 1<<14),
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "letter.handback")
			if err := os.WriteFile(path, []byte(letter), 0o600); err != nil {
				t.Fatal(err)
			}
			w := emptyWindow(t, t.TempDir())
			if err := w.Start(path, false); err != nil {
				t.Fatal(err)
			}
			if w.Place().Screen != room.Problem || !strings.Contains(w.wrong, path) {
				t.Errorf("at %v, said %q", w.Place(), w.wrong)
			}
			if now, err := os.ReadFile(path); err != nil || string(now) != letter {
				t.Errorf("the file is now %q, %v", now, err)
			}
		})
	}
}

func TestASecondWindowOnTheSameJournalIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "own.handback")
	first := emptyWindow(t, t.TempDir())
	if err := first.Start(path, false); err != nil {
		t.Fatal(err)
	}
	second := emptyWindow(t, t.TempDir())
	if err := second.Start(path, false); err != nil {
		t.Fatal(err)
	}
	if second.Place().Screen != room.Problem {
		t.Fatalf("the second window is at %v", second.Place())
	}
	first.quit()
	second.room.(interface{ Focus() fyne.Focusable }).Focus().(fyne.Tappable).Tapped(nil)
	if second.Place().Screen != room.Today {
		t.Errorf("tried again it is at %v", second.Place())
	}
}
