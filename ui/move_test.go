package ui

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"handback/notes"
	"handback/storage"
	"handback/ui/room"
	"handback/ui/widgets"
)

// movingShelf is a shelf whose journals may be moved, and that remembers how they were left.
type movingShelf struct {
	shelf
	places storage.Places
	fail   error // of the next move
}

func (s *movingShelf) Open(path string, create bool) (Opened, error) {
	path, err := s.places.Now(path)
	if err != nil {
		return nil, err
	}
	return s.shelf.Open(path, create)
}

func (s *movingShelf) Default() string {
	path, _ := s.places.Now(s.shelf.Default())
	return path
}

func (s *movingShelf) Missing() error {
	_, err := s.places.Now(s.shelf.Default())
	return err
}

func (s *movingShelf) Move(path, folder string, progress func(done, of int64) error) (string, error) {
	if s.fail != nil {
		return "", s.fail
	}
	return s.places.Move(path, folder, progress)
}

func (s *movingShelf) LeftBehind(from string) ([]string, error) { return storage.LeftBehind(from) }

func (s *movingShelf) Seen(o Opened, in notes.Locale) string {
	return s.places.Seen(o.(storage.Written), in)
}

func (s *movingShelf) Leaves(o Opened) error { return s.places.Leaves(o.(storage.Written)) }

// movable is a window on the user's own journal, with Ana in it, and where journals are.
func movable(t *testing.T) (*window, *movingShelf) {
	t.Helper()
	w := emptyWindow(t, t.TempDir())
	s := &movingShelf{shelf: w.Journals.(shelf), places: storage.PlacesIn(t.TempDir())}
	w.Journals = s
	if err := w.Start(filepath.Join(s.folder, "journal.handback"), false); err != nil {
		t.Fatal(err)
	}
	w.settle()
	w.apply(notes.Change{Rows: []notes.Row{notes.Person{Kind: notes.KindReport, Name: "Ana Ruiz", State: notes.StateHere}}})
	return w, s
}

func TestTheJournalIsMovedAndOpenThere(t *testing.T) {
	w, s := movable(t)
	w.visit(room.Place{Screen: room.Settings})
	from, folder := w.journal.Path(), filepath.Join(t.TempDir(), "new")
	if err := w.MoveJournal(folder); err != nil {
		t.Fatal(err)
	}
	if w.Place().Screen != room.Moving {
		t.Errorf("meanwhile it shows %q", w.Place().Screen)
	}
	w.settle()
	w.pass(time.Second)
	at := filepath.Join(folder, "journal.handback")
	if w.journal == nil || w.journal.Path() != at || w.Place().Screen != room.Settings || !strings.Contains(w.frame.said, at) {
		t.Fatalf("it is at %v, on %q, and says %q", w.journal, w.Place().Screen, w.frame.said)
	}
	if w.who("Ana").ID == 0 || s.Exists(from) || s.Exists(from+".lock") {
		t.Error("the old one is still there")
	}
	w.apply(notes.Change{Rows: []notes.Row{notes.Person{Kind: notes.KindReport, Name: "Ben Kofi", State: notes.StateHere}}})
	w.quit()

	again := emptyWindow(t, s.folder)
	again.Journals = s
	if err := again.Start("", false); err != nil {
		t.Fatal(err)
	}
	if again.journal == nil || again.journal.Path() != at || len(again.People()) != 3 {
		t.Errorf("the next start opens %v", again.journal)
	}
}

func TestCopiesThatStayAreNamed(t *testing.T) {
	w, s := movable(t)
	left, err := w.journal.SaveCopy(filepath.Join(s.folder, "journal (Ana's conflicted copy 2026-11-26).handback"))
	if err != nil {
		t.Fatal(err)
	}
	if err := w.MoveJournal(t.TempDir()); err != nil {
		t.Fatal(err)
	}
	w.settle()
	if said := w.everything(); !strings.Contains(said, left) || !strings.Contains(said, "stays in the old folder") {
		t.Errorf("it says %q", said)
	}
}

func TestAMoveThatFailsLeavesTheJournalOpenWhereItWas(t *testing.T) {
	for name, fail := range map[string]struct {
		err  error
		says string
	}{
		"no room":   {notes.ErrFull, "disk is full"},
		"cancelled": {errStopped, "Your journal is where it was"},
	} {
		t.Run(name, func(t *testing.T) {
			w, s := movable(t)
			from := w.journal.Path()
			s.fail = fail.err
			if err := w.MoveJournal(t.TempDir()); err != nil {
				t.Fatal(err)
			}
			w.settle()
			if w.journal == nil || w.journal.Path() != from || !strings.Contains(w.frame.said, fail.says) {
				t.Errorf("it says %q", w.frame.said)
			}
		})
	}
}

// TestAStartWithoutTheDiskBeginsNoNewJournal has the disk that the journal was moved to be away.
func TestAStartWithoutTheDiskBeginsNoNewJournal(t *testing.T) {
	w, s := movable(t)
	folder := filepath.Join(t.TempDir(), "stick")
	if err := w.MoveJournal(folder); err != nil {
		t.Fatal(err)
	}
	w.settle()
	w.quit()
	if err := os.Rename(folder, folder+"-away"); err != nil {
		t.Fatal(err)
	}
	again := emptyWindow(t, s.folder)
	again.Journals = s
	if err := again.Start("", false); err != nil {
		t.Fatal(err)
	}
	if again.Place().Screen != room.Problem || !strings.Contains(again.wrong, "connect") {
		t.Errorf("it shows %q and says %q", again.Place().Screen, again.wrong)
	}
	again.tapKey("problem.again")
	again.settle()
	if s.Exists(filepath.Join(folder, "journal.handback")) || again.journal != nil {
		t.Error("trying again begins a new journal where the old one is awaited")
	}
	if err := os.Rename(folder+"-away", folder); err != nil {
		t.Fatal(err)
	}
	again.tapKey("problem.again")
	again.settle()
	if again.journal == nil || len(again.People()) != 2 {
		t.Errorf("with the disk it shows %q", again.Place().Screen)
	}
}

func TestAnOlderJournalInItsPlaceIsTold(t *testing.T) {
	w, s := movable(t)
	older, err := w.journal.SaveCopy(filepath.Join(t.TempDir(), "older.handback"))
	if err != nil {
		t.Fatal(err)
	}
	path := w.journal.Path()
	w.pass(48 * time.Hour)
	w.visit(room.Place{Screen: room.Team})
	w.apply(notes.Change{Rows: []notes.Row{notes.Person{Kind: notes.KindReport, Name: "Ben Kofi", State: notes.StateHere}}})
	w.quit()
	if err := os.Rename(older, path); err != nil {
		t.Fatal(err)
	}
	again := emptyWindow(t, s.folder)
	again.clock.now = w.clock.now
	again.Journals = s
	if err := again.Start("", false); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(again.frame.said, "older copy") {
		t.Errorf("it says %q", again.frame.said)
	}
}

// TestABackupThatIsLookedIntoOrRestoredIsNoOlderCopy holds that what the manager does isn't told as what a sync program did: neither
// then nor at the next start, also after a kill; and that a look isn't taken for how the journal was left.
func TestABackupThatIsLookedIntoOrRestoredIsNoOlderCopy(t *testing.T) {
	w, s := movable(t)
	w.Run("backup.now")
	w.settle()
	path := w.journal.Path()
	w.pass(48 * time.Hour)
	w.apply(notes.Change{Rows: []notes.Row{notes.Person{Kind: notes.KindReport, Name: "Ben Kofi", State: notes.StateHere}}})
	older := func() bool { return strings.Contains(w.frame.said, "older copy") }
	oldest := func() string {
		w.visit(room.Place{Screen: room.Backups})
		w.settle()
		key := ""
		for _, o := range test.LaidOutObjects(w.win.Canvas().Content()) {
			if k, ok := o.(interface{ FocusKey() string }); ok && strings.HasPrefix(k.FocusKey(), "backups.own.") {
				key = k.FocusKey()
			}
		}
		return key[:strings.LastIndex(key, ".")]
	}
	w.tapKey(oldest() + ".look")
	w.settle()
	if !w.isBackup() || older() {
		t.Fatalf("a look says %q", w.frame.said)
	}
	w.tapKey("backup.leave")
	w.settle()
	if w.isBackup() || older() {
		t.Fatalf("after the look it says %q", w.frame.said)
	}
	_, left, err := w.journal.(storage.Written).WrittenLast()
	if err != nil {
		t.Fatal(err)
	}
	w.tapKey(oldest() + ".restore")
	w.tapOverlay(widgets.DialogConfirm)
	w.settle()
	_, now, err := w.journal.(storage.Written).WrittenLast()
	if err != nil || !now.Before(left) || len(w.People()) != 2 {
		t.Fatalf("restored is what was written %v, not before %v: %v", now, left, err)
	}
	if older() || s.Seen(w.journal, w.Locale()) != "" {
		t.Errorf("it says %q, and at the next start %q", w.frame.said, s.Seen(w.journal, w.Locale()))
	}
	if w.journal.Path() != path || w.wanted != "" {
		t.Errorf("open is %q", w.journal.Path())
	}
}

func TestTheSampleTeamIsNotMoved(t *testing.T) {
	w, s := movable(t)
	if err := w.openSample(); err != nil {
		t.Fatal(err)
	}
	if w.CanMove() {
		t.Error("it can")
	}
	if err := w.MoveJournal(t.TempDir()); !errors.As(err, &notes.Invalid{}) {
		t.Errorf("%v", err)
	}
	_ = s
}

func TestCopiesOfASyncProgramAreToldAtTheStart(t *testing.T) {
	w, s := movable(t)
	if _, err := w.journal.SaveCopy(filepath.Join(s.folder, "journal (Ana's conflicted copy 2026-11-26).handback")); err != nil {
		t.Fatal(err)
	}
	w.quit()
	again := emptyWindow(t, s.folder)
	again.Journals = s
	if err := again.Start("", false); err != nil {
		t.Fatal(err)
	}
	again.settle()
	again.pass(copiesAfter)
	if !strings.Contains(again.frame.said, "There's a second copy of your journal") {
		t.Errorf("it says %q", again.frame.said)
	}
}
