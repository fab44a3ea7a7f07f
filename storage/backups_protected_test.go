package storage

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"handback/notes"
	"handback/notes/backups"
	"handback/storage/sealed"
)

// TestAProtectedJournalIsBackedUpSealed backs one up, reads the backup, and puts it in the place of a journal that went on.
func TestAProtectedJournalIsBackedUpSealed(t *testing.T) {
	c := newClock()
	path := filepath.Join(t.TempDir(), FileName)
	j := must[*Journal](t)(newProtected(path, c.now))
	note := addNote(t, j, addPerson(t, j, "Quentin Planted"), notes.HeldNote, "2026-11-20", "todo: a plantedword")
	made := backUp(t, j).Made
	if made == nil || !made.Sealed || made.Notes != 1 || made.People != 1 || !made.Counted {
		t.Fatalf("%+v", made)
	}
	if again := backUp(t, j).Made; again != nil {
		t.Errorf("nothing was changed, and made was %+v", again)
	}
	try(t, filepath.WalkDir(filepath.Dir(made.Path), func(file string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		for _, word := range []string{"plantedword", "Quentin", "CREATE TABLE"} {
			if bytes.Contains(must[[]byte](t)(os.ReadFile(file)), []byte(word)) {
				t.Errorf("%s says %q", file, word)
			}
		}
		return nil
	}))

	c.pass(2 * time.Hour)
	must[int64](t)(j.SaveBody(note, 1, "todo: another"))
	try(t, j.Close())
	if _, err := OpenBackup(made.Path, notes.Secret{}, c.now); !errors.Is(err, notes.ErrLocked) {
		t.Errorf("without a passphrase: %v", err)
	}
	if _, err := OpenBackup(made.Path, notes.Secret{Passphrase: "not it"}, c.now); !errors.Is(err, notes.ErrSecret) {
		t.Errorf("with another passphrase: %v", err)
	}
	secret := notes.Secret{Recovery: must[*sealed.Key](t)(testKey()).RecoveryText()}
	old := must[*Journal](t)(OpenBackup(made.Path, secret, c.now))
	if n := must[notes.Note](t)(old.Note(note)); n.Body != "todo: a plantedword" {
		t.Errorf("the backup says %q", n.Body)
	}
	try(t, old.Close())

	kept := must[string](t)(Restore(context.Background(), Restoring{Journal: path, Backup: made.Path, Secret: secret, Now: c.now}))
	for at, want := range map[string]string{path: "todo: a plantedword", kept: "todo: another"} {
		back := must[*Journal](t)(Open(at, Options{Now: c.now, Key: must[*sealed.Key](t)(testKey())}))
		if n := must[notes.Note](t)(back.Note(note)); n.Body != want {
			t.Errorf("%s says %q", at, n.Body)
		}
		try(t, back.Close())
	}
}

// TestABackupOfAProtectedJournalTakesThePlaceOfAPlainOne restores to where a plain journal lies, and one in use is refused.
func TestABackupOfAProtectedJournalTakesThePlaceOfAPlainOne(t *testing.T) {
	c := newClock()
	folder := t.TempDir()
	j := must[*Journal](t)(newProtected(filepath.Join(folder, "sealed.handback"), c.now))
	addPerson(t, j, "Ana Ruiz")
	made := backUp(t, j).Made
	secret := notes.Secret{Recovery: must[*sealed.Key](t)(testKey()).RecoveryText()}
	inUse := Restoring{Journal: j.Path(), Backup: made.Path, Secret: secret, Now: c.now}
	if _, err := Restore(context.Background(), inUse); !errors.Is(err, notes.ErrInUse) {
		t.Errorf("into one in use: %v", err)
	}
	try(t, j.Close())
	plain := must[*Journal](t)(Open(filepath.Join(folder, "plain.handback"), Options{Now: c.now, Create: true}))
	try(t, plain.Close())
	inPlace := Restoring{Journal: plain.Path(), Backup: made.Path, Secret: secret, Now: c.now}
	kept := must[string](t)(Restore(context.Background(), inPlace))
	if !IsProtected(plain.Path()) || !exists(kept) || IsProtected(kept) {
		t.Errorf("restored: %v, kept: %s", IsProtected(plain.Path()), kept)
	}
}

// TestAProtectedJournalIsBackedUpWhileItIsWritten again and again: each backup is of one moment, and none says that the journal is
// damaged.
func TestAProtectedJournalIsBackedUpWhileItIsWritten(t *testing.T) {
	c := newClock()
	j := must[*Journal](t)(newProtected(filepath.Join(t.TempDir(), FileName), c.now))
	ana := addPerson(t, j, "Ana")
	note := addNote(t, j, ana, notes.HeldNote, "2026-11-02", "begun")
	for day := range 28 {
		on := notes.Date(fmt.Sprintf("2026-10-%02d", day+1))
		addNote(t, j, ana, notes.HeldNote, on, strings.Repeat("a long talk about the zebra migration\n", 2000))
	}
	stop, over := make(chan bool), make(chan error)
	go func() {
		rev := int64(1)
		for n := 0; ; n++ {
			select {
			case <-stop:
				over <- nil
				return
			default:
			}
			var err error
			if rev, err = j.SaveBody(note, rev, strings.Repeat(fmt.Sprintf("todo: number %d\n", n), 40)); err != nil {
				over <- err
				return
			}
		}
	}()
	for range 6 {
		if _, err := j.BackUpByHand(context.Background()); err != nil {
			t.Error(err)
		}
	}
	close(stop)
	if err := <-over; err != nil {
		t.Error(err)
	}
	if all := must[[]backups.Backup](t)(j.OwnBackups()); len(all) != 6 {
		t.Errorf("%d backups", len(all))
	}
	try(t, j.Close())
}
