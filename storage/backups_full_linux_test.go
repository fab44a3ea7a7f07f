package storage

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"handback/notes"
)

// TestAFullDiskLeavesNoHalfABackupAndTakesNoOldOne fills the disk of the backups, so that the next one has no room.
func TestAFullDiskLeavesNoHalfABackupAndTakesNoOldOne(t *testing.T) {
	plainOnly(t)
	j, c := newJournal(t)
	ana := addPerson(t, j, "Ana Ruiz")
	disk := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk).CombinedOutput(); err != nil {
		t.Skipf("NOT TESTED: a full disk. Mounting a small one needs root: %v: %s", err, out)
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", "-l", disk).CombinedOutput(); err != nil {
			t.Errorf("umount: %v: %s", err, out)
		}
	})
	folder := BackupsFolder(j.Path())
	if err := os.Symlink(disk, folder); err != nil {
		t.Fatal(err)
	}
	backUp(t, j)
	c.pass(time.Hour)
	for range 40 {
		addNote(t, j, ana, notes.JournalNote, "2026-11-20", strings.Repeat("a rather long line\n", 4000))
	}
	_, err := j.BackUp(context.Background())
	if !errors.Is(err, notes.ErrFull) || !strings.Contains(err.Error(), "Your earlier backups are all there") {
		t.Errorf("it says %v", err)
	}
	var names []string
	for _, e := range must[[]os.DirEntry](t)(os.ReadDir(disk)) {
		names = append(names, e.Name())
	}
	if len(names) != 2 || !strings.HasSuffix(names[1], aboutEnd) {
		t.Errorf("on the disk: %q", names)
	}
	if all := listed(t, j); len(all) != 1 || !all[0].Counted {
		t.Errorf("listed: %+v", all)
	}
	if err := os.Remove(folder); err != nil { // there is room elsewhere
		t.Fatal(err)
	}
	if made := backUp(t, j).Made; made == nil || filepath.Dir(made.Path) != folder {
		t.Errorf("once there is room: %+v", made)
	}
}
