package storage

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestNothingBehindALinkIsTaken puts links, and files whose reading never ends, where an archive has files and folders.
func TestNothingBehindALinkIsTaken(t *testing.T) {
	for name, tt := range map[string]struct {
		does func(folder, outside string) error
		want string // what is named: a file that is left out, or why all of it is refused
	}{
		"a folder of people": {func(folder, outside string) error {
			return errors.Join(os.RemoveAll(filepath.Join(folder, "People")), os.Symlink(outside, filepath.Join(folder, "People")))
		}, "People"},
		"a folder around": {func(folder, outside string) error {
			return errors.Join(os.MkdirAll(filepath.Join(outside, "People"), 0o700), os.Rename(filepath.Join(outside, "Cleo.md"),
				filepath.Join(outside, "People", "Cleo.md")), os.RemoveAll(filepath.Join(folder, "Trash")),
				os.Symlink(outside, filepath.Join(folder, "Trash")))
		}, "Trash"},
		"lines": {func(folder, outside string) error {
			return os.Symlink(filepath.Join(outside, "expectation.jsonl"), filepath.Join(folder, "Handback", "expectation.jsonl"))
		}, "Handback/expectation.jsonl"},
		"lines that never end": {func(folder, _ string) error {
			return syscall.Mkfifo(filepath.Join(folder, "Handback", "expectation.jsonl"), 0o600)
		}, "Handback/expectation.jsonl"},
		"a note that never ends": {func(folder, _ string) error { return syscall.Mkfifo(filepath.Join(folder, "a.md"), 0o600) }, "a.md"},
		"a list that never ends": {func(folder, _ string) error {
			list := filepath.Join(folder, filepath.FromSlash(listFile))
			return errors.Join(os.Remove(list), syscall.Mkfifo(list, 0o600))
		}, ""},
		"a form that never ends": {func(folder, _ string) error {
			form := filepath.Join(folder, "Handback", "archive.json")
			return errors.Join(os.Remove(form), syscall.Mkfifo(form, 0o600))
		}, "Handback/archive.json"},
	} {
		t.Run(name, func(t *testing.T) {
			_, folder := exported(t)
			outside := t.TempDir()
			writeFile(t, filepath.Join(outside, "Cleo.md"), "---\nuid: cleo\nname: Cleo Day\nkind: report\nstate: here\n---\n")
			writeFile(t, filepath.Join(outside, "expectation.jsonl"), "{")
			if err := tt.does(folder, outside); err != nil {
				t.Fatal(err)
			}
			j, _ := newJournal(t)
			done, err := j.ImportArchive(folder, nil)
			said := ""
			if err != nil {
				said = err.Error()
			}
			for _, s := range done.Skipped {
				said += s.File + "\n"
			}
			if !strings.Contains(said, tt.want) {
				t.Errorf("it says %q", said)
			}
			if n := must[int](t)(one(j.c, "SELECT count(*) FROM person WHERE name = 'Cleo Day'", scalar[int])); n > 0 {
				t.Error("somebody came from outside")
			}
		})
	}
}
