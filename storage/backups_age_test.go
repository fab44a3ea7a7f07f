package storage

import (
	"archive/zip"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"handback/notes"
	"handback/notes/backups"
)

// TestStockProgramsOpenASealedBackup takes a sealed backup apart as the file in it says, with the programs age and sqlite3.
func TestStockProgramsOpenASealedBackup(t *testing.T) {
	plainOnly(t)
	for _, program := range []string{"age", "sqlite3", "script"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("NOT TESTED: %s is not there", program)
		}
	}
	j, _ := newJournal(t)
	const passphrase = "four brave plain words"
	secondOf(t, j, t.TempDir())
	do(t, j, notes.PutSetting{Key: backups.SettingKey, Value: must[string](t)(NewBackupKey(passphrase))})
	addNote(t, j, addPerson(t, j, "Ana Ruiz"), notes.JournalNote, "2026-11-20", "Pomegranate")
	sealed := backUp(t, j).Sealed
	folder := t.TempDir()
	z := must[*zip.ReadCloser](t)(zip.OpenReader(sealed.Path))
	defer z.Close() //nolint:errcheck // it is only read
	for _, f := range z.File {
		r := must[io.ReadCloser](t)(f.Open())
		if err := os.WriteFile(filepath.Join(folder, f.Name), must[[]byte](t)(io.ReadAll(r)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	// age asks on the terminal, which script gives it.
	c := exec.Command("script", "-qec", "age -d -i key.age -o out.handback journal.handback.age", "/dev/null")
	c.Dir, c.Stdin = folder, strings.NewReader(passphrase+"\n")
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	c = exec.Command("sqlite3", "-readonly", "file:"+filepath.Join(folder, "out.handback")+"?immutable=1", "SELECT body FROM note")
	out, err := c.CombinedOutput()
	if err != nil || strings.TrimSpace(string(out)) != "Pomegranate" {
		t.Errorf("%v: %s", err, out)
	}
}
