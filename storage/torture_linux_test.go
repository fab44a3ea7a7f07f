package storage

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"maps"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"handback/notes"
)

// How much of it is done: short in every run of the tests, in full by "make torture".
var (
	states = flag.Int("states", 150, "how many states of the disk after a power cut are opened; 0 is all")
	typed  = flag.Int("typed", 2000, "how many random strings are looked for")
	faults = flag.Int("faults", 6, "at how many writes a fault is put in; 0 is at each")
)

func init() {
	children = map[string]func(path string) error{
		"save":       func(path string) error { return childSaves(path, quickKey) },
		"save whole": func(path string) error { return childSaves(path, slowKey) },
		"open":       childOpens,
		"import":     childImports,
	}
}

// childPerson is the name of whom the note is about.
const childPerson = "Anastasia"

// childSaves makes a journal, if there is none, and saves a note again and again; it says each rev once it is acknowledged, and
// tries again where a save fails. Key writes the files of the key of a protected one.
func childSaves(path string, key keyWriter) error {
	runtime.LockOSThread() // a fault at the nth call is at the nth of a thread
	j, err := openAgain(path, key)
	if err != nil {
		return err
	}
	if os.Getenv(mutantEnv) == "drop" { // it drops the error of the commit
		j.mode.durable = func(commit func() error) error {
			_ = commit()
			return nil
		}
	}
	done, err := applyAgain(j, notes.Person{Kind: notes.KindReport, Name: childPerson})
	if err != nil {
		return fmt.Errorf("a person: %w", err)
	}
	done, err = applyAgain(j, notes.NewNote{
		Person: notes.PersonID(done.IDs[0]), Kind: notes.HeldNote, Date: "2026-11-20", Body: bodyOfRev(1),
	})
	if err != nil {
		return fmt.Errorf("a note: %w", err)
	}
	id, rev := notes.NoteID(done.IDs[0]), int64(1)
	fmt.Println("ack", rev)
	for failed := 0; rev < 24; {
		next, err := j.SaveBody(id, rev, bodyOfRev(rev+1))
		if err != nil {
			if failed++; failed > 20 {
				return err
			}
			continue
		}
		rev = next
		fmt.Println("ack", rev)
		if rev%7 == 0 {
			_ = j.Idle() // it is done again later
		}
	}
	return j.Close()
}

// applyAgain applies a change, and tries again where that fails, as a hand would.
func applyAgain(j *Journal, row notes.Row) (done notes.Applied, err error) {
	for range 20 {
		if done, err = j.Apply(notes.Change{Rows: []notes.Row{row}}); err == nil {
			break
		}
	}
	return done, err
}

// openAgain makes or opens a journal, and tries again where that fails.
func openAgain(path string, key keyWriter) (j *Journal, err error) {
	for range 3 {
		if j, err = begin(path, key); err == nil {
			return j, nil
		}
	}
	return nil, err
}

// childOpens opens a journal, which brings an older one to the present schema.
func childOpens(path string) error {
	j, err := openAt(path, false)
	if err != nil {
		return err
	}
	return j.Close()
}

// straced runs a child under strace with more arguments, and returns what it said. It skips where there is no strace.
func straced(t *testing.T, what, path, mutant string, args ...string) (out string, err error) {
	t.Helper()
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("NOT TESTED: there is no strace")
	}
	run := exec.Command(strace, append(args, os.Args[0])...) //nolint:gosec // the test starts itself
	run.Env = append(childEnviron(t), childEnv+"="+what, childPathEnv+"="+path, mutantEnv+"="+mutant, "GOMAXPROCS=1", "HANDBACK_FIGURES=")
	var said, wrong bytes.Buffer
	run.Stdout, run.Stderr = &said, &wrong
	err = run.Run()
	if strings.Contains(wrong.String(), "panic:") || strings.Contains(wrong.String(), "ptrace(") {
		t.Fatalf("%s: %s", what, wrong.String())
	}
	return said.String(), err
}

// lastAck is the last rev that a child acknowledged; 0 for none.
func lastAck(said string) (rev int64) {
	for _, line := range strings.Split(said, "\n") {
		_, _ = fmt.Sscanf(line, "ack %d", &rev)
	}
	return rev
}

// lostAt says what of the acknowledged is not in the journal at path, "" for nothing.
func lostAt(path string, acknowledged int64) string {
	if acknowledged == 0 && !Exists(path) {
		return ""
	}
	j, err := openAt(path, acknowledged == 0)
	if err != nil {
		return err.Error()
	}
	defer j.Close() //nolint:errcheck // only looked at
	if acknowledged > 0 && (j.vault != nil) != *protectedFlag {
		return "it is of the other kind"
	}
	n, err := j.Note(1)
	switch {
	case errors.Is(err, notes.ErrNotFound) && acknowledged == 0:
		return ""
	case err != nil:
		return err.Error()
	case n.Rev < acknowledged:
		return fmt.Sprintf("rev %d was acknowledged, %d is there", acknowledged, n.Rev)
	case n.Body != bodyOfRev(n.Rev):
		return fmt.Sprintf("rev %d holds another text", n.Rev)
	}
	if err := j.CheckIndex(); err != nil {
		return err.Error()
	}
	return ""
}

// points are up to most numbers of 1 to n, spread evenly; all where most is 0.
func points(n, most int) (at []int) {
	step := 1
	if most > 0 && n > most {
		step = (n + most - 1) / most
	}
	for i := 1; i <= n; i += step {
		at = append(at, i)
	}
	return at
}

// countCalls is how often a child calls into the system for what is to be faulted.
func countCalls(t *testing.T, what, path, call string) int {
	t.Helper()
	log := filepath.Join(t.TempDir(), "calls")
	if _, err := straced(t, what, path, "", "-f", "-qq", "-s", "0", "-o", log, "-e", "trace="+call); err != nil {
		t.Fatal(err)
	}
	return strings.Count(string(must[[]byte](t)(os.ReadFile(log))), call+"(")
}

// TestAFaultAtEveryWriteLosesNothing has each write fail for want of space, and each sync by a disk that fails, once and from then
// on: what was acknowledged is there, and where the fault passes all is saved in the end.
func TestAFaultAtEveryWriteLosesNothing(t *testing.T) {
	aloneUnderRace(t)
	t.Parallel()
	tried, missing := 0, 0
	for _, f := range []struct{ call, fault, name string }{
		{"pwrite64", "ENOSPC", "no space"},
		{"pwrite64", "EIO", "a disk that fails"},
		{"fdatasync", "EIO", "a sync that fails"},
		{"fsync", "EIO", "a sync that fails"},
	} {
		n := countCalls(t, "save", filepath.Join(t.TempDir(), FileName), f.call)
		for _, at := range points(n, *faults) {
			for _, until := range []string{"", "+"} {
				path := filepath.Join(t.TempDir(), FileName)
				log := filepath.Join(t.TempDir(), "calls")
				said, err := straced(t, "save", path, "", "-f", "-qq", "-s", "0", "-o", log, "-e", "trace="+f.call,
					"-e", fmt.Sprintf("inject=%s:error=%s:when=%d%s", f.call, f.fault, at, until))
				if !wasInjected(t, log) { // the program did less this time
					continue
				}
				tried++
				acked := lastAck(said)
				if what := lostAt(path, acked); what != "" {
					missing++
					t.Errorf("%s at %s %d%s: %s", f.name, f.call, at, until, what)
				}
				if until == "" && f.fault == "ENOSPC" && (err != nil || acked != 24) {
					t.Errorf("%s at %s %d: once there is space, it stopped at rev %d: %v", f.name, f.call, at, acked, err)
				}
			}
		}
	}
	if tried < 8 {
		t.Errorf("only %d faults were put in", tried)
	}
	figure("full or failing disk", fmt.Sprintf("%d faults at writes and syncs, once and for good", tried), lost(t, missing))
}

// wasInjected reports whether strace put a fault in.
func wasInjected(t *testing.T, log string) bool {
	t.Helper()
	said := must[[]byte](t)(os.ReadFile(log))
	return bytes.Contains(said, []byte("(INJECTED)")) || bytes.Contains(said, []byte("killed by SIGKILL"))
}

// TestAProgramThatDropsTheErrorOfACommitIsFound is the same with a program that is wrong.
func TestAProgramThatDropsTheErrorOfACommitIsFound(t *testing.T) {
	aloneUnderRace(t)
	n := countCalls(t, "save", filepath.Join(t.TempDir(), FileName), "pwrite64")
	for _, at := range points(n, 20)[4:] {
		path := filepath.Join(t.TempDir(), FileName)
		said, _ := straced(t, "save", path, "drop", "-f", "-qq", "-o", "/dev/null", "-e", "trace=pwrite64",
			"-e", fmt.Sprintf("inject=pwrite64:error=ENOSPC:when=%d+", at))
		if lostAt(path, lastAck(said)) != "" {
			figure("mutant: drops the error of the commit", "writes that fail", fmt.Sprintf("found at write %d", at))
			return
		}
	}
	t.Error("it is not found")
}

// TestAMigrationKilledAtEachStep kills a program at each write and sync while it brings a journal to the present schema.
func TestAMigrationKilledAtEachStep(t *testing.T) {
	aloneUnderRace(t)
	t.Parallel()
	steps := must[[]string](t)(migrations())
	killed, missing := 0, 0
	for _, schema := range []int{1, len(steps) / 2, len(steps) - 1} {
		for _, call := range []string{"pwrite64", "fdatasync", "fsync", "ftruncate", "renameat", "unlinkat"} {
			n := countCalls(t, "open", olderOfKind(t, schema), call)
			for _, at := range points(n, *faults) {
				path, log := olderOfKind(t, schema), filepath.Join(t.TempDir(), "calls")
				_, _ = straced(t, "open", path, "", "-f", "-qq", "-s", "0", "-o", log, "-e", "trace="+call,
					"-e", fmt.Sprintf("inject=%s:signal=KILL:when=%d", call, at))
				if !wasInjected(t, log) {
					continue
				}
				killed++
				if what := lacks(path); what != "" {
					missing++
					t.Errorf("schema %d, killed at %s %d: %s", schema, call, at, what)
				}
			}
		}
	}
	if killed < 10 {
		t.Errorf("killed only %d times", killed)
	}
	figure("update of an older journal", fmt.Sprintf("killed at %d writes, syncs and renames", killed), lost(t, missing))
}

// lacks says what a kept journal doesn't say any more.
func lacks(path string) string {
	j, err := openAt(path, false)
	if err != nil {
		return err.Error()
	}
	defer j.Close() //nolint:errcheck // only looked at
	n, err := j.Note(1)
	if err != nil {
		return err.Error()
	}
	if n.Body != everyLabel {
		return "the first note says something else"
	}
	if err := j.CheckIndex(); err != nil {
		return err.Error()
	}
	return ""
}

// TestTheClockMayBeWrong sets the clock ten years forth and back, and over the days on which it changes, while somebody writes.
func TestTheClockMayBeWrong(t *testing.T) {
	aloneUnderRace(t)
	zone := must[*time.Location](t)(time.LoadLocation("Europe/Berlin"))
	j, clock := newJournal(t)
	ana := addPerson(t, j, "Ana")
	id := addNote(t, j, ana, notes.HeldNote, "2026-11-20", bodyOfRev(1))
	rev := int64(1)
	texts := map[string]bool{}
	times := []time.Time{
		clock.at, clock.at.AddDate(10, 0, 0), clock.at.AddDate(10, 0, 1), clock.at.AddDate(0, 0, 1), clock.at.AddDate(-10, 0, 0),
		time.Date(2027, 3, 28, 1, 59, 59, 0, zone), time.Date(2027, 3, 28, 3, 0, 1, 0, zone),
		time.Date(2027, 10, 31, 2, 30, 0, 0, zone), time.Date(2027, 10, 31, 2, 30, 0, 0, zone).Add(time.Hour), clock.at.AddDate(0, 0, 2),
	}
	for _, at := range times {
		clock.at = at
		for range 5 {
			clock.pass(6 * time.Minute)
			rev = must[int64](t)(j.SaveBody(id, rev, bodyOfRev(rev+1)))
			texts[bodyOfRev(rev)] = true
			if err := j.Idle(); err != nil {
				t.Fatal(err)
			}
			checkAll(t, j)
		}
	}
	if n := must[notes.Note](t)(j.Note(id)); n.Body != bodyOfRev(rev) {
		t.Error("the text is another one")
	}
	kept := must[[]notes.Revision](t)(j.Revisions(id))
	if len(kept) < len(times)*3 || len(kept) > len(times)*5+1 {
		t.Errorf("%d versions are kept of %d saves", len(kept), len(times)*5)
	}
	if found := j.Found(); len(found) > 0 {
		t.Errorf("found is %+v", found)
	}
	figure("clock ten years forth and back, and daylight saving", fmt.Sprintf("%d saves, %d versions kept", len(times)*5, len(kept)), lost(t, 0))
}

// TestTheSearchBoxTakesAnything types what chance says.
func TestTheSearchBoxTakesAnything(t *testing.T) {
	aloneUnderRace(t)
	t.Parallel()
	j, _ := newJournal(t)
	addNote(t, j, addPerson(t, j, "Ana"), notes.HeldNote, "2026-11-20", "todo: some words of a note #tag\npraise: calm\n")
	if err := j.Idle(); err != nil {
		t.Fatal(err)
	}
	chance := rand.New(rand.NewSource(1)) //nolint:gosec // what is typed doesn't matter
	pieces := []string{
		"some", "words", `"`, "'", "*", "-", "(", ")", ":", "AND", "OR", "NOT", "NEAR", "^", "+", "{", "}", "#tag", "person:", "label:praise",
		"after:2026", "\x00", "\xff", "é", "日本", "👍🏽", " ", "\t", "%", ";", "--", "/*", "before:", "\u200d", "ﬁ", "..", "\\",
	}
	wrong := 0
	for range *typed {
		var b strings.Builder
		for range 1 + chance.Intn(8) {
			b.WriteString(pieces[chance.Intn(len(pieces))])
			if chance.Intn(3) == 0 {
				b.WriteString(" ")
			}
		}
		if _, _, err := j.Search(notes.Query{Text: b.String(), Newest: chance.Intn(2) == 0}); err != nil {
			wrong++
			t.Errorf("%q: %v", b.String(), err)
		}
	}
	figure("search box", fmt.Sprintf("%d random strings", *typed), fmt.Sprintf("%d errors", wrong))
}

// TestFilesThatAreNoJournalStayAsTheyAre opens what is empty, missing, of a newer version, in use, on a disk that can only be read, or
// beside a conflict copy: it is said, and not a byte is changed.
func TestFilesThatAreNoJournalStayAsTheyAre(t *testing.T) {
	aloneUnderRace(t)
	inUse, _ := newJournal(t)
	addPerson(t, inUse, "Ana")
	newer := closedOfKind(t)
	setVersionOfKind(t, newer, presentSchema(t)+1)
	cases := map[string]string{
		"missing": filepath.Join(t.TempDir(), FileName), "of a newer version": newer, "open in another window": inUse.Path(),
		"empty": emptied(t, closedOfKind(t)),
	}
	conflict := strings.TrimSuffix(newer, ".handback") + " (conflicted copy 2026-11-20).handback"
	copied := closedOfKind(t)
	try(t, os.Rename(copied, conflict))
	cases["a conflict copy beside it"] = conflict
	if os.Getuid() == 0 {
		disk := tinyDisk(t, "40m")
		copied = closedOfKind(t)
		try(t, copyTreeTo(copied, filepath.Join(disk, FileName)))
		remountReadOnly(t, disk)
		cases["on a disk that can only be read"] = filepath.Join(disk, FileName)
	}
	said := 0
	for name, path := range cases {
		t.Run(name, func(t *testing.T) {
			before := onDiskIn(t, path)
			opened := path
			if path == conflict {
				opened = newer
			}
			j, err := openAt(opened, false)
			if err != nil && strings.Contains(name, "only be read") {
				t.Errorf("it can't be read: %v", err)
			}
			if err == nil {
				if _, only := j.ReadOnly(); !only {
					t.Error("it is opened to be written")
				}
				if err := j.Close(); err != nil {
					t.Error(err)
				}
			}
			after := onDiskIn(t, path)
			delete(before, lockName) // nothing is in it
			delete(after, lockName)
			if !maps.Equal(after, before) {
				t.Error("the files were changed")
			}
			said++
		})
	}
	figure("empty, missing, newer, open, conflicting and read-only ones", fmt.Sprintf("%d journals", said), "said, and not a byte changed")
}

// emptied is the path of a journal whose files have nothing in them.
func emptied(t *testing.T, path string) string {
	t.Helper()
	try(t, filepath.WalkDir(path, func(name string, e os.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			err = os.Truncate(name, 0)
		}
		return err
	}))
	return path
}
