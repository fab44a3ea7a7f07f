package storage

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"handback/notes"
)

func TestNamesOfConflictCopies(t *testing.T) {
	for _, n := range conflictNames {
		t.Run(n.program+n.example, func(t *testing.T) {
			for _, own := range []string{"journal.handback", "my.own notes.handback", "journal"} {
				end := filepath.Ext(own)
				name := strings.TrimSuffix(own, end) + n.example + end
				if program, ok := conflictOf(name, own); !ok || program != n.program {
					t.Errorf("%s: %v, by %q", name, ok, program)
				}
			}
		})
	}
	for _, name := range []string{
		"journal.handback", "journal.handback-wal", "journal.handback-shm", "journal.handback.lock", "journal.handback.new",
		"journal.before-update-3.handback", "journal.salvaged-2026-11-26.handback", "journal.merged-2026-11-26.handback",
		"journal.before-merge-2026-11-26-2.handback", "journal copy 2026-11-26 120102.handback", "journal-backup.handback",
		"journal2.handback", "journals.handback", "another (1).handback", "journal.handback-wal.of-an-earlier-journal", "journal (1).txt",
	} {
		t.Run(name, func(t *testing.T) {
			if program, ok := conflictOf(name, "journal.handback"); ok {
				t.Errorf("it is taken for a conflict copy, by %q", program)
			}
		})
	}
}

// parted is a journal, and a conflict copy of it in which other things were written.
func parted(t *testing.T) (j *Journal, copied string, ana notes.PersonID, both notes.NoteID) {
	t.Helper()
	j, c := newJournal(t)
	ana = addPerson(t, j, "Ana")
	both = addNote(t, j, ana, notes.HeldNote, "2026-11-20", "todo: first\ntodo: second\n")
	copied = must[string](t)(j.SaveCopy(filepath.Join(filepath.Dir(j.Path()), "journal (Ana's conflicted copy 2026-11-26).handback")))
	other := must[*Journal](t)(Open(copied, Options{Now: c.now}))
	c.pass(time.Hour)
	ben := addPerson(t, other, "Ben")
	addNote(t, other, ben, notes.HeldNote, "2026-11-21", "praise: only in the copy\n")
	if _, err := other.SaveBody(both, 1, "todo: first\ntodo: second, as the copy has it\n"); err != nil {
		t.Fatal(err)
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(copied + ".lock"); err != nil {
		t.Fatal(err)
	}
	c.pass(time.Hour)
	addNote(t, j, ana, notes.HeldNote, "2026-11-22", "praise: only here\n")
	if _, err := j.SaveBody(both, 1, "todo: first, as it is here\ntodo: second\n"); err != nil {
		t.Fatal(err)
	}
	return j, copied, ana, both
}

func TestConflictCopiesAreTold(t *testing.T) {
	plainOnly(t)
	j, copied, _, _ := parted(t)
	before := must[[]byte](t)(os.ReadFile(copied))
	folder := filepath.Dir(j.Path())
	stranger := must[*Journal](t)(openAt(filepath.Join(folder, "journal (1).handback"), true))
	if err := stranger.Close(); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"journal (2).handback": "", "journal (3).handback": "no journal at all, only a few words"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	found := must[[]notes.ConflictCopy](t)(j.ConflictCopies())
	told := map[string]notes.ConflictCopy{}
	for _, f := range found {
		told[filepath.Base(f.Path)] = f
	}
	if len(found) != 3 {
		t.Errorf("%+v", found)
	}
	if got := told[filepath.Base(copied)]; got.By != "Dropbox" || got.Notes != 2 || got.People != 2 || got.Wrong != "" || got.Saved.IsZero() {
		t.Errorf("%+v", got)
	}
	for _, name := range []string{"journal (2).handback", "journal (3).handback"} {
		t.Run(name, func(t *testing.T) {
			if told[name].Wrong == "" {
				t.Errorf("%+v", told[name])
			}
		})
	}
	if after := must[[]byte](t)(os.ReadFile(copied)); string(after) != string(before) || exists(copied+"-wal") || exists(copied+".lock") {
		t.Error("looking has changed the copy")
	}
}

func TestAConflictCopyIsMerged(t *testing.T) {
	plainOnly(t)
	j, copied, _, both := parted(t)
	before := must[[]byte](t)(os.ReadFile(copied))
	did, put, err := j.MergeCopy(copied, nil)
	if err != nil {
		t.Fatal(err)
	}
	if did.New != 1 {
		t.Errorf("%+v", did)
	}
	bodies := must[[]string](t)(list(j.c, "SELECT body FROM note ORDER BY date", nil, scalar[string]))
	want := []string{"todo: first, as it is here\ntodo: second, as the copy has it\n", "praise: only in the copy\n", "praise: only here\n"}
	if strings.Join(bodies, "|") != strings.Join(want, "|") {
		t.Errorf("%q", bodies)
	}
	if exists(copied) || filepath.Dir(put.Aside) != filepath.Dir(copied) {
		t.Errorf("put aside at %s", put.Aside)
	}
	if after := must[[]byte](t)(os.ReadFile(put.Aside)); string(after) != string(before) {
		t.Error("merging has changed the copy")
	}
	kept := must[*Journal](t)(openAt(put.Before, false))
	if n := must[notes.Note](t)(kept.Note(both)); n.Body != "todo: first, as it is here\ntodo: second\n" {
		t.Errorf("before the merge it said %q", n.Body)
	}
	if err := kept.Close(); err != nil {
		t.Fatal(err)
	}
	if found := must[[]notes.ConflictCopy](t)(j.ConflictCopies()); len(found) > 0 {
		t.Errorf("still told: %+v", found)
	}
	copies := must[[]string](t)(j.Copies())
	for _, path := range []string{put.Before, put.Aside} {
		if !strings.Contains(strings.Join(copies, "\n"), path) {
			t.Errorf("who erases somebody is not told of %s", path)
		}
	}
}

// TestLinesThatBothChangedAreTold keeps the other text where the same line was changed twice.
func TestLinesThatBothChangedAreTold(t *testing.T) {
	plainOnly(t)
	j, copied, _, both := parted(t)
	n := must[notes.Note](t)(j.Note(both))
	if _, err := j.SaveBody(both, n.Rev, "todo: first\ntodo: second, as it is here\n"); err != nil {
		t.Fatal(err)
	}
	did, _, err := j.MergeCopy(copied, nil)
	if err != nil || len(did.Conflicts) != 1 || !strings.Contains(did.Conflicts[0].Lost, "as the copy has it") {
		t.Errorf("%+v, %v", did, err)
	}
	versions := must[[]string](t)(list(j.c, "SELECT body FROM revision WHERE note_id = ?", []any{both}, scalar[string]))
	if !strings.Contains(strings.Join(versions, "|"), "second, as the copy has it") {
		t.Errorf("the other text is kept nowhere: %q", versions)
	}
}

// TestACopyThatCannotBeMergedChangesNothing tries what sync programs leave behind.
func TestACopyThatCannotBeMergedChangesNothing(t *testing.T) {
	plainOnly(t)
	for name, spoil := range map[string]func(data []byte) []byte{
		"empty":                 func([]byte) []byte { return nil },
		"copied while in use":   func(data []byte) []byte { return data[:len(data)/2] },
		"no journal":            func([]byte) []byte { return []byte("placeholder of an online file") },
		"zeros":                 func(data []byte) []byte { return make([]byte, len(data)) },
		"torn in the middle":    func(data []byte) []byte { clear(data[len(data)/3 : len(data)*2/3]); return data },
		"without its first 512": func(data []byte) []byte { clear(data[:512]); return data },
	} {
		t.Run(name, func(t *testing.T) {
			j, copied, _, _ := parted(t)
			data := spoil(must[[]byte](t)(os.ReadFile(copied)))
			if err := os.WriteFile(copied, data, 0o600); err != nil {
				t.Fatal(err)
			}
			before := strings.Join(must[[]string](t)(list(j.c, "SELECT body FROM note ORDER BY id", nil, scalar[string])), "|")
			_, put, err := j.MergeCopy(copied, nil)
			if err == nil || err.Error() == "" || strings.Contains(err.Error(), "SQL") {
				t.Errorf("it says %v", err)
			}
			after := strings.Join(must[[]string](t)(list(j.c, "SELECT body FROM note ORDER BY id", nil, scalar[string])), "|")
			if now := must[[]byte](t)(os.ReadFile(copied)); string(now) != string(data) || before != after {
				t.Error("something was changed")
			}
			if put.Before != "" || len(must[[]string](t)(filepath.Glob(filepath.Join(filepath.Dir(copied), "*"+beforeMergeMark+"*")))) > 0 {
				t.Error("a copy from before the merge is left")
			}
		})
	}
}

func TestAnOlderCopyIsMergedAndStaysOlder(t *testing.T) {
	j, _ := newJournal(t)
	copied := filepath.Join(filepath.Dir(j.Path()), "journal.sync-conflict-20261126-120102-K7QZ3AB.handback")
	older := keptJournal(t, 5)
	if err := os.Rename(older, copied); err != nil {
		t.Fatal(err)
	}
	before := must[[]byte](t)(os.ReadFile(copied))
	did, put, err := j.MergeCopy(copied, nil)
	if err != nil || did.New == 0 {
		t.Fatalf("%+v, %v", did, err)
	}
	if after := must[[]byte](t)(os.ReadFile(put.Aside)); string(after) != string(before) {
		t.Error("merging has brought the copy to a newer schema")
	}
	names := must[[]string](t)(filepath.Glob(filepath.Join(filepath.Dir(copied), "*"+olderMark+"*")))
	if len(names) > 0 {
		t.Errorf("left beside it: %q", names)
	}
}

func TestACancelledMergeChangesNothing(t *testing.T) {
	plainOnly(t)
	j, copied, _, _ := parted(t)
	stop := errors.New("cancelled")
	if _, _, err := j.MergeCopy(copied, func(int, int) error { return stop }); !errors.Is(err, stop) {
		t.Fatal(err)
	}
	if n := must[int](t)(one(j.c, "SELECT count(*) FROM note", scalar[int])); n != 2 || !exists(copied) {
		t.Errorf("%d notes", n)
	}
}
