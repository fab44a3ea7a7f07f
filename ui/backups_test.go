package ui

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"handback/notes"
	"handback/notes/backups"
	"handback/storage"
	"handback/ui/room"
	"handback/ui/settings"
	"handback/ui/widgets"
)

// backupsOn are the backups of the journal at path.
func backupsOn(t *testing.T, w *window, path string) []backups.Backup {
	t.Helper()
	all, err := w.Journals.Backups(path)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestAJournalIsBackedUpInTheBackgroundAtMostOnceAnHour(t *testing.T) {
	w := newWindow(t)
	path := w.journal.Path()
	w.pass(backUpAfterChange)
	w.settle()
	if n := len(backupsOn(t, w, path)); n != 1 {
		t.Fatalf("%d backups", n)
	}
	ana := w.who("Ana")
	w.writeNote(ana, "number one")
	w.pass(10 * time.Minute)
	w.settle()
	if n := len(backupsOn(t, w, path)); n != 1 {
		t.Errorf("%d backups within an hour", n)
	}
	w.pass(time.Hour)
	w.settle()
	all := backupsOn(t, w, path)
	if len(all) != 2 || all[0].Notes != 1 {
		t.Errorf("an hour later there are %+v", all)
	}
	w.pass(5 * time.Hour)
	w.settle()
	if n := len(backupsOn(t, w, path)); n != 2 {
		t.Errorf("%d backups without a change", n)
	}
}

func TestWhatChangesWhileABackupIsMadeIsInTheNextOne(t *testing.T) {
	w := newWindow(t)
	path := w.journal.Path()
	w.backing.busy = true // as while one is made
	w.writeNote(w.who("Ana"), "meanwhile")
	w.backing.busy = false
	if !w.backing.again {
		t.Fatal("it isn't remembered")
	}
	w.backUp()
	w.settle()
	w.pass(2 * time.Hour)
	w.settle()
	if all := backupsOn(t, w, path); len(all) == 0 || all[0].Notes != 1 || w.backing.again {
		t.Errorf("backups: %+v", all)
	}
}

func TestTheSampleTeamIsNotBackedUp(t *testing.T) {
	w := emptyWindow(t, t.TempDir())
	if err := w.Start("", true); err != nil {
		t.Fatal(err)
	}
	w.settle()
	path := w.journal.Path()
	w.pass(time.Hour)
	w.settle()
	if n := len(backupsOn(t, w, path)); n != 0 {
		t.Errorf("%d backups", n)
	}
	w.visit(room.Place{Screen: room.Settings})
	w.settle()
	if got := w.everything(); !strings.Contains(got, "The sample team isn't backed up.") || strings.Contains(got, "makes one soon") {
		t.Errorf("shown is\n%s", got)
	}
}

// withBackup is a window whose journal has a note and a backup of it, after which the note was overwritten.
func withBackup(t *testing.T) (w *window, path string, id notes.NoteID) {
	t.Helper()
	w = newWindow(t)
	id = w.writeNote(w.who("Ana"), "as it was")
	w.Run("backup.now")
	w.settle()
	n, err := w.journal.Note(id)
	if err != nil {
		t.Fatal(err)
	}
	w.visit(room.Place{Screen: room.Today})
	if _, err := w.journal.SaveBody(id, n.Rev, "as it is"); err != nil {
		t.Fatal(err)
	}
	return w, w.journal.Path(), id
}

func TestANoteIsBroughtBackFromALookIntoABackup(t *testing.T) {
	w, path, id := withBackup(t)
	w.visit(room.Place{Screen: room.Backups})
	w.tapKey("backups.own.1.look")
	w.settle()
	if w.looked == nil || !w.readOnly() {
		t.Fatal("the backup isn't shown")
	}
	w.visit(room.Place{Screen: room.Notes, Person: w.who("Ana").ID, Note: id})
	if got := w.stored(id); got != "as it was" {
		t.Errorf("in it is %q", got)
	}
	if bar := w.texts(); !strings.Contains(bar, "looking at a backup") || !strings.Contains(bar, "Restore this note") {
		t.Errorf("the bar says %q", bar)
	}
	w.tapKey("backup.bring")
	w.settle()
	if w.looked != nil || w.readOnly() || w.journal.Path() != path {
		t.Fatal("the journal isn't open again")
	}
	if got := w.stored(id); got != "as it was" || w.Place().Note != id {
		t.Errorf("brought back is %q, at %+v", got, w.Place())
	}
	w.undoLast()
	w.settle()
	if got := w.stored(id); got != "as it is" {
		t.Errorf("taken back is %q", got)
	}
}

func TestTheWayBackOutOfABackupLeadsWhereOneWas(t *testing.T) {
	w, path, _ := withBackup(t)
	w.visit(room.Place{Screen: room.Backups})
	w.tapKey("backups.own.1.look")
	w.settle()
	w.tapKey("backup.leave")
	w.settle()
	if w.looked != nil || w.journal.Path() != path || w.Place().Screen != room.Backups || len(w.frame.banner.Objects) != 0 {
		t.Errorf("at %+v", w.Place())
	}
}

func TestABackupIsRestoredFromTheList(t *testing.T) {
	w, path, id := withBackup(t)
	w.visit(room.Place{Screen: room.Backups})
	w.tapKey("backups.own.1.restore")
	w.tapOverlay(widgets.DialogConfirm)
	w.settle()
	if got := w.stored(id); got != "as it was" || w.journal.Path() != path {
		t.Errorf("restored is %q", got)
	}
	kept, err := filepath.Glob(strings.TrimSuffix(path, ".handback") + ".replaced-*.handback")
	if err != nil || len(kept) != 1 {
		t.Fatalf("kept is %q, %v", kept, err)
	}
	if said := w.texts(); !strings.Contains(strings.ReplaceAll(said, " ", ""), filepath.Base(kept[0])) {
		t.Errorf("it says %q", said)
	}
	w.tapOverlay(widgets.DialogCancel)
	if err := w.open(kept[0], false); err != nil || w.stored(id) != "as it is" {
		t.Errorf("kept is another one: %v", err)
	}
}

func TestADamagedJournalIsRestoredInThreeClicks(t *testing.T) {
	for name, spoil := range map[string]func(path string) error{
		"noise":   func(path string) error { return os.WriteFile(path, []byte(strings.Repeat("noise", 9000)), 0o600) },
		"nothing": func(path string) error { return os.Truncate(path, 0) },
	} {
		t.Run(name, func(t *testing.T) {
			w, path, id := withBackup(t)
			if err := errors.Join(w.closeJournal(), spoil(path)); err != nil {
				t.Fatal(err)
			}
			w.openAgain(path)
			w.settle()
			if w.Place().Screen != room.Problem {
				t.Fatalf("at %+v", w.Place())
			}
			w.tapKey("problem.backups")
			w.settle()
			w.tapKey("backups.own.1.restore")
			w.tapOverlay(widgets.DialogConfirm)
			w.settle()
			w.tapOverlay(widgets.DialogCancel) // says where the damaged one is
			if w.journal == nil || w.stored(id) != "as it was" {
				t.Error("it isn't restored")
			}
		})
	}
}

func TestALookIntoABackupOfADamagedJournalLeadsBackToTheBackups(t *testing.T) {
	w, path, _ := withBackup(t)
	if err := errors.Join(w.closeJournal(), os.WriteFile(path, []byte("noise"), 0o600)); err != nil {
		t.Fatal(err)
	}
	w.openAgain(path)
	w.tapKey("problem.backups")
	w.settle()
	w.tapKey("backups.own.1.look")
	w.settle()
	if w.looked == nil || strings.Contains(w.texts(), "Restore this note") {
		t.Errorf("the bar says %q", w.texts())
	}
	w.tapKey("backup.leave")
	w.settle()
	if w.journal != nil || w.Place().Screen != room.Backups {
		t.Errorf("at %+v", w.Place())
	}
	w.tapKey("backups.leave")
	w.settle()
	if w.Place().Screen != room.Problem {
		t.Errorf("at %+v", w.Place())
	}
}

// TestEscLeavesTheBackupsOfAJournalThatIsNotOpen for the page that led there.
func TestEscLeavesTheBackupsOfAJournalThatIsNotOpen(t *testing.T) {
	w := newWindow(t)
	path := w.journal.Path()
	if err := w.closeJournal(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, make([]byte, 5000), 0o600); err != nil {
		t.Fatal(err)
	}
	w.openAgain(path)
	w.settle()
	w.taps("problem.backups")
	if w.Place().Screen != room.Backups {
		t.Fatalf("at %+v", w.Place())
	}
	w.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	w.settle()
	if w.Place().Screen != room.Problem {
		t.Errorf("Esc leads to %+v", w.Place())
	}
}

// TestTheJournalOfBeforeARestoreIsListed is restored from the page like a backup.
func TestTheJournalOfBeforeARestoreIsListed(t *testing.T) {
	w := newWindow(t)
	id := w.writeNote(w.who("Ana"), "as it was")
	w.Run("backup.now")
	w.settle()
	n, err := w.journal.Note(id)
	if err != nil {
		t.Fatal(err)
	}
	w.visit(room.Place{Screen: room.Today})
	if _, err := w.journal.SaveBody(id, n.Rev, "as it is"); err != nil {
		t.Fatal(err)
	}
	w.visit(room.Place{Screen: room.Backups})
	if got := w.everything(); strings.Contains(got, "Replaced by a backup") || !strings.Contains(got, "made by you") {
		t.Fatalf("shown is\n%s", got)
	}
	w.taps("backups.own.1.restore")
	w.taps(widgets.DialogConfirm)
	w.taps(widgets.DialogCancel)
	if got := w.stored(id); got != "as it was" {
		t.Fatalf("restored says %q", got)
	}
	w.visit(room.Place{Screen: room.Backups})
	if got := w.everything(); !strings.Contains(got, "Replaced by a backup") || !strings.Contains(got, "Your journal, as it was until") {
		t.Fatalf("shown is\n%s", got)
	}
	w.taps("backups.aside.1.look")
	if w.looked == nil || w.stored(id) != "as it is" {
		t.Fatal("it isn't shown")
	}
	w.taps("backup.leave")
	w.visit(room.Place{Screen: room.Backups})
	w.taps("backups.aside.1.restore")
	w.taps(widgets.DialogConfirm)
	if got := w.stored(id); got != "as it is" {
		t.Errorf("restored says %q", got)
	}
}

// TestAnErasureIsFinishedInBackups goes from somebody's last line to no file of ours that has them: backups, one that was made by
// hand, and the journal that a restore put aside.
func TestAnErasureIsFinishedInBackups(t *testing.T) {
	w := newWindow(t)
	id := w.writeNote(w.who("Ana"), "as it was")
	w.Run("backup.now")
	w.settle()
	w.visit(room.Place{Screen: room.Backups})
	w.taps("backups.own.1.restore")
	w.taps(widgets.DialogConfirm)
	w.taps(widgets.DialogCancel)
	if got := w.stored(id); got != "as it was" {
		t.Fatalf("restored says %q", got)
	}
	path := w.journal.Path()
	folder := filepath.Dir(path)
	w.visit(room.Place{Screen: room.Erasing, Person: w.who("Ana").ID})
	w.settle()
	got := w.everything()
	if !strings.Contains(got, "1 backup, from 2 Dec, still has it.") || !strings.Contains(got, "1 older copy of your journal") {
		t.Fatalf("shown is\n%s", got)
	}
	w.taps("erasing.erase")
	w.fill("erasing/name", w.who("Ana").Name)
	w.taps(widgets.DialogConfirm)
	if got := w.everything(); !strings.Contains(got, "Ana is still in your backups") {
		t.Fatalf("shown is\n%s", got)
	}
	w.taps(widgets.DialogConfirm)
	w.settle()
	if w.Place().Screen != room.Backups {
		t.Fatalf("at %+v", w.Place())
	}
	w.pass(2 * time.Minute)
	w.settle()
	w.taps("backups.delete")
	w.taps(widgets.DialogConfirm)
	if w.frame.said != "1 backup deleted" { // also where the new one took its place, since they are of one hour
		t.Errorf("it says %q", w.frame.said)
	}
	w.taps("backups.aside.1.delete")
	w.taps(widgets.DialogConfirm)
	if err := w.closeJournal(); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(folder, func(path string, e os.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(path)
		if bytes.Contains(data, []byte("as it was")) {
			t.Errorf("%s still has the note", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if all := backupsOn(t, w, path); len(all) != 1 {
		t.Errorf("%d backups", len(all))
	}
}

// TestASecondFolderThatTakesNothingIsToldWhereOlderBackupsAreDeleted since its newest backup is an old one then.
func TestASecondFolderThatTakesNothingIsToldWhereOlderBackupsAreDeleted(t *testing.T) {
	w := newWindow(t)
	w.writeNote(w.who("Ana"), "as it was")
	w.Run("backup.now")
	w.settle()
	away := filepath.Join(t.TempDir(), "stick")
	w.apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: backups.SettingFolder, Value: away}}})
	w.writeNote(w.who("Ana"), "more")
	w.visit(room.Place{Screen: room.Backups})
	if got := w.everything(); !strings.Contains(got, "The second folder for backups isn't there") || !strings.Contains(got, "made by you") {
		t.Fatalf("shown is\n%s", got)
	}
	w.taps("backups.delete")
	w.taps(widgets.DialogConfirm)
	if all := backupsOn(t, w, w.journal.Path()); len(all) != 1 || all[0].Notes != 2 {
		t.Errorf("there are %+v", all)
	}
	if got := w.everything(); strings.Count(got, "The second folder for backups isn't there") < 2 {
		t.Errorf("shown is\n%s", got)
	}
}

// TestASecondFolderThatIsNewGetsTheBackupThatThereIs and that is said, though nothing has changed since.
func TestASecondFolderThatIsNewGetsTheBackupThatThereIs(t *testing.T) {
	w := newWindow(t)
	w.writeNote(w.who("Ana"), "as it was")
	w.Run("backup.now")
	w.settle()
	second, backer := t.TempDir(), w.journal.(settings.Backer)
	key, err := backer.NewBackupKey("four brave words")
	mark, wrong := backer.UseSecondFolder(second)
	if err := errors.Join(err, wrong); err != nil {
		t.Fatal(err)
	}
	w.apply(notes.Change{Rows: []notes.Row{
		notes.PutSetting{Key: backups.SettingFolder, Value: second},
		notes.PutSetting{Key: backups.SettingKey, Value: key},
		notes.PutSetting{Key: backups.SettingMark, Value: mark},
	}})
	for _, want := range []string{"Backed up to the second folder: 2 people, 1 note", "Nothing has changed since the last backup."} {
		w.Run("backup.now")
		w.settle()
		if got := w.everything(); !strings.Contains(got, want) {
			t.Fatalf("shown is\n%s", got)
		}
	}
}

// TestABackupThatFailsIsSaidUntilOneIsMade in Settings and among the backups: whoever wasn't looking when it was told finds it there.
func TestABackupThatFailsIsSaidUntilOneIsMade(t *testing.T) {
	w := newWindow(t)
	folder := storage.BackupsFolder(w.journal.Path())
	if err := os.WriteFile(folder, nil, 0o600); err != nil { // nothing can be put into a file
		t.Fatal(err)
	}
	w.writeNote(w.who("Ana"), "as it was")
	w.pass(time.Hour)
	w.settle()
	w.Say("")
	const says = "there's a file with that name"
	for _, at := range []room.Place{{Screen: room.Settings}, {Screen: room.Backups}} {
		w.visit(at)
		w.settle()
		if got := shown(w.frame.content); !strings.Contains(got, says) {
			t.Errorf("at %v stands\n%s", at, got)
		}
	}
	if err := os.Remove(folder); err != nil {
		t.Fatal(err)
	}
	w.Run("backup.now")
	w.settle()
	for _, at := range []room.Place{{Screen: room.Settings}, {Screen: room.Backups}} {
		w.visit(at)
		w.settle()
		if got := shown(w.frame.content); strings.Contains(got, says) {
			t.Errorf("once there is one, at %v stands\n%s", at, got)
		}
	}
}
