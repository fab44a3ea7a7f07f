package storage

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"handback/notes"
)

// moverEnv says to the test binary, started again by itself, what to move and before which step to be killed.
const moverEnv = "HANDBACK_TEST_MOVER"

// moveAndDie moves a journal and ends like a crash before a step.
func moveAndDie(asked string) error {
	parts := strings.Split(asked, "\n")
	at, err := strconv.Atoi(parts[0])
	if err != nil {
		return err
	}
	step := 0
	moveStep = func() {
		if step++; step == at {
			if me, err := os.FindProcess(os.Getpid()); err == nil {
				_ = me.Kill()
			}
			select {}
		}
	}
	_, err = PlacesIn(parts[1]).Move(parts[2], parts[3], nil)
	return err
}

// movable is a closed journal with all that may go with one, and where it may go.
func movable(t *testing.T) (places Places, from, folder string, before map[string]string) {
	t.Helper()
	root := t.TempDir()
	from = filepath.Join(root, "old", FileName)
	j, err := openAt(from, true)
	if err != nil {
		t.Fatal(err)
	}
	addNote(t, j, addPerson(t, j, "Ana"), notes.HeldNote, "2026-11-20", "todo: move it\n")
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	old := filepath.Dir(from)
	for name, text := range map[string]string{
		"journal.before-update-3.handback": "older", "journal.handback-wal.of-an-earlier-journal": "a log",
		"journal.backups/2026/a.zip": "backup", "somebody-elses.txt": "stays",
	} {
		at := filepath.Join(old, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(at), 0o700), os.WriteFile(at, []byte(text), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	return PlacesIn(filepath.Join(root, "data")), from, filepath.Join(root, "new"), onDiskIn(t, old)
}

// onDiskIn are the files below a folder and what is in them, locks left out.
func onDiskIn(t *testing.T, folder string) map[string]string {
	t.Helper()
	found := map[string]string{}
	if real, err := filepath.EvalSymlinks(folder); err == nil {
		folder = real
	}
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || strings.HasSuffix(path, ".lock") {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(folder, path)
		found[filepath.ToSlash(name)] = string(data)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return found
}

func TestAJournalIsMovedWithAllThatGoesWithIt(t *testing.T) {
	places, from, folder, before := movable(t)
	told := int64(0)
	at, err := places.Move(from, folder, func(done, of int64) error {
		if done < told || done > of {
			t.Errorf("%d of %d after %d", done, of, told)
		}
		told = done
		return nil
	})
	if err != nil || at != filepath.Join(folder, FileName) || told == 0 {
		t.Fatalf("%s, %v, told %d", at, err, told)
	}
	after := onDiskIn(t, folder)
	for name, was := range before {
		t.Run(name, func(t *testing.T) {
			if name == "somebody-elses.txt" {
				if _, there := after[name]; there {
					t.Error("another's file was moved")
				}
			} else if after[name] != was {
				t.Errorf("%d bytes came of %d", len(after[name]), len(was))
			}
		})
	}
	if left := onDiskIn(t, filepath.Dir(from)); len(left) != 1 || left["somebody-elses.txt"] != "stays" {
		t.Errorf("left behind: %v", left)
	}
	if exists(from + ".lock") {
		t.Error("the old lock is still there")
	}
	if now, err := places.Now(from); err != nil || now != at {
		t.Errorf("who asks for the old place is led to %s, %v", now, err)
	}
	j, err := openAt(at, false)
	if err != nil {
		t.Fatal(err)
	}
	if err := j.Close(); err != nil {
		t.Error(err)
	}
}

// TestKilledAtEachStepOfAMove ends the process before every step that changes the disk: there is a whole journal at each, and the
// next start finds it, at one place.
func TestKilledAtEachStepOfAMove(t *testing.T) {
	aloneUnderRace(t)
	for step := 1; ; step++ {
		places, from, folder, before := movable(t)
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), moverEnv+"="+fmt.Sprintf("%d\n%s\n%s\n%s", step, filepath.Dir(places.file), from, folder))
		out, err := cmd.CombinedOutput()
		if killed := err != nil && len(out) == 0; !killed {
			if err != nil {
				t.Fatalf("step %d: %v: %s", step, err, out)
			}
			if step < 12 {
				t.Fatalf("there are only %d steps", step-1)
			}
			return
		}
		t.Run(strconv.Itoa(step), func(t *testing.T) { wholeAfterACrash(t, places, from, folder, before) })
	}
}

func wholeAfterACrash(t *testing.T, places Places, from, folder string, before map[string]string) {
	t.Helper()
	at, err := places.Now(from)
	if err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(folder, FileName)
	if at == other {
		other = from
	}
	if exists(other) || exists(filepath.Join(folder, stagedFolder)) {
		t.Errorf("the journal is at %s, and %s is there too", at, other)
	}
	now := onDiskIn(t, filepath.Dir(at))
	for name, was := range before {
		if name != "somebody-elses.txt" && now[name] != was {
			t.Errorf("%s has %d bytes of %d", name, len(now[name]), len(was))
		}
	}
	j, err := openAt(at, false)
	if err != nil {
		t.Fatal(err)
	}
	n, err := j.Note(1)
	if err != nil || n.Body != "todo: move it\n" {
		t.Errorf("%q, %v", n.Body, err)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(filepath.Dir(folder), "further")
	if _, err := places.Move(at, to, nil); err != nil {
		t.Errorf("it can't be moved any more: %v", err)
	}
}

func TestAMoveThatCannotBe(t *testing.T) {
	for name, c := range map[string]struct {
		make func(t *testing.T, from, folder string) string // returns the folder to move to
		says string
		kind error
	}{
		"the same folder": {func(_ *testing.T, from, _ string) string { return filepath.Dir(from) }, "already in", nil},
		"the same folder by a link": {func(t *testing.T, from, folder string) string {
			if err := os.Symlink(filepath.Dir(from), folder); err != nil {
				t.Fatal(err)
			}
			return folder
		}, "already in", nil},
		"a file": {func(t *testing.T, _, folder string) string {
			if err := os.WriteFile(folder, nil, 0o600); err != nil {
				t.Fatal(err)
			}
			return folder
		}, "is a file", nil},
		"another journal there": {func(t *testing.T, _, folder string) string {
			if err := errors.Join(os.Mkdir(folder, 0o700), os.WriteFile(filepath.Join(folder, FileName), []byte("theirs"), 0o600)); err != nil {
				t.Fatal(err)
			}
			return folder
		}, "already a file called journal.handback", notes.ErrExists},
		"the log of another there": {func(t *testing.T, _, folder string) string {
			log := filepath.Join(folder, FileName+"-wal")
			if err := errors.Join(os.Mkdir(folder, 0o700), os.WriteFile(log, []byte("theirs"), 0o600)); err != nil {
				t.Fatal(err)
			}
			return folder
		}, "already a file called journal.handback-wal", notes.ErrExists},
		"a path that is too long": {func(_ *testing.T, _, folder string) string {
			return filepath.Join(folder, strings.Repeat("folder/", 80))
		}, "too long", nil},
	} {
		t.Run(name, func(t *testing.T) {
			places, from, folder, before := movable(t)
			to := c.make(t, from, folder)
			there := onDiskIn(t, to)
			_, err := places.Move(from, to, nil)
			if err == nil || !strings.Contains(err.Error(), c.says) || c.kind != nil && !errors.Is(err, c.kind) {
				t.Errorf("it says %v", err)
			}
			sameFiles(t, filepath.Dir(from), before)
			sameFiles(t, to, there)
			if now, err := places.Now(from); now != from || err != nil {
				t.Errorf("it is looked for at %s, %v", now, err)
			}
		})
	}
}

func sameFiles(t *testing.T, folder string, want map[string]string) {
	t.Helper()
	got := onDiskIn(t, folder)
	if len(got) != len(want) {
		t.Errorf("%s has %d files, not %d", folder, len(got), len(want))
	}
	for name, was := range want {
		if got[name] != was {
			t.Errorf("%s is another in %s", name, folder)
		}
	}
}

func TestACancelledMoveLeavesNothing(t *testing.T) {
	places, from, folder, before := movable(t)
	stop := errors.New("cancelled")
	calls := 0
	_, err := places.Move(from, folder, func(int64, int64) error {
		if calls++; calls == 4 {
			return stop
		}
		return nil
	})
	if !errors.Is(err, stop) {
		t.Fatal(err)
	}
	sameFiles(t, filepath.Dir(from), before)
	if left := onDiskIn(t, folder); len(left) > 0 || exists(filepath.Join(folder, stagedFolder)) {
		t.Errorf("left there: %v", left)
	}
}

func TestAnOpenJournalIsNotMoved(t *testing.T) {
	places, from, folder, _ := movable(t)
	j, err := openAt(from, false)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := places.Move(from, folder, nil); !errors.Is(err, notes.ErrInUse) {
		t.Errorf("%v", err)
	}
	if err := j.Close(); err != nil {
		t.Error(err)
	}
}

// TestWhatIsReadBackOtherwiseMovesNothing has the copy go bad on the disk before it is compared.
func TestWhatIsReadBackOtherwiseMovesNothing(t *testing.T) {
	places, from, folder, before := movable(t)
	defer func() { moveStep = func() {} }()
	spoilt := filepath.Join(folder, stagedFolder, FileName)
	did := false
	moveStep = func() {
		if did || !exists(spoilt) {
			return
		}
		data, err := os.ReadFile(spoilt)
		if err != nil || len(data) == 0 {
			return
		}
		did = true
		if err := os.WriteFile(spoilt, append(bytes.Clone(data[:len(data)-1]), data[len(data)-1]^1), 0o600); err != nil {
			t.Error(err)
		}
	}
	_, err := places.Move(from, folder, nil)
	if !errors.Is(err, errDiffers) || !did {
		t.Errorf("%v", err)
	}
	sameFiles(t, filepath.Dir(from), before)
	if left := onDiskIn(t, folder); len(left) > 0 {
		t.Errorf("left there: %v", left)
	}
}

// TestAJournalThatIsMovedBackIsThereAgain goes there and back, and keeps no place that leads in a circle.
func TestAJournalThatIsMovedBackIsThereAgain(t *testing.T) {
	places, from, folder, _ := movable(t)
	at := must[string](t)(places.Move(from, folder, nil))
	if back := must[string](t)(places.Move(at, filepath.Dir(from), nil)); back != from {
		t.Fatal(back)
	}
	for _, asked := range []string{from, at} {
		t.Run(asked, func(t *testing.T) {
			if now, err := places.Now(asked); err != nil || now != from {
				t.Errorf("%s, %v", now, err)
			}
		})
	}
}

func TestADiskThatIsNotThereIsNamed(t *testing.T) {
	places, from, folder, _ := movable(t)
	at := must[string](t)(places.Move(from, folder, nil))
	if err := os.Rename(folder, folder+"-unplugged"); err != nil {
		t.Fatal(err)
	}
	if _, err := places.Now(from); !errors.Is(err, notes.ErrNoJournal) || !strings.Contains(err.Error(), at) {
		t.Errorf("%v", err)
	}
}

func TestAnOlderCopyInTheJournalsPlaceIsTold(t *testing.T) {
	for later, says := range map[time.Duration]string{26 * time.Hour: "written on", time.Minute: "The one you used last was written at "} {
		t.Run(later.String(), func(t *testing.T) { olderCopyIsTold(t, later, says) })
	}
}

func olderCopyIsTold(t *testing.T, later time.Duration, say string) {
	places := PlacesIn(t.TempDir())
	path := filepath.Join(t.TempDir(), FileName)
	j := must[*Journal](t)(openAt(path, true))
	older := must[string](t)(j.SaveCopy(filepath.Join(t.TempDir(), "older.handback")))
	if says := places.Seen(j, notes.Locale{}); says != "" {
		t.Errorf("of a new one: %q", says)
	}
	c := newClock()
	c.pass(later)
	j.now = c.now
	if _, err := j.Apply(notes.Change{Rows: []notes.Row{notes.PutSetting{Key: "window.place", Value: "today"}}}); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(places.Leaves(j), j.Close(), os.Rename(older, path)); err != nil {
		t.Fatal(err)
	}
	j = must[*Journal](t)(openAt(path, false))
	if says := places.Seen(j, notes.Locale{}); !strings.Contains(says, "older copy") || !strings.Contains(says, say) {
		t.Errorf("of the older one: %q", says)
	}
	if err := errors.Join(places.Leaves(j), j.Close()); err != nil {
		t.Fatal(err)
	}
	j = must[*Journal](t)(openAt(path, false))
	if says := places.Seen(j, notes.Locale{}); says != "" {
		t.Errorf("it is told twice: %q", says)
	}
	if err := j.Close(); err != nil {
		t.Error(err)
	}
}

func TestPlacesThatCannotBeReadAreNone(t *testing.T) {
	for name, text := range map[string]string{"garbage": "\x00\x01", "empty": "", "another shape": `{"moves":7}`, "a list": "[]"} {
		t.Run(name, func(t *testing.T) {
			p := PlacesIn(t.TempDir())
			if err := os.WriteFile(p.file, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			if now, err := p.Now("/somewhere/journal.handback"); now != "/somewhere/journal.handback" || err != nil {
				t.Errorf("%s, %v", now, err)
			}
		})
	}
}

// TestACrashWhoseDiskIsAwayWaitsForIt breaks a move off when all is compared, and takes one of the two disks away: the journal that
// is still there opens, and once the other is back there is one journal.
func TestACrashWhoseDiskIsAwayWaitsForIt(t *testing.T) {
	for _, away := range []string{"the new disk", "the old disk"} {
		t.Run(away, func(t *testing.T) {
			places, from, folder, before := movable(t)
			mv := &mover{places: places, move: relocation{From: from, To: filepath.Join(folder, FileName), Phase: phaseCopied}}
			try(t, os.Mkdir(folder, 0o700))
			try(t, errors.Join(mv.copy(), places.note(mv.move)))
			gone, want := folder, from
			if away == "the old disk" {
				gone, want = filepath.Dir(from), mv.move.To
			}
			try(t, os.Rename(gone, gone+"-away"))
			for range 2 {
				if now, err := places.Now(from); err != nil || now != want || !exists(now) {
					t.Fatalf("it is at %s, %v", now, err)
				}
			}
			if got := onDiskIn(t, filepath.Dir(want)); got[FileName] != before[FileName] {
				t.Error("it isn't whole there")
			}
			try(t, os.Rename(gone+"-away", gone))
			now, err := places.Now(from)
			if err != nil || now != mv.move.To || exists(from) || onDiskIn(t, folder)[FileName] != before[FileName] {
				t.Errorf("with both disks it is at %s, %v", now, err)
			}
		})
	}
}

// TestWhatWasWrittenAfterACrashIsKept has somebody write in the old place between the crash and the end of the move.
func TestWhatWasWrittenAfterACrashIsKept(t *testing.T) {
	places, from, folder, _ := movable(t)
	mv := &mover{places: places, move: relocation{From: from, To: filepath.Join(folder, FileName), Phase: phaseCopied}}
	try(t, os.Mkdir(folder, 0o700))
	try(t, errors.Join(mv.copy(), places.note(mv.move)))
	j := must[*Journal](t)(openAt(from, false))
	addPerson(t, j, "Ben")
	try(t, j.Close())
	now := must[string](t)(places.Now(from))
	j = must[*Journal](t)(openAt(now, false))
	people := must[[]notes.Person](t)(j.People())
	try(t, j.Close())
	if now != from || len(people) != 3 {
		t.Errorf("at %s there are %d people", now, len(people))
	}
}
