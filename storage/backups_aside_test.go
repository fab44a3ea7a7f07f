package storage

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"handback/notes"
	"handback/notes/backups"
	"handback/storage/sealed"
)

// TestWhatARestorePutAsideIsFoundReadAndRestored also where its log was left by a kill: what stands in that alone is in it.
func TestWhatARestorePutAsideIsFoundReadAndRestored(t *testing.T) {
	plainOnly(t)
	for _, killed := range []bool{false, true} {
		j, c := newJournal(t)
		ana := addPerson(t, j, "Ana Ruiz")
		note := addNote(t, j, ana, notes.HeldNote, "2026-11-20", "todo: as it was")
		made := backUp(t, j).Made
		c.pass(2 * time.Hour)
		must[int64](t)(j.SaveBody(note, 1, "todo: as it is"))
		path := filepath.Join(t.TempDir(), FileName)
		if !killed {
			try(t, j.Close())
		}
		try(t, copyFile(j.Path(), path))
		if killed {
			try(t, copyFile(j.Path()+"-wal", path+"-wal"))
		}
		kept := must[string](t)(Restore(context.Background(), Restoring{Journal: path, Backup: made.Path, Now: c.now}))
		if exists(kept+"-wal") != killed {
			t.Fatalf("killed: %v, but the log is there: %v", killed, exists(kept+"-wal"))
		}
		before := must[[]byte](t)(os.ReadFile(kept))
		aside := must[[]backups.Backup](t)(PutAside(path))
		if len(aside) != 1 || aside[0].Path != kept || aside[0].Copy != backups.Replaced || aside[0].Sealed {
			t.Fatalf("put aside are %+v", aside)
		}
		old := must[*Journal](t)(OpenBackup(kept, notes.Secret{}, c.now))
		if n := must[notes.Note](t)(old.Note(note)); n.Body != "todo: as it is" {
			t.Errorf("it says %q", n.Body)
		}
		try(t, old.Close())
		now := must[*Journal](t)(Open(path, Options{Now: c.now}))
		do(t, now, notes.BringBack{Backup: kept, Note: must[notes.Note](t)(now.Note(note)).UID})
		if n := must[notes.Note](t)(now.Note(note)); n.Body != "todo: as it is" {
			t.Errorf("brought back is %q", n.Body)
		}
		try(t, now.Close())
		try(t, removed(path))
		must[string](t)(Restore(context.Background(), Restoring{Journal: path, Backup: kept, Now: c.now}))
		back := must[*Journal](t)(Open(path, Options{Now: c.now}))
		if n := must[notes.Note](t)(back.Note(note)); n.Body != "todo: as it is" {
			t.Errorf("restored it says %q", n.Body)
		}
		try(t, back.Close())
		if after := must[[]byte](t)(os.ReadFile(kept)); string(after) != string(before) || exists(kept+"-wal") != killed {
			t.Error("what was put aside was changed")
		}
		if killed {
			try(t, j.Close())
		}
	}
}

// TestAProtectedJournalThatWasPutAsideIsFoundReadAndRestored with the lines that wait in its inbox.
func TestAProtectedJournalThatWasPutAsideIsFoundReadAndRestored(t *testing.T) {
	c := newClock()
	path := filepath.Join(t.TempDir(), FileName)
	j := must[*Journal](t)(newProtected(path, c.now))
	note := addNote(t, j, addPerson(t, j, "Quentin Planted"), notes.HeldNote, "2026-11-20", "todo: as it was")
	made := backUp(t, j).Made
	c.pass(2 * time.Hour)
	must[int64](t)(j.SaveBody(note, 1, "todo: as it is"))
	try(t, j.Close())
	secret := notes.Secret{Recovery: must[*sealed.Key](t)(testKey()).RecoveryText()}
	kept := must[string](t)(Restore(context.Background(), Restoring{Journal: path, Backup: made.Path, Secret: secret, Now: c.now}))
	aside := must[[]backups.Backup](t)(PutAside(path))
	if len(aside) != 1 || aside[0].Path != kept || aside[0].Copy != backups.Replaced || !aside[0].Sealed || aside[0].Size == 0 {
		t.Fatalf("put aside are %+v", aside)
	}
	if _, err := OpenBackup(kept, notes.Secret{}, c.now); err == nil {
		t.Error("it opens without a passphrase")
	}
	old := must[*Journal](t)(OpenBackup(kept, secret, c.now))
	if n := must[notes.Note](t)(old.Note(note)); n.Body != "todo: as it is" {
		t.Errorf("it says %q", n.Body)
	}
	if _, err := old.SaveBody(note, 2, "x"); err == nil {
		t.Error("it can be written to")
	}
	try(t, old.Close())
	must[string](t)(Restore(context.Background(), Restoring{Journal: path, Backup: kept, Secret: secret, Now: c.now}))
	back := must[*Journal](t)(Open(path, Options{Now: c.now, Key: must[*sealed.Key](t)(testKey())}))
	if n := must[notes.Note](t)(back.Note(note)); n.Body != "todo: as it is" {
		t.Errorf("restored it says %q", n.Body)
	}
	try(t, back.Close())
	if got := len(must[[]backups.Backup](t)(PutAside(path))); got != 2 {
		t.Errorf("put aside are %d", got)
	}
}

// TestABackupMadeByHandIsKept whatever is made within its hour; where nothing was changed it is the one that is there.
func TestABackupMadeByHandIsKept(t *testing.T) {
	j, c := newJournal(t)
	ana := addPerson(t, j, "Ana Ruiz")
	byHand := func() backups.Done { return must[backups.Done](t)(j.BackUpByHand(context.Background())) }
	numbers := func() (all []int64) {
		for _, b := range listed(t, j) {
			if b.ByHand {
				all = append(all, b.Number)
			}
		}
		return all
	}
	backUp(t, j) // 1
	c.pass(time.Minute)
	addNote(t, j, ana, notes.JournalNote, "2026-11-20", "by hand")
	if made := byHand().Made; made == nil || !made.ByHand { // 2
		t.Fatalf("made is %+v", made)
	}
	c.pass(time.Minute)
	addNote(t, j, ana, notes.JournalNote, "2026-11-20", "by itself")
	backUp(t, j) // 3
	if made := byHand().Made; made != nil {
		t.Errorf("made is %+v where nothing was changed", made)
	}
	c.pass(time.Minute)
	addNote(t, j, ana, notes.JournalNote, "2026-11-20", "by itself again")
	backUp(t, j) // 4
	if got := numbers(); len(got) != 2 || got[0] != 3 || got[1] != 2 || len(listed(t, j)) != 3 {
		t.Errorf("kept are %v of %d", got, len(listed(t, j)))
	}
	for range backups.ByHand + 3 {
		c.pass(time.Minute)
		addNote(t, j, ana, notes.JournalNote, "2026-11-20", "more")
		byHand()
	}
	if got := numbers(); len(got) != backups.ByHand {
		t.Errorf("kept are %v", got)
	}
}

// TestWhatHandbackKeptBesideAJournalIsFoundAndDeleted whole, logs and all, and nothing that somebody else put there.
func TestWhatHandbackKeptBesideAJournalIsFoundAndDeleted(t *testing.T) {
	plainOnly(t)
	j, _ := newJournal(t)
	addNote(t, j, addPerson(t, j, "Ana"), notes.HeldNote, "2026-11-02", "xylophone")
	try(t, j.Close())
	folder := filepath.Dir(j.Path())
	data := must[[]byte](t)(os.ReadFile(j.Path()))
	is := map[string]backups.Copy{
		"journal.replaced-2026-11-01.handback":       backups.Replaced,
		"journal.replaced-2026-11-01-2.handback":     backups.Replaced,
		"journal.before-update-9.handback":           backups.BeforeUpdate,
		"journal.before-merge-2026-11-01.handback":   backups.BeforeMerge,
		"journal.merged-2026-11-01.handback":         backups.Merged,
		"journal.kept-2026-11-01.handback":           backups.Recovered,
		"journal.handback-wal.of-an-earlier-journal": backups.LogAlone,
	}
	others := []string{"journal-of-ben.handback", "journal copy.handback", "journal.salvaged-2026-11-01.handback", "letter.txt"}
	for name := range is {
		try(t, os.WriteFile(filepath.Join(folder, name), data, 0o600))
	}
	for _, name := range others {
		try(t, os.WriteFile(filepath.Join(folder, name), data, 0o600))
	}
	log := filepath.Join(folder, "journal.kept-2026-11-01.handback-wal")
	try(t, os.WriteFile(log, []byte("xylophone"), 0o600))
	all := append(must[[]backups.Backup](t)(PutAside(j.Path())), must[[]backups.Backup](t)(CopiesMade(j.Path()))...)
	if len(all) != len(is) {
		t.Errorf("found are %+v", all)
	}
	for _, b := range all {
		if b.Copy != is[filepath.Base(b.Path)] {
			t.Errorf("%s is taken for %d", b.Path, b.Copy)
		}
		counted := b.Copy != backups.LogAlone && b.Copy != backups.Recovered
		if b.Counted != counted || counted && (b.People != 1 || b.Notes != 1) {
			t.Errorf("in %s are %d people and %d notes, counted: %v", b.Path, b.People, b.Notes, b.Counted)
		}
		if left, err := DeleteBackups([]string{b.Path}); err != nil || len(left) > 0 {
			t.Errorf("%s: left is %q, %v", b.Path, left, err)
		}
	}
	want := append([]string{FileName, FileName + ".lock"}, others...)
	slices.Sort(want)
	if names := namesIn(t, folder); !slices.Equal(names, want) {
		t.Errorf("there are %q", names)
	}
}

// TestACopyThatIsOpenIsNotDeleted since somebody may work in it.
func TestACopyThatIsOpenIsNotDeleted(t *testing.T) {
	plainOnly(t)
	j, c := newJournal(t)
	try(t, j.Close())
	path := filepath.Join(filepath.Dir(j.Path()), "journal.replaced-2026-11-01.handback")
	try(t, copyFile(j.Path(), path))
	open := must[*Journal](t)(Open(path, Options{Now: c.now}))
	if left, err := DeleteBackups([]string{path}); !errors.Is(err, notes.ErrInUse) || len(left) != 1 {
		t.Errorf("left is %q, %v", left, err)
	}
	try(t, open.Close())
	if left, err := DeleteBackups([]string{path}); err != nil || len(left) > 0 || exists(path) {
		t.Errorf("left is %q, %v", left, err)
	}
}

// TestAProtectedJournalThatWasPutAsideIsDeleted with its folder.
func TestAProtectedJournalThatWasPutAsideIsDeleted(t *testing.T) {
	c := newClock()
	path := filepath.Join(t.TempDir(), FileName)
	aside := filepath.Join(filepath.Dir(path), "journal.replaced-2026-11-01.handback")
	for _, at := range []string{path, aside} {
		j := must[*Journal](t)(newProtected(at, c.now))
		try(t, j.Close())
	}
	all := must[[]backups.Backup](t)(PutAside(path))
	if len(all) != 1 || all[0].Path != aside || !all[0].Sealed {
		t.Fatalf("found are %+v", all)
	}
	if left, err := DeleteBackups([]string{aside}); err != nil || len(left) > 0 || exists(aside) || !exists(path) {
		t.Errorf("left is %q, %v", left, err)
	}
}

// TestABackupFromBeforeTheFileWasWipedIsNotTheLast since its pages have pieces of what was deleted for good.
func TestABackupFromBeforeTheFileWasWipedIsNotTheLast(t *testing.T) {
	j, c := newJournal(t)
	ana := addPerson(t, j, "Ana")
	addNote(t, j, ana, notes.HeldNote, "2026-11-02", "xylophone")
	do(t, j, notes.Erase{Person: ana})
	if backUp(t, j).Made == nil {
		t.Fatal("nothing is made")
	}
	c.pass(time.Minute)
	try(t, j.Wipe())
	if backUp(t, j).Made == nil {
		t.Error("the backup from before counts as one from after it")
	}
	c.pass(time.Minute)
	if backUp(t, j).Made != nil {
		t.Error("and so on")
	}
}
