package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"handback/notes"
	"handback/notes/backups"
	"handback/storage/sealed"
)

// restorerEnv says to the test binary, started again by itself, what to restore and before which step to be killed.
const restorerEnv = "HANDBACK_TEST_RESTORER"

// restoreAndDie restores a backup and ends like a crash before a step.
func restoreAndDie(asked string) error {
	parts := strings.Split(asked, "\n")
	at, err := strconv.Atoi(parts[0])
	if err != nil {
		return err
	}
	step := 0
	restoreStep = func() {
		if step++; step == at {
			if me, err := os.FindProcess(os.Getpid()); err == nil {
				_ = me.Kill()
			}
			select {}
		}
	}
	secret := notes.Secret{Recovery: os.Getenv(changerKeyEnv)}
	_, err = Restore(context.Background(), Restoring{Journal: parts[1], Backup: parts[2], Secret: secret, Now: newClock().now})
	return err
}

// backedUpAndChanged is a closed journal of the kind that the tests are run on, that was backed up and then changed: its log has the
// change alone where how is "killed", and there is a journal of the other kind in its place where it is "other".
func backedUpAndChanged(t *testing.T, how string) (path, backup string) {
	t.Helper()
	j, c := newJournal(t)
	note := addNote(t, j, addPerson(t, j, "Ana Ruiz"), notes.JournalNote, "2026-11-20", "as it was")
	backup = must[backups.Done](t)(j.BackUp(context.Background())).Made.Path
	must[int64](t)(j.SaveBody(note, 1, "as it is"))
	path = j.Path()
	if how == "killed" {
		killed := filepath.Join(t.TempDir(), FileName)
		for _, end := range []string{"", "-wal"} {
			if exists(path + end) {
				try(t, copyTreeTo(path+end, killed+end))
			}
		}
		return killed, backup
	}
	try(t, j.Close())
	if how == "other" && !*protectedFlag { // a plain one where a protected one was: the backup has to take the place of a folder
		k := must[*sealed.Key](t)(testKey())
		must[[]string](t)(Protect(path, k, quickKey(k), c.now, nil))
	} else if how == "other" {
		try(t, Unprotect(path, must[*sealed.Key](t)(testKey()), c.now, nil))
	}
	return path, backup
}

// TestKilledAtEachStepOfARestore ends the process before every step of a restore that changes the disk: the next opening finds the
// journal as it is, or as it was and then what was there is beside it.
func TestKilledAtEachStepOfARestore(t *testing.T) {
	aloneUnderRace(t)
	for _, how := range []string{"closed", "killed", "other"} {
		for step := 1; ; step++ {
			path, backup := backedUpAndChanged(t, how)
			cmd := exec.Command(os.Args[0])
			cmd.Env = append(childEnviron(t), restorerEnv+"="+fmt.Sprintf("%d\n%s\n%s", step, path, backup))
			out, err := cmd.CombinedOutput()
			killed := err != nil && len(out) == 0
			if !killed && (err != nil || step < 8) {
				t.Fatalf("%s, step %d: %v: %s", how, step, err, out)
			}
			t.Run(fmt.Sprintf("%s, %d", how, step), func(t *testing.T) { oldOrRestored(t, path, !killed) })
			if !killed {
				break
			}
		}
	}
}

// oldOrRestored looks what is there after a restore that may have been broken off.
func oldOrRestored(t *testing.T, path string, whole bool) {
	t.Helper()
	if !Exists(path) {
		t.Fatal("there is no journal: a new one would be begun")
	}
	opt := Options{Now: newClock().now, Key: must[*sealed.Key](t)(testKey())}
	says := func(path string) string {
		j := must[*Journal](t)(Open(path, opt))
		defer func() { try(t, j.Close()) }()
		return onlyText(t, j)
	}
	switch text := says(path); {
	case text == "as it was":
		kept := must[[]string](t)(filepath.Glob(strings.TrimSuffix(path, ".handback") + replacedMark + "*.handback"))
		if len(kept) == 0 || says(kept[0]) != "as it is" {
			t.Errorf("what was there is lost: %v", kept)
		}
	case text != "as it is" || whole:
		t.Errorf("it says %q", text)
	}
	for _, end := range []string{".new", restoredEnd} {
		if exists(path + end) {
			t.Errorf("%s is left", end)
		}
	}
}

// TestWhatWaitsInTheInboxIsRestoredToo captures a line and restores an older backup before it is filed.
func TestWhatWaitsInTheInboxIsRestoredToo(t *testing.T) {
	path, _, now := lockedJournal(t)
	j := unlocked(t, path, now)
	backup := must[backups.Done](t)(j.BackUp(context.Background())).Made.Path
	addPerson(t, j, "Ben")
	try(t, j.Close())
	must[string](t)(KeepLine(path, "", "Ana: topic: the rota", now()))
	must[string](t)(Restore(context.Background(), Restoring{Journal: path, Backup: backup, Secret: horse, Now: now}))
	back := unlocked(t, path, now)
	if filed, damaged := back.Captured(); filed != 1 || damaged != 0 {
		t.Errorf("%d lines were filed, %d are damaged", filed, damaged)
	}
	if texts := textsByID(t, back); len(texts) != 1 {
		t.Errorf("the notes say %v", texts)
	}
}

// TestALineThatWaitsIsFiledBeforeProtectionEnds turns protection off while more lines wait than one unlocking files.
func TestALineThatWaitsIsFiledBeforeProtectionEnds(t *testing.T) {
	path, k, now := lockedJournal(t)
	try(t, unlocked(t, path, now).Close())
	for range 3 {
		must[string](t)(KeepLine(path, "", "Ana: topic: the rota", now()))
	}
	try(t, Unprotect(path, k, now, nil))
	j := must[*Journal](t)(Open(path, Options{Now: now}))
	defer func() { try(t, j.Close()) }()
	all := ""
	for _, text := range textsByID(t, j) {
		all += text
	}
	if n := strings.Count(all, "the rota"); n != 3 {
		t.Errorf("%d of 3 lines are in %q", n, all)
	}
}

// TestNobodyElseIsSealedFor puts another's public key where lines are sealed to: the next unlocking puts that right.
func TestNobodyElseIsSealedFor(t *testing.T) {
	path, k, now := lockedJournal(t)
	other := must[*sealed.Key](t)(sealed.NewKey())
	try(t, sealed.WriteRecipient(path, other))
	j := unlocked(t, path, now)
	try(t, j.Close())
	if !sealed.IsRecipient(path, k) {
		t.Error("lines are still sealed for somebody else")
	}
}

// TestWhatAKilledChangeLeftIsNotTakenIn leaves a log of an earlier try where a journal is written that is no longer to be protected.
func TestWhatAKilledChangeLeftIsNotTakenIn(t *testing.T) {
	path, k, now := lockedJournal(t)
	other := must[*Journal](t)(Open(filepath.Join(t.TempDir(), FileName), Options{Now: now, Create: true}))
	addPerson(t, other, "Stranger")
	for _, end := range []string{"-wal", "-journal"} {
		try(t, copyFile(other.Path()+"-wal", path+changingEnd+end))
	}
	try(t, other.Close())
	try(t, Unprotect(path, k, now, nil))
	j := must[*Journal](t)(Open(path, Options{Now: now}))
	defer func() { try(t, j.Close()) }()
	for _, p := range must[[]notes.Person](t)(j.People()) {
		if p.Name == "Stranger" {
			t.Error("another journal's people are in it")
		}
	}
	for _, end := range []string{"", "-wal", "-shm", "-journal"} {
		if exists(path + changingEnd + end) {
			t.Errorf("%s is left", changingEnd+end)
		}
	}
}

// TestAProtectedJournalCopiedWhileInUse copies its files one by one, as a sync program does, while somebody saves and snapshots are
// written: what is opened is a state that was committed, or it is refused in a sentence, and nothing of it changes then.
func TestAProtectedJournalCopiedWhileInUse(t *testing.T) {
	protectedOnly(t)
	j, _ := newJournal(t)
	id := addNote(t, j, addPerson(t, j, "Ana"), notes.HeldNote, "2026-11-20", bodyOfRev(1))
	rev := int64(1)
	save := func(times int) {
		for range times {
			rev = must[int64](t)(j.SaveBody(id, rev, bodyOfRev(rev+1)))
		}
	}
	opened, refused := 0, 0
	for round := range 24 {
		save(3)
		from := rev
		to := filepath.Join(t.TempDir(), FileName)
		try(t, os.Mkdir(to, 0o700))
		entries := must[[]os.DirEntry](t)(os.ReadDir(j.Path()))
		if round%2 == 1 {
			slices.Reverse(entries)
		}
		for i, e := range entries {
			if i == round%len(entries) {
				save(2)
				if round%3 != 0 {
					try(t, j.vault.Checkpoint(nil))
					save(1)
				}
			}
			if err := copyFile(filepath.Join(j.Path(), e.Name()), filepath.Join(to, e.Name())); err != nil && !errors.Is(err, os.ErrNotExist) {
				t.Fatal(err)
			}
		}
		before := bytesOfFolder(t, to)
		c, err := openAt(to, false)
		if err != nil {
			refused++
			saysWhatToDo(t, err, to)
			if bytesOfFolder(t, to) != before {
				t.Errorf("round %d: it is refused and changed", round)
			}
			continue
		}
		opened++
		n := must[notes.Note](t)(c.Note(id))
		if n.Rev < 1 || n.Rev > rev || n.Body != bodyOfRev(n.Rev) {
			t.Errorf("round %d: rev %d of %d to %d is there, with another text", round, n.Rev, from, rev)
		}
		try(t, c.CheckIndex())
		try(t, c.Close())
	}
	t.Logf("%d opened, %d refused", opened, refused)
	if opened == 0 {
		t.Error("none is opened")
	}
}

// TestTheBackupsOfAProtectedJournalAreFound lists them by the journal's path, as the start screen does where it can't be opened.
func TestTheBackupsOfAProtectedJournalAreFound(t *testing.T) {
	path, _, now := lockedJournal(t)
	j := unlocked(t, path, now)
	made := must[backups.Done](t)(j.BackUp(context.Background())).Made
	try(t, j.Close())
	all := must[[]backups.Backup](t)(Backups(path))
	if len(all) != 1 || all[0].Path != made.Path || !all[0].Sealed {
		t.Errorf("the backups are %+v, made was %+v", all, made)
	}
	for _, e := range must[[]os.DirEntry](t)(os.ReadDir(path)) { // even where nothing is left of it
		if e.Name() != lockName {
			try(t, os.RemoveAll(filepath.Join(path, e.Name())))
		}
	}
	if all = must[[]backups.Backup](t)(Backups(path)); len(all) != 1 {
		t.Errorf("of a journal whose files are gone: %+v", all)
	}
}
