package storage

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"handback/notes"
	"handback/storage/sealed"
)

// TestPlainBackupsAreNamedWhereAJournalIsProtected backs a plain journal up and protects it: its backups are told by their folder, and go
// with the other copies, logs too. The sealed ones stay, and the next backup is one.
func TestPlainBackupsAreNamedWhereAJournalIsProtected(t *testing.T) {
	plainOnly(t)
	c := newClock()
	path, k := plantedJournal(t), must[*sealed.Key](t)(testKey())
	j := must[*Journal](t)(Open(path, Options{Now: c.now}))
	backUp(t, j)
	try(t, j.Close())
	copied := filepath.Join(filepath.Dir(path), "journal.replaced-2026-11-20.handback")
	try(t, errors.Join(copyFile(path, copied), copyFile(path, copied+"-wal")))
	folder := BackupsFolder(path)
	left := must[[]string](t)(Protect(path, k, quickKey(k), c.now, nil))
	if !slices.Equal(left, []string{copied, folder}) {
		t.Fatalf("left are %q", left)
	}
	c.pass(2 * time.Hour)
	j = must[*Journal](t)(Open(path, Options{Now: c.now, Key: k}))
	made := backUp(t, j).Made
	if made == nil || !made.Sealed {
		t.Fatalf("of the protected journal there is no backup: %+v", made)
	}
	try(t, j.Close())
	try(t, ForgetCopies(left))
	if found := plantedIn(t, filepath.Dir(path)); len(found) > 0 {
		t.Error(found)
	}
	if all, err := Backups(path); err != nil || len(all) != 1 || all[0].Path != made.Path {
		t.Errorf("left are %+v, %v", all, err)
	}
}

// TestAChangeOfFormIsCalledOff ends it each time progress is told: the journal and what lies beside it are as they were.
func TestAChangeOfFormIsCalledOff(t *testing.T) {
	plainOnly(t)
	path, k := plantedJournal(t), must[*sealed.Key](t)(testKey())
	now := newClock().now
	for _, form := range []struct {
		name   string
		change func(progress func(done, of int64) error) error
	}{
		{"protect", func(progress func(done, of int64) error) error {
			_, err := Protect(path, k, quickKey(k), now, progress)
			return err
		}},
		{"unprotect", func(progress func(done, of int64) error) error { return Unprotect(path, k, now, progress) }},
	} {
		t.Run(form.name, func(t *testing.T) {
			was := IsProtected(path)
			text := dumpAt(t, path, keyOfForm(was, k))
			ended := 0
			for ; ; ended++ {
				if ended > 100 {
					t.Fatal("it never ends")
				}
				left := ended
				err := form.change(func(int64, int64) error {
					if left--; left < 0 {
						return context.Canceled
					}
					return nil
				})
				if err == nil {
					break
				}
				if !errors.Is(err, context.Canceled) || err.Error() != context.Canceled.Error() {
					t.Fatal(err)
				}
				if got := dumpAt(t, path, keyOfForm(was, k)); IsProtected(path) != was || got != text {
					t.Fatal("the journal is another one")
				}
				for _, e := range must[[]fs.DirEntry](t)(os.ReadDir(filepath.Dir(path))) {
					if e.Name() != FileName && e.Name() != FileName+".lock" {
						t.Errorf("left is %s", e.Name())
					}
				}
			}
			if ended == 0 || IsProtected(path) == was {
				t.Errorf("it was called off %d times, and is protected: %v", ended, IsProtected(path))
			}
		})
	}
}

func keyOfForm(is bool, k *sealed.Key) *sealed.Key {
	if is {
		return k
	}
	return nil
}

// TestASealedBackupTakesThePlaceOfNothingItDoesNotOpen restores with another passphrase, with none and with one that is damaged where
// only its pages tell: the journal stays.
func TestASealedBackupTakesThePlaceOfNothingItDoesNotOpen(t *testing.T) {
	c := newClock()
	path := filepath.Join(t.TempDir(), FileName)
	j := must[*Journal](t)(newProtected(path, c.now))
	ana := addPerson(t, j, "Ana Ruiz")
	note := addNote(t, j, ana, notes.HeldNote, "2026-11-20", "todo: a plantedword")
	made := backUp(t, j).Made
	must[int64](t)(j.SaveBody(note, 1, "todo: another"))
	try(t, j.Close())
	before := bytesOfFolder(t, path)
	for name, try := range map[string]struct {
		secret notes.Secret
		want   error
	}{
		"another passphrase": {notes.Secret{Passphrase: "not it"}, notes.ErrSecret},
		"another's key":      {notes.Secret{Recovery: must[*sealed.Key](t)(sealed.NewKey()).RecoveryText()}, notes.ErrSecret},
		"none":               {notes.Secret{}, notes.ErrLocked},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Restore(context.Background(), Restoring{Journal: path, Backup: made.Path, Secret: try.secret, Now: c.now})
			if !errors.Is(err, try.want) {
				t.Errorf("%v", err)
			}
			if got := bytesOfFolder(t, path); got != before || exists(path+".new") {
				t.Error("the journal is another one, or something is left beside it")
			}
		})
	}
	if kept := must[string](t)(Restore(context.Background(), Restoring{
		Journal: path, Backup: made.Path, Secret: notes.Secret{Passphrase: "correct horse"}, Now: c.now,
	})); !IsProtected(kept) {
		t.Errorf("kept is %s", kept)
	}
}

// TestABackupOfAnOlderProtectedJournalIsLookedInto brings what is in it to the present schema in memory alone, and a note back from it.
func TestABackupOfAnOlderProtectedJournalIsLookedInto(t *testing.T) {
	plainOnly(t)
	k, c := must[*sealed.Key](t)(testKey()), newClock()
	secret := notes.Secret{Recovery: k.RecoveryText()}
	for schema := 1; schema < presentSchema(t); schema += 4 {
		t.Run(strconv.Itoa(schema), func(t *testing.T) {
			data := must[[]byte](t)(os.ReadFile(keptJournal(t, schema)))
			withoutLog(data)
			size := int(data[atPageSize])<<8 | int(data[atPageSize+1])
			folder := filepath.Join(t.TempDir(), "vault")
			try(t, errors.Join(os.Mkdir(folder, 0o700), quickKey(k)(folder)))
			read := func(to []byte, at int64) error { copy(to, data[at:]); return nil }
			try(t, sealed.Fill(folder, k, size, int64(len(data)/size), read, nil))
			zipped := filepath.Join(t.TempDir(), "2026-11-20-1200-000001.zip")
			f := must[*os.File](t)(os.Create(zipped))
			try(t, errors.Join(zipFolder(context.Background(), f, folder), f.Close()))

			old := must[*Journal](t)(OpenBackup(zipped, secret, c.now))
			checkBodies(t, old, false)
			if _, ro := old.ReadOnly(); !ro {
				t.Error("it can be written in")
			}
			people := must[[]notes.Person](t)(old.People())
			var from notes.Note
			for _, p := range people {
				if heads := must[[]notes.NoteHead](t)(old.NotesOf(p.ID, 0)); len(heads) > 0 {
					from = must[notes.Note](t)(old.Note(heads[0].ID))
				}
			}
			try(t, old.Close())
			j, _ := newJournal(t)
			brought := do(t, j, notes.BringBack{Note: from.UID, Backup: zipped, Secret: secret})
			if n := must[notes.Note](t)(j.Note(notes.NoteID(brought[0]))); n.Body != from.Body || n.Body == "" {
				t.Errorf("brought back is %q of %q", n.Body, from.Body)
			}
		})
	}
}

// TestClosingEndsABackupOfAProtectedJournal ends it at its next piece.
func TestClosingEndsABackupOfAProtectedJournal(t *testing.T) {
	j := must[*Journal](t)(newProtected(filepath.Join(t.TempDir(), FileName), newClock().now))
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	if err := j.mode.sealed.write(ended, filepath.Join(t.TempDir(), "a.zip")); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if _, _, err := j.mode.sealed.open(ended, filepath.Join(t.TempDir(), "none.zip")); err == nil {
		t.Error("it is opened")
	}
	try(t, j.Close())
}

// TestWhatCanBeReadOfAnOpenProtectedJournalIsSealed salvages while the journal is open, as the journal check offers.
func TestWhatCanBeReadOfAnOpenProtectedJournalIsSealed(t *testing.T) {
	path, k := protectPlanted(t)
	j := must[*Journal](t)(Open(path, Options{Now: newClock().now, Key: k}))
	report := must[notes.Salvaged](t)(j.SaveReadable())
	try(t, j.Close())
	if report.Notes != 2 || !IsProtected(report.Path) {
		t.Errorf("%+v", report)
	}
	if found := plantedIn(t, filepath.Dir(path)); len(found) > 0 {
		t.Error(found)
	}
	whole := must[*Journal](t)(Open(report.Path, Options{Now: newClock().now, Key: k}))
	try(t, errors.Join(whole.CheckIndex(), whole.Close()))
}

// TestDamagedPagesAndKeysAreToldApart damages every snapshot, then the key's files: of the first a backup is offered, of the second
// the recovery key.
func TestDamagedPagesAndKeysAreToldApart(t *testing.T) {
	path, k := protectPlanted(t)
	for _, snapshot := range must[[]string](t)(filepath.Glob(filepath.Join(path, "0*.age"))) {
		try(t, os.WriteFile(snapshot, []byte("noise"), 0o600))
	}
	_, err := Unlock(path, notes.Secret{Recovery: k.RecoveryText()}, newClock().now)
	if !errors.Is(err, notes.ErrDamaged) || errors.Is(err, notes.ErrNoKey) || !strings.Contains(err.Error(), "open a backup") {
		t.Errorf("of pages: %v", err)
	}
	for _, name := range []string{sealed.KeyName, sealed.KeyCopyName} {
		try(t, os.WriteFile(filepath.Join(path, name), []byte("noise"), 0o600))
	}
	_, err = Unlock(path, notes.Secret{Passphrase: "correct horse"}, newClock().now)
	if !errors.Is(err, notes.ErrNoKey) || !strings.Contains(err.Error(), "recovery key") {
		t.Errorf("of keys: %v", err)
	}
}
