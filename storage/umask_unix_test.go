//go:build unix

package storage

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"handback/notes"
)

func init() { writeEverything = writeUnderUmask }

// writeUnderUmask makes every kind of file that storage makes, under a umask, which is of the whole process.
func writeUnderUmask(asked string) error {
	mask, folder, _ := strings.Cut(asked, "\n")
	if mask == "022" {
		syscall.Umask(0o022)
	} else {
		syscall.Umask(0)
	}
	path := filepath.Join(folder, "data", FileName)
	j, err := openAt(path, true)
	if err != nil {
		return err
	}
	done, err := j.Apply(notes.Change{Rows: []notes.Row{notes.Person{Kind: notes.KindReport, Name: "Ana"}}})
	if err != nil {
		return err
	}
	_, err = j.Apply(notes.Change{Rows: []notes.Row{notes.NewNote{
		Person: notes.PersonID(done.IDs[0]), Kind: notes.HeldNote, Date: "2026-11-20", Body: "todo: this\n",
	}}})
	if err != nil {
		return err
	}
	copied, err := j.SaveCopy(filepath.Join(folder, "data", "journal (1).handback"))
	if err != nil {
		return err
	}
	_, _, merging := j.MergeCopy(copied, nil)
	_, exporting := j.ExportArchive(filepath.Join(folder, "archive"), nil)
	_, writing := j.WriteFile(filepath.Join(folder, "page.html"), []byte("a page"), false)
	if err := errors.Join(merging, exporting, writing, seen(path+"-wal"), j.Close()); err != nil {
		return err
	}
	places := PlacesIn(filepath.Join(folder, "data"))
	_, err = places.Move(path, filepath.Join(folder, "moved"), nil)
	return err
}

// seen returns an error where a file may be read by others.
func seen(path string) error {
	st, err := os.Stat(path)
	if err == nil && st.Mode().Perm()&0o077 != 0 {
		err = errors.New(path + " may be read by others: " + st.Mode().String())
	}
	return err
}

func TestFilesAreForTheUserAlone(t *testing.T) {
	aloneUnderRace(t)
	for _, mask := range []string{"000", "022"} {
		t.Run(mask, func(t *testing.T) {
			folder := t.TempDir()
			cmd := exec.Command(os.Args[0])
			cmd.Env = append(os.Environ(), umaskEnv+"="+mask+"\n"+folder)
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			n := 0
			err := filepath.WalkDir(folder, func(path string, _ fs.DirEntry, err error) error {
				if err != nil || path == folder {
					return err
				}
				n++
				return seen(path)
			})
			if err != nil || n < 12 {
				t.Errorf("%d files and folders: %v", n, err)
			}
		})
	}
}
