package storage

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"handback/notes"
)

// eachFileOf changes all files of a folder.
func eachFileOf(t *testing.T, folder, suffix string, change func([]byte) []byte) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, suffix) {
			return err
		}
		data, err := os.ReadFile(path)
		return errors.Join(err, os.WriteFile(path, change(data), 0o600))
	})
	if err != nil {
		t.Fatal(err)
	}
}

func crlf(data []byte) []byte { return bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n")) }

// TestAFolderThatWasImportedTakesTheNextExport does to a folder what other programs and people do, imports it and exports again.
func TestAFolderThatWasImportedTakesTheNextExport(t *testing.T) {
	aloneUnderRace(t)
	for name, does := range map[string]func(t *testing.T, folder string){
		"a page of one's own": func(t *testing.T, folder string) { writeFile(t, filepath.Join(folder, "Ideas.md"), "# mine\n") },
		"a link of one's own": func(t *testing.T, folder string) { linkTo(t, folder, filepath.Join(folder, "Link.md")) },
		"all ends of lines":   func(t *testing.T, folder string) { eachFileOf(t, folder, "", crlf) },
		"lines of a table":    func(t *testing.T, folder string) { eachFileOf(t, folder, "setting.jsonl", crlf) },
		"a line too many": func(t *testing.T, folder string) {
			eachFileOf(t, folder, "setting.jsonl", func(b []byte) []byte { return append(b, '\n') })
		},
		"the list": func(t *testing.T, folder string) {
			eachFileOf(t, folder, "files.txt", func(b []byte) []byte { return b[:len(b)/2] })
		},
		"a note": func(t *testing.T, folder string) {
			eachFileOf(t, folder, "20 Ana Lima.md", func(b []byte) []byte { return append(b, "more\n"...) })
		},
		"a page where one was": func(t *testing.T, folder string) {
			writeFile(t, filepath.Join(folder, "Notes", "Ana Lima", "Ideas.md"), "# mine\n")
		},
		"how a person is named": func(t *testing.T, folder string) {
			eachFileOf(t, folder, "Ana Lima.md", func(b []byte) []byte { return bytes.ReplaceAll(b, []byte("name: Ana Lima"), []byte("name: Ana")) })
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := newPair(t, "todo: one\n")
			do(t, p.a, notes.PutSetting{Key: "one", Value: "1"})
			exportTo(t, p.a, p.folderA)
			does(t, p.folderA)
			for _, j := range []*Journal{p.a, p.b} {
				importFrom(t, j, p.folderA)
				exportTo(t, j, p.folderA)
				do(t, j, notes.PutSetting{Key: "one", Value: "2"})
				save(t, j, onlyNote(t, j).ID, "todo: two\n")
				exportTo(t, j, p.folderA)
			}
			if n := onlyNote(t, p.b); n.Body != "todo: two\n" {
				t.Errorf("it is %q", n.Body)
			}
		})
	}
}

// TestHowLinesEndIsNoChange gives all files of a folder the ends of lines that git on Windows gives them.
func TestHowLinesEndIsNoChange(t *testing.T) {
	p := newPair(t, "todo: one\nprose\n")
	eachFileOf(t, p.folderA, "", crlf)
	for name, j := range map[string]*Journal{"its own": p.a, "another one": p.b} {
		t.Run(name, func(t *testing.T) {
			if done := exportTo(t, p.a, p.folderA); done.Written+done.Removed > 0 {
				t.Errorf("without an import it writes: %+v", done)
			}
			if done := importFrom(t, j, p.folderA); done.New+done.Changed+len(done.Conflicts) > 0 {
				t.Errorf("it takes %+v", done)
			}
			if n := onlyNote(t, j); n.Body != "todo: one\nprose\n" {
				t.Errorf("the note is %q", n.Body)
			}
			exportTo(t, j, p.folderA)
		})
	}
	if got := must[[]byte](t)(os.ReadFile(filepath.Join(p.folderA, ".gitattributes"))); string(got) != "* -text\r\n" {
		t.Errorf("what git is told is %q", got)
	}
}

func linkTo(t *testing.T, to, at string) {
	t.Helper()
	if err := os.Symlink(to, at); err != nil {
		t.Skip("there are no links here:", err)
	}
}

// TestAnExportThatWasCutOffGoesOn puts some of an archive in place and not the rest, as if the power had failed, and goes on in the
// journal before it exports again.
func TestAnExportThatWasCutOffGoesOn(t *testing.T) {
	for name, placed := range map[string][]string{
		"only the list":       nil,
		"the list and lines":  {"Handback/setting.jsonl", "Handback/revision.jsonl"},
		"the list and a note": {"Notes/Ana Lima/2026-11-22 Ana Lima.md"},
		"all that is new":     {"Handback/setting.jsonl", "Handback/revision.jsonl", "Notes/Ana Lima/2026-11-22 Ana Lima.md"},
	} {
		t.Run(name, func(t *testing.T) {
			j, folder := exported(t)
			do(t, j, notes.PutSetting{Key: "one", Value: "1"})
			exportTo(t, j, folder)
			id := onlyNote(t, j).ID
			save(t, j, id, "todo: two\n")
			do(t, j, notes.PutSetting{Key: "one", Value: "2"}, notes.NoteMeta{ID: id, Kind: notes.HeldNote, Date: "2026-11-22"})
			cutOff(t, j, folder, placed)
			save(t, j, id, "todo: three\n")
			do(t, j, notes.PutSetting{Key: "one", Value: "3"}, notes.NoteMeta{ID: id, Kind: notes.HeldNote, Date: "2026-11-23"})
			exportTo(t, j, folder)
			fresh := filepath.Join(t.TempDir(), "fresh")
			exportTo(t, j, fresh)
			if got, want := folderText(t, folder), folderText(t, fresh); got != want {
				t.Errorf("it differs from an export to an empty folder:\n%s", linesThatDiffer(got, want))
			}
		})
	}
}

// cutOff begins an export and ends it when it has put some files in place.
func cutOff(t *testing.T, j *Journal, folder string, placed []string) {
	t.Helper()
	c, seen, err := j.besides()
	if err != nil {
		t.Fatal(err)
	}
	d := must[*archiveFolder](t)(openArchiveFolder(j.archiveDisk(), folder, seen, ""))
	d.tookIn, d.saw = c.tookIn, func(stamp string) error { return j.sawArchive(seenArchivesKey, stamp) }
	x := &exporter{c: c, d: d}
	if err := x.all(); err != nil {
		t.Fatal(err)
	}
	must[[]string](t)(d.ready())
	for _, file := range placed {
		if err := d.move(filepath.Join("f", filepath.FromSlash(file)), file); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.close(); err != nil {
		t.Fatal(err)
	}
}

// TestWhatIsTakenBackIsNotKnown lets an import be taken back: what the folder has isn't in the journal any more.
func TestWhatIsTakenBackIsNotKnown(t *testing.T) {
	p := newPair(t, "todo: one\n")
	save(t, p.a, p.note, "todo: two\n")
	exportTo(t, p.a, p.folderA)
	done := importFrom(t, p.b, p.folderA)
	p.cb.pass(time.Hour)
	do(t, p.b, notes.TakeBackArchive{Archive: done.ID})
	if _, err := p.b.ExportArchive(p.folderA, nil); !errors.Is(err, ErrOtherArchive) {
		t.Errorf("it says %v", err)
	}
}
