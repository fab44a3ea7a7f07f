package storage

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"handback/notes"
)

// badNames are names that would lead out of a folder, or to a device, if they were taken for files as they are.
var badNames = []string{
	"../../evil", "..", "../", `..\..\evil`, "/etc/evil", `C:\evil`, `\\server\share\evil`, "CON", "aux.md", "a/../../evil", "evil\x00.md",
	"....//evil", ".handback-new", ".obsidian", "evil:stream", strings.Repeat("../", 60) + "tmp/evil",
}

// TestAnArchiveStaysInItsFolder gives people, goals and tags such names, and lets an archive of them be written.
func TestAnArchiveStaysInItsFolder(t *testing.T) {
	j, _ := newJournal(t)
	for i, name := range badNames {
		id := addPerson(t, j, fmt.Sprint("Ana ", i))
		addNote(t, j, id, notes.HeldNote, "2026-11-20", "todo "+name+": evil #"+name+"\n")
		do(t, j, notes.Goal{Person: id, Title: name})
		do(t, j, notes.CompanyGoal{Title: name})
		try(t, j.write(func(tx *tx) error { // no form takes such a name; another program may have written it
			return second(tx.exec("UPDATE person SET name = ? WHERE id = ?", name, id))
		}))
	}
	around := t.TempDir()
	root := filepath.Join(around, "in", "archive")
	if _, err := j.ExportArchive(root, nil); err != nil {
		t.Fatal(err)
	}
	n := 0
	err := filepath.WalkDir(around, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		n++
		if !inFolderOf(path, root) || !e.Type().IsRegular() {
			t.Errorf("%s is outside", path)
		}
		return nil
	})
	if err != nil || n < 3*len(badNames) {
		t.Errorf("%d files, %v", n, err)
	}
}

// TestAnArchiveFollowsNoLink lays links where an archive has its folders and files, before it is written and before it is read.
func TestAnArchiveFollowsNoLink(t *testing.T) {
	j, _ := newJournal(t)
	addNote(t, j, addPerson(t, j, "Ana"), notes.HeldNote, "2026-11-20", "todo: here\n")
	do(t, j, notes.PutSetting{Key: notes.SettingDaysOff, Value: "2026-12-24"})
	for _, name := range []string{
		"Notes", "Notes/Ana", "Notes/Ana/2026-11-20 Ana.md", "People", "Handback", "Handback/files.txt", "Handback/setting.jsonl",
		".handback-new",
	} {
		t.Run(name, func(t *testing.T) {
			around := t.TempDir()
			root, out := filepath.Join(around, "archive"), filepath.Join(around, "outside")
			if err := os.Mkdir(out, 0o700); err != nil {
				t.Fatal(err)
			}
			target := filepath.Join(out, filepath.Base(name))
			link := filepath.Join(root, filepath.FromSlash(name))
			if filepath.Ext(name) != "" && name != ".handback-new" {
				if err := os.WriteFile(target, []byte("mine"), 0o600); err != nil {
					t.Fatal(err)
				}
			} else {
				target = out
			}
			if err := errors.Join(os.MkdirAll(filepath.Dir(link), 0o700), os.Symlink(target, link)); err != nil {
				t.Fatal(err)
			}
			_, err := j.ExportArchive(root, nil)
			if name != ".handback-new" && !errors.Is(err, ErrOtherArchive) {
				t.Errorf("it says %v", err)
			}
			for file, text := range onDiskIn(t, out) {
				if text != "mine" {
					t.Errorf("%s was written", file)
				}
			}
		})
	}
}

// TestAnArchiveIsReadWithinItsFolder has a link in an archive lead to a file outside.
func TestAnArchiveIsReadWithinItsFolder(t *testing.T) {
	for _, name := range []string{"Notes", "Handback", "Handback/setting.jsonl", "Handback/handback.json", "Notes/2026-11-20 Ana.md"} {
		t.Run(name, func(t *testing.T) {
			j, _ := newJournal(t)
			around := t.TempDir()
			root, out := filepath.Join(around, "archive"), filepath.Join(around, "outside")
			if err := errors.Join(os.MkdirAll(out, 0o700), os.MkdirAll(root, 0o700)); err != nil {
				t.Fatal(err)
			}
			for file, text := range map[string]string{
				"2026-11-20 Ana.md": "---\nperson: Ana\ndate: 2026-11-20\n---\nstolen words\n",
				"setting.jsonl":     `{"uid":"a","key":"stolen","value":"words","updated_at":"2026-11-20T00:00:00Z"}` + "\n",
				"handback.json":     `{"format": 1}`,
			} {
				if err := os.WriteFile(filepath.Join(out, file), []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			target := out
			if filepath.Ext(name) != "" {
				target = filepath.Join(out, filepath.Base(name))
			}
			link := filepath.Join(root, filepath.FromSlash(name))
			if err := errors.Join(os.MkdirAll(filepath.Dir(link), 0o700), os.Symlink(target, link)); err != nil {
				t.Fatal(err)
			}
			_, err := j.ImportArchive(root, nil)
			if err != nil && strings.Contains(err.Error(), "escapes") {
				t.Errorf("it says %v", err)
			}
			n := must[int](t)(one(j.c, `SELECT (SELECT count(*) FROM note) + (SELECT count(*) FROM setting WHERE key = 'stolen')`, scalar[int]))
			if n > 0 {
				t.Errorf("what is outside was read: %v", err)
			}
		})
	}
}
