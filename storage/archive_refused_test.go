package storage

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAnImportThatIsRefusedLeavesNoJournal imports into a new journal what is no archive.
func TestAnImportThatIsRefusedLeavesNoJournal(t *testing.T) {
	for name, tt := range map[string]struct {
		file, text string
		says       string
	}{
		"no such folder":     {"", "", "There's no folder"},
		"no properties":      {"one.md", "# Ideas\n", "nothing in"},
		"nothing at all":     {"one.txt", "x", "nothing in"},
		"a file that is bad": {"one.md", "---\nperson: Ana\ndate: soon\n---\nx", "one.md"},
	} {
		t.Run(name, func(t *testing.T) {
			dir, folder := t.TempDir(), filepath.Join(t.TempDir(), "folder")
			if tt.file != "" {
				writeFile(t, filepath.Join(folder, tt.file), tt.text)
			}
			_, err := OpenFilled(filepath.Join(dir, FileName), Options{Now: newClock().now}, func(j *Journal) error {
				_, err := j.ImportArchive(folder, nil)
				return err
			})
			if err == nil || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("it says %v", err)
			}
			if left := must[[]os.DirEntry](t)(os.ReadDir(dir)); len(left) > 0 {
				t.Errorf("%s is left, and %d more", left[0].Name(), len(left)-1)
			}
		})
	}
}

// TestAPageOfOnesOwnIsLeftOut imports a folder with pages that have properties and are about nobody.
func TestAPageOfOnesOwnIsLeftOut(t *testing.T) {
	for name, text := range map[string]string{
		"tags":      "---\ntags: [idea]\n---\n# Ideas\n",
		"long text": "---\nsummary: |-\n  one: two\n  three\n---\n# Ideas\n",
		"a date":    "---\ndate: 2026-11-20\n---\nx\n",
	} {
		t.Run(name, func(t *testing.T) {
			_, folder := exported(t)
			writeFile(t, filepath.Join(folder, "Ideas.md"), text)
			j, _ := newJournal(t)
			done := importFrom(t, j, folder)
			if len(done.Skipped) != 1 || done.Skipped[0].File != "Ideas.md" || onlyNote(t, j).Body != "todo: one\n" {
				t.Errorf("it says %+v", done)
			}
			exportTo(t, j, folder)
		})
	}
}

// TestAnImportSaysWhatChanged counts what isn't a text of a note too.
func TestAnImportSaysWhatChanged(t *testing.T) {
	p := newPair(t, "todo: one\n")
	for name, tt := range map[string]struct {
		file, from, to string
		want           string
	}{
		"a note's day": {noteFile, "date: 2026-11-20", "date: 2026-11-18", "0 new notes, 1 changed"},
		"a person":     {"People/Ana Lima.md", "name: Ana Lima", "name: Ana Lima\nrole: Lead", "0 new notes, 0 changed, 1 other thing such"},
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(p.folderA, filepath.FromSlash(tt.file))
			data := string(must[[]byte](t)(os.ReadFile(file)))
			writeFile(t, file, strings.Replace(data, tt.from, tt.to, 1))
			if says := importFrom(t, p.b, p.folderA).Says(); !strings.Contains(says, tt.want) {
				t.Errorf("it says %q", says)
			}
		})
	}
}
