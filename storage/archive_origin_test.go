package storage

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"handback/notes"
)

// takeVault takes the same two notes of another program into a journal.
func takeVault(t *testing.T, j *Journal) notes.ImportID {
	t.Helper()
	who := personCalled(t, j, "Ana Lima")
	id := must[notes.ImportID](t)(j.BeginImport("Obsidian", "vault"))
	must[[]notes.Standing](t)(j.Bring(id, []notes.Brought{
		{Origin: "Obsidian\nvault\na.md", Person: who, Date: "2025-01-02", Body: "todo: old thing\n"},
		{Origin: "Obsidian\nvault\nb.md", Person: who, Date: "2025-01-03", Body: "praise: old praise\n"},
	}))
	do(t, j, notes.TakeImport{Import: id})
	return id
}

func countOf(t *testing.T, j *Journal, where string) int {
	t.Helper()
	return must[int](t)(one(j.c, "SELECT count(*) FROM note WHERE "+where, scalar[int]))
}

func TestAVaultThatBothComputersTookIsThereOnce(t *testing.T) {
	p := newPair(t, "x\n")
	takeVault(t, p.a)
	takeVault(t, p.b)
	edited := must[notes.NoteID](t)(one(p.b.c, "SELECT id FROM note WHERE body LIKE 'todo%'", scalar[notes.NoteID]))
	p.cb.pass(time.Hour)
	save(t, p.b, edited, "todo: old thing\nand what came of it\n")
	exportTo(t, p.a, p.folderA)
	exportTo(t, p.b, p.other)
	importFrom(t, p.a, p.other)
	importFrom(t, p.b, p.folderA)
	for name, j := range map[string]*Journal{"one way": p.a, "the other way": p.b} {
		if all, text := countOf(t, j, "origin IS NOT NULL"), countOf(t, j, "body LIKE '%what came of it%'"); all != 2 || text != 1 {
			t.Errorf("%s there are %d notes of it, and %d that was edited", name, all, text)
		}
	}
	uids := "SELECT group_concat(uid) FROM (SELECT uid FROM note ORDER BY uid)"
	if a, b := must[string](t)(one(p.a.c, uids, scalar[string])), must[string](t)(one(p.b.c, uids, scalar[string])); a != b {
		t.Errorf("they are %s here and %s there", a, b)
	}
}

func TestAnImportThatWasTakenBackStaysAway(t *testing.T) {
	p := newPair(t, "x\n")
	id := takeVault(t, p.a)
	exportTo(t, p.a, p.folderA)
	importFrom(t, p.b, p.folderA)
	p.ca.pass(time.Hour)
	do(t, p.a, notes.TakeBackImport{Import: id})
	t.Run("out of an archive", func(t *testing.T) {
		folder := filepath.Join(t.TempDir(), "out")
		exportTo(t, p.a, folder)
		if text := folderText(t, folder); strings.Contains(text, "old praise") || strings.Contains(text, `"Obsidian"`) {
			t.Error("it goes out")
		}
	})
	t.Run("from the other computer", func(t *testing.T) {
		if err := p.a.dropUnseen(); err != nil {
			t.Fatal(err)
		}
		exportTo(t, p.b, p.other)
		importFrom(t, p.a, p.other)
		if n := countOf(t, p.a, "origin IS NOT NULL"); n > 0 {
			t.Errorf("%d notes came again", n)
		}
		if n := must[int](t)(one(p.a.c, "SELECT count(*) FROM import", scalar[int])); n > 0 {
			t.Errorf("%d imports came again", n)
		}
	})
	t.Run("one under way", func(t *testing.T) {
		j, _ := newJournal(t)
		who := addPerson(t, j, "Ana Lima")
		id := must[notes.ImportID](t)(j.BeginImport("Obsidian", "vault"))
		must[[]notes.Standing](t)(j.Bring(id, []notes.Brought{{Origin: "x", Person: who, Date: "2025-01-02", Body: "todo: under way\n"}}))
		folder := filepath.Join(t.TempDir(), "out")
		exportTo(t, j, folder)
		if text := folderText(t, folder); strings.Contains(text, "under way") || strings.Contains(text, `"Obsidian"`) {
			t.Error("it goes out")
		}
	})
}
