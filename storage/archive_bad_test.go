package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"handback/notes"
)

// filled is a journal with a note, and the folder of its archive.
func exported(t *testing.T) (j *Journal, folder string) {
	t.Helper()
	j, _ = newJournal(t)
	addNote(t, j, addPerson(t, j, "Ana Lima"), notes.HeldNote, "2026-11-20", "todo: one\n")
	folder = filepath.Join(t.TempDir(), "archive")
	exportTo(t, j, folder)
	return j, folder
}

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(text), 0o600)); err != nil {
		t.Fatal(err)
	}
}

const noteFile = "Notes/Ana Lima/2026-11-20 Ana Lima.md"

func TestNothingOfSomethingElseIsLost(t *testing.T) {
	for name, tt := range map[string]struct {
		does func(t *testing.T, folder string)
		says string
	}{
		"a note changed by hand": {func(t *testing.T, folder string) {
			writeFile(t, filepath.Join(folder, noteFile), "---\nperson: Ana\ndate: 2026-11-20\n---\nmine")
		}, "changed outside"},
		"a link where a folder was": {func(t *testing.T, folder string) {
			aside := filepath.Join(t.TempDir(), "aside")
			if err := errors.Join(os.Rename(filepath.Join(folder, "Notes"), aside), os.Symlink(aside, filepath.Join(folder, "Notes"))); err != nil {
				t.Fatal(err)
			}
		}, "is a link"},
		"an archive of another journal": {func(t *testing.T, folder string) {
			other, _ := newJournal(t)
			addPerson(t, other, "Ben")
			if err := os.RemoveAll(folder); err != nil {
				t.Fatal(err)
			}
			exportTo(t, other, folder)
		}, "things that aren't in this journal"},
	} {
		t.Run(name, func(t *testing.T) {
			j, folder := exported(t)
			id := onlyNote(t, j).ID
			tt.does(t, folder)
			before := folderText(t, filepath.Join(folder, "Handback"))
			save(t, j, id, "todo: two\n")
			_, err := j.ExportArchive(folder, nil)
			if !errors.Is(err, ErrOtherArchive) || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("it says %v", err)
			}
			if folderText(t, filepath.Join(folder, "Handback")) != before {
				t.Error("the folder was changed")
			}
		})
	}
	t.Run("imported first", func(t *testing.T) {
		j, folder := exported(t)
		data := must[[]byte](t)(os.ReadFile(filepath.Join(folder, noteFile)))
		writeFile(t, filepath.Join(folder, noteFile), string(data)+"by hand\n")
		importFrom(t, j, folder)
		exportTo(t, j, folder)
		if n := onlyNote(t, j); n.Body != "todo: one\nby hand\n" {
			t.Errorf("it is %q", n.Body)
		}
	})
	t.Run("what the user made of the tables stays", func(t *testing.T) {
		j, folder := exported(t)
		writeFile(t, filepath.Join(folder, "Notes.base"), "mine")
		writeFile(t, filepath.Join(folder, ".obsidian", "app.json"), "{}")
		save(t, j, onlyNote(t, j).ID, "todo: two\n")
		if done := exportTo(t, j, folder); done.Written != 2 { // the note and its version
			t.Errorf("%+v", done)
		}
		if got := must[[]byte](t)(os.ReadFile(filepath.Join(folder, "Notes.base"))); string(got) != "mine" {
			t.Errorf("it is %q", got)
		}
	})
}

func TestWhatIsNoMoreGoesFromTheFolder(t *testing.T) {
	j, folder := exported(t)
	do(t, j, notes.Purge{Kind: notes.KindNote, ID: int64(onlyNote(t, j).ID)})
	writeFile(t, filepath.Join(folder, "Notes", "of mine.md"), "x")
	if done := exportTo(t, j, folder); done.Removed != 1 {
		t.Errorf("%+v", done)
	}
	if exists(filepath.Join(folder, "Notes", "Ana Lima")) || !exists(filepath.Join(folder, "Notes", "of mine.md")) {
		t.Error("its folder is there, or what isn't its own is gone")
	}
}

func TestAListThatLeavesTheFolderDeletesNothing(t *testing.T) {
	j, folder := exported(t)
	outside := filepath.Join(filepath.Dir(folder), "outside.md")
	writeFile(t, outside, "x")
	d := digestOf([]byte("x"))
	list := filepath.Join(folder, filepath.FromSlash(listFile))
	writeFile(t, list, fmt.Sprintf("%s%x ../outside.md\n%x /etc/hosts\n", must[[]byte](t)(os.ReadFile(list)), d, d))
	importFrom(t, j, folder)
	exportTo(t, j, folder)
	if !exists(outside) {
		t.Error("a file outside of the folder is gone")
	}
}

func TestCancelLeavesNothingBehind(t *testing.T) {
	stop := errors.New("stop")
	j, folder := exported(t)
	t.Run("out", func(t *testing.T) {
		fresh := filepath.Join(t.TempDir(), "fresh")
		if _, err := j.ExportArchive(fresh, func(int, int) error { return stop }); !errors.Is(err, stop) {
			t.Errorf("it says %v", err)
		}
		if exists(fresh) {
			t.Error("the folder is there")
		}
	})
	t.Run("in", func(t *testing.T) {
		other, _ := newJournal(t)
		before := dump(t, other)
		if _, err := other.ImportArchive(folder, func(int, int) error { return stop }); !errors.Is(err, stop) {
			t.Errorf("it says %v", err)
		}
		if dump(t, other) != before {
			t.Errorf("the journal was changed:\n%s", linesThatDiffer(dump(t, other), before))
		}
		importFrom(t, other, folder)
		if onlyNote(t, other).Body != "todo: one\n" {
			t.Error("and then it doesn't import")
		}
	})
}

func TestBadFilesAreRefusedByName(t *testing.T) {
	for name, tt := range map[string]struct{ file, text, says string }{
		"no date":          {"a.md", "---\nperson: Ana\n---\nx", "needs a date"},
		"a date like that": {"a.md", "---\nperson: Ana\ndate: 2026-13-40\n---\nx", "needs a date"},
		"an unknown kind":  {"a.md", "---\nperson: Ana\ndate: 2026-11-20\nkind: party\n---\nx", "a.md"},
		"a broken line":    {"Handback/verdict.jsonl", "{\"uid\":", "line 1"},
		"a line, no uid":   {"Handback/verdict.jsonl", "{\"line\":\"x\"}", "has no “uid”"},
		"a wrong number":   {"Goals/a.md", "---\nperson: Ana\ntitle: x\nwanted: much\n---\n", "wanted"},
		"not of its range": {"Goals/a.md", "---\nperson: Ana\ntitle: x\nwanted: 99\n---\n", "Goals/a.md"},
	} {
		t.Run(name, func(t *testing.T) {
			j, _ := newJournal(t)
			folder := t.TempDir()
			writeFile(t, filepath.Join(folder, "fine.md"), "---\nperson: Ana\ndate: 2026-11-20\n---\nx")
			writeFile(t, filepath.Join(folder, filepath.FromSlash(tt.file)), tt.text)
			before := dump(t, j)
			_, err := j.ImportArchive(folder, nil)
			if err == nil || !strings.Contains(err.Error(), tt.says) || !strings.Contains(err.Error(), tt.file) {
				t.Errorf("it says %v", err)
			}
			if dump(t, j) != before {
				t.Error("something of it was taken")
			}
		})
	}
}

func TestANoteByHandNeedsPersonDateAndBody(t *testing.T) {
	j, _ := newJournal(t)
	ben := addPerson(t, j, "Ben Ito", "Benny")
	folder := t.TempDir()
	writeFile(t, filepath.Join(folder, "one.md"), "---\nperson: Ana Lima\ndate: 2026-11-20\n---\ntodo: one #lead\n")
	writeFile(t, filepath.Join(folder, "two.md"), "---\nperson: \"[[benny]]\"\ndate: 2026-12-20\n---\ntodo Ana: two\n")
	for range 2 { // and again changes nothing
		importFrom(t, j, folder)
		people := must[[]notes.Person](t)(j.People())
		if len(people) != 3 {
			t.Fatalf("%d people", len(people))
		}
		heads := must[[]notes.NoteHead](t)(j.NotesOf(ben, 0))
		if len(heads) != 1 || heads[0].Kind != notes.PlannedNote || heads[0].Date != "2026-12-20" {
			t.Errorf("Ben has %+v", heads)
		}
		ana := people[len(people)-1]
		if ana.Name != "Ana Lima" {
			ana = people[len(people)-2]
		}
		heads = must[[]notes.NoteHead](t)(j.NotesOf(ana.ID, 0))
		if len(heads) != 1 || heads[0].Kind != notes.HeldNote {
			t.Fatalf("%s has %+v", ana.Name, heads)
		}
		if filed := must[[]notes.Filed](t)(j.FiledFrom(heads[0].ID)); len(filed) != 1 || filed[0].Text != "one #lead" {
			t.Errorf("filed is %+v", filed)
		}
		if err := j.CheckIndex(); err != nil {
			t.Error(err)
		}
	}
}

func TestAFolderWithoutPermission(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write anywhere")
	}
	j, _ := exported(t)
	closed := t.TempDir()
	if err := os.Chmod(closed, 0o500); err != nil { //nolint:gosec // that is what is tested
		t.Fatal(err)
	}
	if _, err := j.ExportArchive(filepath.Join(closed, "x"), nil); !errors.Is(err, notes.ErrNoAccess) {
		t.Errorf("it says %v", err)
	}
}

func TestEveryDurableTableIsCarried(t *testing.T) {
	j, _ := newJournal(t)
	tables := must[[]*arcTable](t)(j.c.arcTables())
	carried := map[string]bool{}
	for _, table := range tables {
		carried[table.name] = true
		for _, u := range table.unique {
			if u.where != "" && u.where != "kind = 'me'" && u.where != "deleted_at IS NULL" {
				t.Errorf("%s: nothing is known of rows that are alone where %s", table.name, u.where)
			}
		}
	}
	for _, table := range kept {
		if !carried[table] {
			t.Errorf("%s isn't carried", table)
		}
	}
	if !carried["revision"] || !carried["import"] {
		t.Error("versions, or imports, aren't carried")
	}
}
