package storage

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/mattn/go-sqlite3"

	"handback/notes"
)

// asSomebodyElse runs a test again, by itself, as a user who isn't root. It returns true in that run.
func asSomebodyElse(t *testing.T) bool {
	t.Helper()
	if os.Getuid() != 0 {
		return true
	}
	const nobody = 65534
	folder := filepath.Join(os.TempDir(), "handback-test-"+strings.NewReplacer("/", "-").Replace(t.Name()))
	const everybodys = 0o777 // the other user's too
	if err := errors.Join(os.RemoveAll(folder), os.Mkdir(folder, everybodys), os.Chmod(folder, everybodys)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	program := filepath.Join(folder, "test")
	data := must[[]byte](t)(os.ReadFile(os.Args[0]))
	if err := os.WriteFile(program, data, 0o755); err != nil { //nolint:gosec // the other user runs it
		t.Fatal(err)
	}
	run := exec.Command(program, "-test.run", "^"+t.Name()+"$", "-test.v") //nolint:gosec // the test starts itself
	run.Dir, run.Env = folder, append(os.Environ(), "TMPDIR="+folder, "HOME="+folder)
	run.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	out, err := run.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "--- PASS: "+t.Name()) {
		t.Errorf("as somebody else: %v\n%s", err, out)
	}
	return false
}

// TestAFileBesideTheJournalThatIsAnothers makes lock and log unreadable or unwritable, as they are where the program was run as root
// once.
func TestAFileBesideTheJournalThatIsAnothers(t *testing.T) {
	if !asSomebodyElse(t) {
		return
	}
	for name, c := range map[string]struct {
		file string
		mode os.FileMode
		says string // "" where it opens to be read
	}{
		"a lock of root's":           {".lock", 0, ".lock, the lock file next to your journal"},
		"a log of root's":            {"-wal", 0, "Don't delete that file"},
		"a log that can be read":     {"-wal", 0o400, ""},
		"a journal that can be read": {"", 0o400, ""},
	} {
		t.Run(name, func(t *testing.T) {
			path := journalWithLog(t)
			if c.file == ".lock" {
				if err := os.WriteFile(path+c.file, nil, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if err := os.Chmod(path+c.file, c.mode); err != nil {
				t.Fatal(err)
			}
			j, err := openAt(path, false)
			if c.says != "" {
				if !errors.Is(err, notes.ErrNoAccess) || !strings.Contains(err.Error(), c.says) {
					t.Errorf("it says %v", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			readsOnly(t, j)
			if err := j.Close(); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestAFileThatCanOnlyBeAppendedTo opens to be read.
func TestAFileThatCanOnlyBeAppendedTo(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can make a file one to be appended to")
	}
	path := closedJournal(t)
	if out, err := exec.Command("chattr", "+a", path).CombinedOutput(); err != nil { //nolint:gosec // a path of the test's
		t.Skipf("this disk has no such files: %v: %s", err, out)
	}
	t.Cleanup(func() {
		if out, err := exec.Command("chattr", "-a", path).CombinedOutput(); err != nil { //nolint:gosec // as above
			t.Errorf("%v: %s", err, out)
		}
	})
	j, err := openAt(path, false)
	if err != nil {
		t.Fatal(err)
	}
	readsOnly(t, j)
	if err := j.Close(); err != nil {
		t.Error(err)
	}
}

// TestADiskThatFailsIsSaidPlainly has no word of the driver in what is said.
func TestADiskThatFailsIsSaidPlainly(t *testing.T) {
	for _, cause := range []error{
		sqlite3.Error{Code: sqlite3.ErrIoErr, SystemErrno: syscall.EIO}, &os.PathError{Op: "read", Path: "x", Err: syscall.EIO},
	} {
		err := explain("/home/maria/journal.handback", cause)
		if !errors.Is(err, notes.ErrDisk) || strings.Contains(err.Error(), "I/O") || !strings.Contains(err.Error(), "another disk") {
			t.Errorf("it says %v", err)
		}
	}
}
