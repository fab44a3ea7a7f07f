package storage

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"handback/notes"
)

// copiedWhileInUse is a journal under way, in a folder to which it is copied file by file, as a sync program does.
func copiedWhileInUse(t *testing.T) (j *Journal, note notes.NoteID, folder string) {
	t.Helper()
	j, _ = newJournal(t)
	note = addNote(t, j, addPerson(t, j, "Ana"), notes.HeldNote, "2026-11-20", bodyOfRev(1))
	try(t, j.Idle())
	for rev := int64(1); rev < 9; rev++ {
		if _, err := j.SaveBody(note, rev, bodyOfRev(rev+1)); err != nil {
			t.Fatal(err)
		}
	}
	return j, note, t.TempDir()
}

// TestFilesCopiedWhileInUse opens what was copied of a journal that somebody writes in: it is a state that was committed, or it is
// refused in a sentence; nothing of it changes then.
func TestFilesCopiedWhileInUse(t *testing.T) {
	plainOnly(t)
	for name, c := range map[string]struct {
		copy func(t *testing.T, j *Journal, to string)
		revs []int64 // that may be found; none is a refusal
	}{
		"both files":          {func(t *testing.T, j *Journal, to string) { copyEnds(t, j, to, 1, "", "-wal") }, []int64{9}},
		"the log first":       {func(t *testing.T, j *Journal, to string) { copyEnds(t, j, to, 1, "-wal", "") }, []int64{9}},
		"the file alone":      {func(t *testing.T, j *Journal, to string) { copyEnds(t, j, to, 1, "") }, []int64{1, 9}},
		"half of the log":     {func(t *testing.T, j *Journal, to string) { copyEnds(t, j, to, 1, ""); copyEnds(t, j, to, 2, "-wal") }, []int64{1, 2, 3, 4, 5, 6, 7, 8}},
		"half of the file":    {func(t *testing.T, j *Journal, to string) { copyEnds(t, j, to, 2, "") }, nil},
		"nothing in the file": {func(t *testing.T, j *Journal, to string) { copyEnds(t, j, to, 0, "") }, nil},
		"zeros, as of a file that is only online": {func(t *testing.T, _ *Journal, to string) {
			try(t, os.WriteFile(to, make([]byte, 1<<16), 0o600))
		}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			j, note, folder := copiedWhileInUse(t)
			to := filepath.Join(folder, FileName)
			c.copy(t, j, to)
			before := onDiskIn(t, folder)
			opened, err := openAt(to, false)
			if err != nil {
				saysWhatToDo(t, err, to)
				sameFiles(t, folder, before)
				if c.revs != nil {
					t.Errorf("it is refused: %v", err)
				}
				return
			}
			defer func() { try(t, opened.Close()) }()
			n := must[notes.Note](t)(opened.Note(note))
			fits := false
			for _, rev := range c.revs {
				fits = fits || n.Rev == rev && n.Body == bodyOfRev(rev)
			}
			if !fits {
				t.Errorf("it is opened with rev %d, %d bytes", n.Rev, len(n.Body))
			}
			if err := opened.CheckIndex(); err != nil {
				t.Error(err)
			}
		})
	}
}

// copyEnds copies the files of a journal with these endings, or the first part of them; of 0 nothing but an empty file.
func copyEnds(t *testing.T, j *Journal, to string, part int64, ends ...string) {
	t.Helper()
	for _, end := range ends {
		from := must[*os.File](t)(os.Open(j.Path() + end))
		st := must[os.FileInfo](t)(from.Stat())
		n := int64(0)
		if part > 0 {
			n = st.Size() / part
		}
		data := make([]byte, n)
		if _, err := io.ReadFull(from, data); err != nil && n > 0 {
			t.Fatal(err)
		}
		try(t, errors.Join(from.Close(), os.WriteFile(to+end, data, 0o600)))
	}
}

func TestAMoveToADiskThatIsTooSmall(t *testing.T) {
	disk := tinyDisk(t, "16k")
	places, from, _, before := movable(t)
	_, err := places.Move(from, disk, nil)
	if !errors.Is(err, notes.ErrFull) || !strings.Contains(err.Error(), "stays where it is") {
		t.Errorf("it says %v", err)
	}
	sameFiles(t, filepath.Dir(from), before)
	if left, err := os.ReadDir(disk); err != nil || len(left) > 0 {
		t.Errorf("left there: %v, %v", left, err)
	}
}

func TestAMoveToAnotherDisk(t *testing.T) {
	disk := tinyDisk(t, "8m")
	places, from, _, before := movable(t)
	at, err := places.Move(from, filepath.Join(disk, "in", "it"), nil)
	if err != nil || onDiskIn(t, filepath.Dir(at))[FileName] != before[FileName] {
		t.Errorf("%s, %v", at, err)
	}
}

func TestAMoveToADiskThatIsOnlyRead(t *testing.T) {
	disk := tinyDisk(t, "8m")
	remountReadOnly(t, disk)
	places, from, _, before := movable(t)
	for _, folder := range []string{disk, filepath.Join(disk, "new")} {
		if _, err := places.Move(from, folder, nil); !errors.Is(err, notes.ErrNoAccess) || !strings.Contains(err.Error(), "stays where it is") {
			t.Errorf("it says %v", err)
		}
	}
	sameFiles(t, filepath.Dir(from), before)
}

func TestAFolderThatMayNotBeRead(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may read everything: see TestAsAnotherUser")
	}
	path := closedJournal(t)
	for _, mode := range []os.FileMode{0, 0o200, 0o400} {
		try(t, os.Chmod(filepath.Dir(path), mode))
		_, err := openAt(path, false)
		try(t, os.Chmod(filepath.Dir(path), 0o700)) //nolint:gosec // a folder
		if !errors.Is(err, notes.ErrNoAccess) {
			t.Fatalf("%v: %v", mode, err)
		}
		saysWhatToDo(t, err, path)
	}
}

func TestAMoveWithoutPermission(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere: see TestAsAnotherUser")
	}
	places, from, folder, before := movable(t)
	try(t, os.Mkdir(folder, 0o500))
	if _, err := places.Move(from, folder, nil); !errors.Is(err, notes.ErrNoAccess) || !strings.Contains(err.Error(), "stays where it is") {
		t.Errorf("to a folder that can't be written: %v", err)
	}
	try(t, os.Chmod(filepath.Dir(from), 0o500)) //nolint:gosec // a folder
	_, err := places.Move(from, t.TempDir(), nil)
	try(t, os.Chmod(filepath.Dir(from), 0o700)) //nolint:gosec // a folder
	if !errors.Is(err, notes.ErrNoAccess) || !strings.Contains(err.Error(), "can't delete files") {
		t.Errorf("from a folder that can't be written: %v", err)
	}
	sameFiles(t, filepath.Dir(from), before)
}

// TestAsAnotherUser runs the tests of permissions as somebody who is not root, where these here are root's.
func TestAsAnotherUser(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("they run as they are")
	}
	folder := must[string](t)(os.MkdirTemp("", "handback-test-nobody-"))
	t.Cleanup(func() { try(t, os.RemoveAll(folder)) })
	const nobody = 65534
	program := filepath.Join(folder, "test")
	try(t, errors.Join(copyFile(os.Args[0], program), os.Chmod(program, 0o755), os.Chmod(folder, 0o755), //nolint:gosec // it is run by another
		os.Mkdir(filepath.Join(folder, "tmp"), 0o700), os.Chown(filepath.Join(folder, "tmp"), nobody, nobody)))
	cmd := exec.Command(program, "-test.v", "-test.run", "^(TestAJournalThatMayNotBeRead|TestAFolderThatMayNotBeRead|"+
		"TestAMoveWithoutPermission|TestAFolderWithoutPermission|TestAJournalWhoseFileMayOnlyBeRead)$")
	cmd.Dir, cmd.Env = filepath.Join(folder, "tmp"), []string{"TMPDIR=" + filepath.Join(folder, "tmp"), "HOME=" + filepath.Join(folder, "tmp")}
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	out, err := cmd.CombinedOutput()
	if err != nil || strings.Contains(string(out), "--- SKIP") || strings.Count(string(out), "--- PASS: Test") < 5 {
		t.Errorf("%v: %s", err, out)
	}
}

// TestAProtectedJournalOnADiskThatCanOnlyBeRead is opened, and read.
func TestAProtectedJournalOnADiskThatCanOnlyBeRead(t *testing.T) {
	path, _, now := lockedJournal(t)
	disk := tinyDisk(t, "40m")
	to := filepath.Join(disk, FileName)
	try(t, copyFolder(path, to))
	remountReadOnly(t, disk)
	j := unlocked(t, to, now)
	if why, only := j.ReadOnly(); !only || !strings.Contains(why, "can only read") {
		t.Errorf("read only: %v, %q", only, why)
	}
	if people := must[[]notes.Person](t)(j.People()); len(people) != 2 {
		t.Errorf("%d people", len(people))
	}
	_, err := j.Apply(notes.Change{Rows: []notes.Row{notes.Person{Kind: notes.KindReport, Name: "Ben"}}})
	if !errors.Is(err, notes.ErrReadOnly) {
		t.Errorf("writing: %v", err)
	}
}

func TestAFullDiskHalfWayLeavesNothing(t *testing.T) {
	folder := tinyDisk(t, "6m")
	j := must[*Journal](t)(Open(filepath.Join(folder, FileName), Options{Now: newClock().now, Create: true}))
	defer func() { try(t, ignoreFull(j.Close())) }()
	id := must[notes.ImportID](t)(j.BeginImport("Obsidian", "Vault"))
	var err error
	for i := 0; err == nil && i < 10_000; i++ {
		b := notes.Brought{Origin: strings.Repeat("o", i+1), Person: 1, Date: "2025-03-01", Body: strings.Repeat("word ", 2000)}
		_, err = j.Bring(id, []notes.Brought{b})
	}
	if !errors.Is(err, notes.ErrFull) {
		t.Fatalf("it ended with %v", err)
	}
	if err := j.DropImport(id); err != nil && !errors.Is(err, notes.ErrFull) {
		t.Fatal(err)
	}
	if got := bodiesOf(t, j, 1); got != "" {
		t.Errorf("%d bytes are seen", len(got))
	}
}
