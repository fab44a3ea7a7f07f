package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"handback/notes"
	"handback/notes/backups"
)

func backUp(t testing.TB, j *Journal) backups.Done {
	t.Helper()
	return must[backups.Done](t)(j.BackUp(context.Background()))
}

func listed(t testing.TB, j *Journal) []backups.Backup {
	t.Helper()
	return must[[]backups.Backup](t)(Backups(j.Path()))
}

func TestABackupIsReadBackCountedAndForTheUserAlone(t *testing.T) {
	plainOnly(t)
	j, c := newJournal(t)
	ana := addPerson(t, j, "Ana Ruiz")
	addNote(t, j, ana, notes.HeldNote, "2026-11-20", "todo: draft the plan")
	addNote(t, j, ana, notes.PlannedNote, "2026-11-30", "topic: the move")
	do(t, j, notes.Goal{Person: ana, Title: "Lead platform"})
	made := backUp(t, j).Made
	if made == nil {
		t.Fatal("none was made")
	}
	want := backups.Backup{
		Path: filepath.Join(BackupsFolder(j.Path()), "2026-11-23-0900-000001.handback"), Number: 1, Made: c.at,
		People: 1, Notes: 2, Goals: 1, LastNote: "2026-11-20", Size: made.Size, Counted: true,
	}
	if *made != want {
		t.Errorf("%+v\nwant %+v", *made, want)
	}
	for path, mode := range map[string]os.FileMode{filepath.Dir(made.Path): 0o700, made.Path: 0o600, made.Path + aboutEnd: 0o600} {
		if st := must[os.FileInfo](t)(os.Stat(path)); st.Mode().Perm() != mode {
			t.Errorf("%s is %v", path, st.Mode())
		}
	}
	if got := listed(t, j); len(got) != 1 || got[0] != want {
		t.Errorf("listed are %+v", got)
	}
}

func TestOnlyAChangeMakesABackup(t *testing.T) {
	plainOnly(t)
	j, c := newJournal(t)
	ana := addPerson(t, j, "Ana Ruiz")
	note := addNote(t, j, ana, notes.HeldNote, "2026-11-20", "todo: draft the plan")
	backUp(t, j)
	for _, s := range []struct {
		name string
		do   func()
		want bool
	}{
		{"nothing", func() {}, false},
		{"where the window is", func() { do(t, j, notes.PutSetting{Key: "window.place", Value: "elsewhere"}) }, false},
		{"where backups go", func() { do(t, j, notes.PutSetting{Key: backups.SettingMost, Value: "1000000000"}) }, false},
		{"a text", func() { must[int64](t)(j.SaveBody(note, 1, "todo: draft the plan by Friday")) }, true},
		{"words for labels", func() { do(t, j, notes.PutSetting{Key: notes.SettingLabelWords, Value: "x"}) }, true},
		{"a note to the trash", func() { do(t, j, notes.Delete{Kind: notes.KindNote, ID: int64(note)}) }, true},
		{"a note for good", func() { do(t, j, notes.Purge{Kind: notes.KindNote, ID: int64(note)}) }, true},
	} {
		t.Run(s.name, func(t *testing.T) {
			c.pass(time.Hour)
			s.do()
			if made := backUp(t, j).Made; (made != nil) != s.want {
				t.Errorf("made: %+v", made)
			}
		})
	}
}

func TestBackupsAreLetGoByAgeAndBySizeAndTheNewestStays(t *testing.T) {
	plainOnly(t)
	j, c := newJournal(t)
	ana := addPerson(t, j, "Ana Ruiz")
	for i := range 30 {
		addNote(t, j, ana, notes.JournalNote, "2026-11-20", fmt.Sprintf("number %d", i))
		if gone := backUp(t, j).Gone; len(gone) > 0 {
			t.Fatalf("gone for want of room: %+v", gone)
		}
		c.pass(time.Hour)
	}
	if all := listed(t, j); len(all) != 24 || all[0].Number != 30 {
		t.Fatalf("%d are left, the newest is %d", len(all), all[0].Number)
	}
	do(t, j, notes.PutSetting{Key: backups.SettingMost, Value: "1"})
	addNote(t, j, ana, notes.JournalNote, "2026-11-20", "one more")
	done := backUp(t, j)
	if all := listed(t, j); len(all) != 1 || all[0].Number != 31 || len(done.Gone) != 23 || done.Most != 1 {
		t.Errorf("%d are left, %d gone", len(all), len(done.Gone))
	}
	if files := must[[]os.DirEntry](t)(os.ReadDir(BackupsFolder(j.Path()))); len(files) != 2 {
		t.Errorf("in the folder: %v", files)
	}
}

func TestWhatAKilledRunLeftIsNoBackupAndGoes(t *testing.T) {
	plainOnly(t)
	j, _ := newJournal(t)
	ana := addPerson(t, j, "Ana Ruiz")
	addNote(t, j, ana, notes.JournalNote, "2026-11-20", "kept")
	folder := BackupsFolder(j.Path())
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{
		"2026-11-20-0900-000007.handback.part", "2026-11-20-0900-000007.handback.part-journal", "2026-11-20-0900-000008.handback.json",
		"2026-11-20-0900-000008.handback.json.part", "mine.txt",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if all := listed(t, j); len(all) != 0 {
		t.Errorf("halves are listed: %+v", all)
	}
	backUp(t, j)
	var names []string
	for _, e := range must[[]os.DirEntry](t)(os.ReadDir(folder)) {
		names = append(names, e.Name())
	}
	if want := []string{"2026-11-23-0900-000001.handback", "2026-11-23-0900-000001.handback.json", "mine.txt"}; !slices.Equal(names, want) {
		t.Errorf("left are %q", names)
	}
}

func TestABackupThatIsCancelledLeavesNothing(t *testing.T) {
	plainOnly(t)
	j, _ := newJournal(t)
	addPerson(t, j, "Ana Ruiz")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := j.BackUp(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if files := must[[]os.DirEntry](t)(os.ReadDir(BackupsFolder(j.Path()))); len(files) != 0 {
		t.Errorf("left is %v", files)
	}
	if backUp(t, j).Made == nil {
		t.Error("the next one isn't made")
	}
}

func TestAClosedJournalIsNotBackedUp(t *testing.T) {
	plainOnly(t)
	j, _ := newJournal(t)
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := j.BackUp(context.Background()); !errors.Is(err, notes.ErrClosed) {
		t.Errorf("%v", err)
	}
}

func TestADamagedJournalTakesNoGoodBackupAway(t *testing.T) {
	plainOnly(t)
	j, c := newJournal(t)
	ana := addPerson(t, j, "Ana Ruiz")
	for i := range 300 {
		addNote(t, j, ana, notes.JournalNote, "2026-11-20", fmt.Sprintf("number %d %s", i, strings.Repeat("word ", 100)))
	}
	backUp(t, j)
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	data := must[[]byte](t)(os.ReadFile(j.Path()))
	for i := len(data) / 2; i < len(data)/2+3*8192; i++ {
		data[i] ^= 0x55
	}
	if err := os.WriteFile(j.Path(), data, 0o600); err != nil {
		t.Fatal(err)
	}
	hurt, err := Open(j.Path(), Options{Now: c.now})
	if err != nil {
		t.Fatal(err)
	}
	defer hurt.Close() //nolint:errcheck // it is damaged
	c.pass(time.Hour)
	if _, err := hurt.Apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: "team.remark", Value: "x"}}}); err != nil {
		t.Fatal(err)
	}
	if _, err := hurt.BackUp(context.Background()); !errors.Is(err, notes.ErrDamaged) {
		t.Errorf("backing up says %v", err)
	}
	if all := listed(t, j); len(all) != 1 || all[0].Notes != 300 {
		t.Errorf("left are %+v", all)
	}
}

// onlyText is the text of the one note that there is.
func onlyText(t testing.TB, j *Journal) string {
	t.Helper()
	j.mu.Lock()
	defer j.mu.Unlock()
	return must[string](t)(one(j.c, "SELECT body FROM note WHERE deleted_at IS NULL", scalar[string]))
}

func TestALookIntoABackupChangesNothing(t *testing.T) {
	plainOnly(t)
	j, c := newJournal(t)
	ana := addPerson(t, j, "Ana Ruiz")
	note := addNote(t, j, ana, notes.JournalNote, "2026-11-20", "as it was")
	made := backUp(t, j).Made
	must[int64](t)(j.SaveBody(note, 1, "as it is"))
	before := must[[]byte](t)(os.ReadFile(made.Path))
	b := must[*Journal](t)(OpenBackup(made.Path, notes.Secret{}, c.now))
	if onlyText(t, b) != "as it was" || onlyText(t, j) != "as it is" {
		t.Errorf("in it is %q, in the journal %q", onlyText(t, b), onlyText(t, j))
	}
	if _, err := b.Apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: "a", Value: "b"}}}); !errors.Is(err, notes.ErrReadOnly) {
		t.Errorf("writing says %v", err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if after := must[[]byte](t)(os.ReadFile(made.Path)); !slices.Equal(before, after) {
		t.Error("the backup is another one")
	}
	if files := must[[]os.DirEntry](t)(os.ReadDir(filepath.Dir(made.Path))); len(files) != 2 {
		t.Errorf("beside it: %v", files)
	}
}

func restore(j *Journal, c *clock, from string) (string, error) {
	return Restore(context.Background(), Restoring{Journal: j.Path(), Backup: from, Now: c.now})
}

func TestRestoringKeepsWhatIsThere(t *testing.T) {
	plainOnly(t)
	noise := []byte(strings.Repeat("noise", 9000))
	for _, s := range []struct {
		name   string
		spoil  func(path string) error
		kept   bool
		inside string // of what is kept, "" for no journal
	}{
		{"a good journal", func(string) error { return nil }, true, "as it is"},
		{"one that is noise", func(path string) error { return os.WriteFile(path, noise, 0o600) }, true, ""},
		{"an empty one", func(path string) error { return os.Truncate(path, 0) }, true, ""},
		{"none", os.Remove, false, ""},
		{"a log alone", func(path string) error { return errors.Join(os.Remove(path), os.WriteFile(path+"-wal", noise, 0o600)) }, true, ""},
		{"noise with a log", func(path string) error {
			return errors.Join(os.WriteFile(path, noise, 0o600), os.WriteFile(path+"-wal", noise, 0o600))
		}, true, ""},
	} {
		t.Run(s.name, func(t *testing.T) {
			j, c := newJournal(t)
			note := addNote(t, j, addPerson(t, j, "Ana Ruiz"), notes.JournalNote, "2026-11-20", "as it was")
			made := backUp(t, j).Made
			must[int64](t)(j.SaveBody(note, 1, "as it is"))
			if err := errors.Join(j.Close(), s.spoil(j.Path())); err != nil {
				t.Fatal(err)
			}
			kept := must[string](t)(restore(j, c, made.Path))
			if want := strings.TrimSuffix(j.Path(), ".handback") + ".replaced-2026-11-23.handback"; s.kept && kept != want || !s.kept && kept != "" {
				t.Errorf("kept as %q", kept)
			}
			back := must[*Journal](t)(Open(j.Path(), Options{Now: c.now}))
			if onlyText(t, back) != "as it was" || back.SetAside() != "" {
				t.Errorf("restored is %q", onlyText(t, back))
			}
			if err := back.Close(); err != nil {
				t.Fatal(err)
			}
			if s.inside != "" {
				old := must[*Journal](t)(Open(kept, Options{Now: c.now}))
				if onlyText(t, old) != s.inside {
					t.Errorf("kept is %q", onlyText(t, old))
				}
				if err := old.Close(); err != nil {
					t.Fatal(err)
				}
			}
			if again := must[string](t)(restore(j, c, made.Path)); again == kept || again == "" {
				t.Errorf("kept again as %q", again)
			}
		})
	}
}

func TestAJournalInUseIsNotReplaced(t *testing.T) {
	plainOnly(t)
	j, c := newJournal(t)
	addNote(t, j, addPerson(t, j, "Ana Ruiz"), notes.JournalNote, "2026-11-20", "as it is")
	made := backUp(t, j).Made
	if _, err := restore(j, c, made.Path); !errors.Is(err, notes.ErrInUse) {
		t.Errorf("%v", err)
	}
	if onlyText(t, j) != "as it is" || exists(j.Path()+".new") {
		t.Error("something was changed")
	}
}

func TestADamagedBackupReplacesNothing(t *testing.T) {
	plainOnly(t)
	j, c := newJournal(t)
	addNote(t, j, addPerson(t, j, "Ana Ruiz"), notes.JournalNote, "2026-11-20", "as it is")
	made := backUp(t, j).Made
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	data := must[[]byte](t)(os.ReadFile(made.Path))
	at := strings.Index(string(data), "as it is")
	data[at]++ // one letter, which SQLite doesn't miss
	if err := os.WriteFile(made.Path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := restore(j, c, made.Path); !errors.Is(err, notes.ErrDamaged) {
		t.Errorf("%v", err)
	}
	if back := must[*Journal](t)(Open(j.Path(), Options{Now: c.now})); onlyText(t, back) != "as it is" || back.Close() != nil {
		t.Error("the journal is another one")
	}
}

func TestASealedBackupOpensWithItsPassphraseAlone(t *testing.T) {
	plainOnly(t)
	j, c := newJournal(t)
	second := t.TempDir()
	secondOf(t, j, second)
	do(t, j, notes.PutSetting{Key: backups.SettingKey, Value: must[string](t)(NewBackupKey("four brave café words"))})
	addNote(t, j, addPerson(t, j, "Ana Ruiz"), notes.JournalNote, "2026-11-20", "Pomegranate")
	done := backUp(t, j)
	if done.Second != nil || done.Sealed == nil || done.Sealed.Notes != 1 || !done.Sealed.Sealed {
		t.Fatalf("%+v", done)
	}
	for _, e := range must[[]os.DirEntry](t)(os.ReadDir(filepath.Dir(done.Sealed.Path))) {
		data := must[[]byte](t)(os.ReadFile(filepath.Join(filepath.Dir(done.Sealed.Path), e.Name())))
		for _, word := range []string{"Pomegranate", "Ana Ruiz", "SQLite format"} {
			if strings.Contains(string(data), word) {
				t.Errorf("%s shows %q", e.Name(), word)
			}
		}
	}
	open := func(passphrase string) (*Journal, error) {
		return OpenBackup(done.Sealed.Path, notes.Secret{Passphrase: passphrase}, c.now)
	}
	if _, err := open("four brave other words"); !errors.Is(err, notes.ErrSecret) {
		t.Errorf("another passphrase: %v", err)
	}
	if _, err := OpenBackup(done.Sealed.Path, notes.Secret{}, c.now); !errors.Is(err, notes.ErrLocked) {
		t.Errorf("none: %v", err)
	}
	b := must[*Journal](t)(open("four brave cafe\u0301 words")) // the same é, typed on another keyboard
	if onlyText(t, b) != "Pomegranate" || b.Close() != nil {
		t.Error("it isn't the journal")
	}
	if again := backUp(t, j); again.Sealed != nil || again.Second != nil {
		t.Errorf("without a change: %+v", again)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	from := Restoring{Journal: j.Path(), Backup: done.Sealed.Path, Now: c.now, Secret: notes.Secret{Passphrase: "four brave café words"}}
	must[string](t)(Restore(context.Background(), from))
	if back := must[*Journal](t)(Open(j.Path(), Options{Now: c.now})); onlyText(t, back) != "Pomegranate" || back.Close() != nil {
		t.Error("it isn't restored")
	}
}

func TestASecondFolderThatIsNotThereIsToldAndNotMade(t *testing.T) {
	plainOnly(t)
	j, _ := newJournal(t)
	folder := filepath.Join(t.TempDir(), "unplugged")
	do(t, j, notes.PutSetting{Key: backups.SettingFolder, Value: folder}, notes.PutSetting{Key: backups.SettingKey, Value: "x"})
	addPerson(t, j, "Ana Ruiz")
	done := backUp(t, j)
	if done.Made == nil || done.Second == nil || !strings.Contains(done.Second.Error(), folder) || exists(folder) {
		t.Errorf("%+v", done)
	}
}

func TestDeletedBackupsAreGone(t *testing.T) {
	plainOnly(t)
	j, c := newJournal(t)
	ana := addPerson(t, j, "Ana Ruiz")
	backUp(t, j)
	c.pass(time.Hour)
	addNote(t, j, ana, notes.JournalNote, "2026-11-20", "more")
	backUp(t, j)
	plain := must[[]string](t)(PlainBackups(j.Path()))
	if len(plain) != 2 {
		t.Fatalf("%q", plain)
	}
	if left, err := DeleteBackups(plain); err != nil || len(left) > 0 || exists(BackupsFolder(j.Path())) {
		t.Errorf("left are %q: %v", left, err)
	}
}

func TestClosingEndsABackupAndLeavesNoHalf(t *testing.T) {
	plainOnly(t)
	j, c := newJournal(t)
	ana := addPerson(t, j, "Ana Ruiz")
	for i := range 200 {
		addNote(t, j, ana, notes.JournalNote, "2026-11-20", fmt.Sprintf("number %d %s", i, strings.Repeat("word ", 2000)))
	}
	ended := make(chan error, 1)
	begun := make(chan struct{})
	go func() {
		close(begun)
		_, err := j.BackUp(context.Background())
		ended <- err
	}()
	<-begun
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if err := <-ended; err != nil && !errors.Is(err, context.Canceled) && !errors.Is(err, notes.ErrClosed) {
		t.Errorf("the backup says %v", err)
	}
	halves, err := filepath.Glob(filepath.Join(BackupsFolder(j.Path()), "*"+partEnd+"*"))
	if err != nil || len(halves) > 0 {
		t.Errorf("left are %q, %v", halves, err)
	}
	again := must[*Journal](t)(Open(j.Path(), Options{Now: c.now}))
	if _, err := again.BackUp(context.Background()); err != nil || again.Close() != nil || len(listed(t, j)) != 1 {
		t.Errorf("the next one: %v", err)
	}
}

func TestTheBackupsOfAJournalAreFoundByItsFolderAndThroughALink(t *testing.T) {
	plainOnly(t)
	j, _ := newJournal(t)
	addPerson(t, j, "Ana Ruiz")
	backUp(t, j)
	link := filepath.Join(t.TempDir(), "link.handback")
	if err := os.Symlink(j.Path(), link); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{j.Path(), filepath.Dir(j.Path()), link} {
		if all := must[[]backups.Backup](t)(Backups(path)); len(all) != 1 {
			t.Errorf("%s: %+v", path, all)
		}
	}
}
