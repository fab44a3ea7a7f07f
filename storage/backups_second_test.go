package storage

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"handback/notes"
	"handback/notes/backups"
)

// secondOf has a journal back up to a second folder, too.
func secondOf(t *testing.T, j *Journal, folder string) {
	t.Helper()
	sealWork = 8
	t.Cleanup(func() { sealWork = 18 })
	do(t, j, notes.PutSetting{Key: backups.SettingFolder, Value: folder},
		notes.PutSetting{Key: backups.SettingKey, Value: must[string](t)(NewBackupKey("four brave words"))},
		notes.PutSetting{Key: backups.SettingMark, Value: must[string](t)(j.UseSecondFolder(folder))})
}

// changes writes a note, so that there is something to back up.
func changes(t *testing.T, j *Journal, c *clock) {
	t.Helper()
	c.pass(time.Hour)
	addPerson(t, j, c.at.Format("Somebody 2006 01 02 15"))
}

// filesBelow are all files below a folder, with what is in them.
func filesBelow(t *testing.T, folder string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			data, readErr := os.ReadFile(path)
			all[path], err = string(data), readErr
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestAMountPointThatStaysIsNotTheSecondFolder of a disk that was taken away: nothing is written there, and what to do is said. With
// the disk back, backups go on as before.
func TestAMountPointThatStaysIsNotTheSecondFolder(t *testing.T) {
	plainOnly(t)
	j, c := newJournal(t)
	at := filepath.Join(t.TempDir(), "stick")
	if err := os.Mkdir(at, 0o700); err != nil {
		t.Fatal(err)
	}
	secondOf(t, j, at)
	changes(t, j, c)
	if done := backUp(t, j); done.Second != nil || done.Sealed == nil {
		t.Fatalf("%+v", done)
	}
	away := at + ".away"
	for name, stays := range map[string]func(t *testing.T) error{
		"an empty one": func(*testing.T) error { return os.Mkdir(at, 0o700) },
		"one with backups that an earlier mistake left": func(t *testing.T) error {
			folder := filepath.Join(at, must[[]os.DirEntry](t)(os.ReadDir(away))[0].Name())
			return errors.Join(os.MkdirAll(folder, 0o700), os.WriteFile(filepath.Join(folder, "2026-11-23-0900-000001.zip"), nil, 0o600))
		},
	} {
		t.Run(name, func(t *testing.T) {
			changes(t, j, c)
			if err := errors.Join(os.Rename(at, away), stays(t)); err != nil {
				t.Fatal(err)
			}
			before := filesBelow(t, at)
			done := backUp(t, j)
			if done.Made == nil || done.Sealed != nil || !errors.Is(done.Second, backups.ErrOtherFolder) ||
				!strings.Contains(done.Second.Error(), at) {
				t.Errorf("%+v", done)
			}
			if after := filesBelow(t, at); len(after) != len(before) {
				t.Errorf("there are %v, and were %v", after, before)
			}
			if _, all, err := j.SecondBackups(); !errors.Is(err, backups.ErrOtherFolder) || len(all) > 0 {
				t.Errorf("listed are %v, %v", all, err)
			}
			if err := errors.Join(os.RemoveAll(at), os.Rename(away, at)); err != nil {
				t.Fatal(err)
			}
			if done := backUp(t, j); done.Second != nil || done.Sealed == nil {
				t.Errorf("with the disk back: %+v", done)
			}
		})
	}
}

// usedSecond is a journal, the second folder that was chosen for it, and the folder of its own in that, with a backup.
func usedSecond(t *testing.T) (j *Journal, c *clock, at, folder string) {
	t.Helper()
	j, c = newJournal(t)
	at = t.TempDir()
	secondOf(t, j, at)
	changes(t, j, c)
	return j, c, at, filepath.Dir(backUp(t, j).Sealed.Path)
}

// TestASecondFolderThatWasEmptiedIsUsedAgainWhereThatIsWanted and not by itself.
func TestASecondFolderThatWasEmptiedIsUsedAgainWhereThatIsWanted(t *testing.T) {
	plainOnly(t)
	j, c, at, folder := usedSecond(t)
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	changes(t, j, c)
	if done := backUp(t, j); !errors.Is(done.Second, backups.ErrOtherFolder) || exists(folder) {
		t.Fatalf("%+v", done)
	}
	do(t, j, notes.PutSetting{Key: backups.SettingMark, Value: must[string](t)(j.UseSecondFolder(at))})
	if done := backUp(t, j); done.Second != nil || done.Sealed == nil {
		t.Errorf("%+v", done)
	}
}

// TestASecondFolderStaysTheOneItWas where it is chosen anew, where it was synced to another place, and where the journal is called
// otherwise.
func TestASecondFolderStaysTheOneItWas(t *testing.T) {
	plainOnly(t)
	j, c := newJournal(t)
	at := t.TempDir()
	secondOf(t, j, at)
	mark := must[string](t)(j.Setting(backups.SettingMark))
	if again := must[string](t)(j.UseSecondFolder(at)); again != mark || mark == "" {
		t.Errorf("chosen anew its mark is %q, and was %q", again, mark)
	}
	other, _ := newJournal(t)
	if theirs := must[string](t)(other.UseSecondFolder(at)); theirs == mark {
		t.Error("another journal has the same mark in it")
	}
	changes(t, j, c)
	folder := filepath.Dir(backUp(t, j).Sealed.Path)
	called := filepath.Join(at, "earlier"+filepath.Base(folder)[len("journal"):])
	if err := os.Rename(folder, called); err != nil {
		t.Fatal(err)
	}
	changes(t, j, c)
	if done := backUp(t, j); done.Second != nil || done.Sealed == nil {
		t.Errorf("under another name: %+v", done)
	}
}

// TestASecondFolderFromBeforeMarksGetsOne where backups of this journal are in it, and not where there are none.
func TestASecondFolderFromBeforeMarksGetsOne(t *testing.T) {
	plainOnly(t)
	j, c, _, folder := usedSecond(t)
	if err := dropMark(folder); err != nil {
		t.Fatal(err)
	}
	do(t, j, notes.PutSetting{Key: backups.SettingMark})
	changes(t, j, c)
	if done := backUp(t, j); done.Second != nil || done.Sealed == nil {
		t.Fatalf("%+v", done)
	}
	mark := must[string](t)(j.Setting(backups.SettingMark))
	if got := must[string](t)(markIn(folder)); got != mark || mark == "" {
		t.Errorf("its mark is %q, the journal knows %q", got, mark)
	}
	do(t, j, notes.PutSetting{Key: backups.SettingMark})
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	changes(t, j, c)
	if done := backUp(t, j); !errors.Is(done.Second, backups.ErrOtherFolder) || exists(folder) {
		t.Errorf("with no backup in it: %+v", done)
	}
}

func dropMark(folder string) error {
	mark, err := markIn(folder)
	return errors.Join(err, os.Remove(filepath.Join(folder, markFile(mark))))
}

// TestAFolderWithoutBackupsKeepsNoMark once all of them were deleted.
func TestAFolderWithoutBackupsKeepsNoMark(t *testing.T) {
	plainOnly(t)
	j, c := newJournal(t)
	secondOf(t, j, t.TempDir())
	changes(t, j, c)
	made := backUp(t, j).Sealed
	if left, err := DeleteBackups([]string{made.Path}); err != nil || len(left) > 0 || exists(filepath.Dir(made.Path)) {
		t.Errorf("left are %q, %v", left, err)
	}
}
