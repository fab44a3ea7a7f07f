package storage

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"handback/notes"
)

// saverEnv names the journal into which the test binary, started again by itself, saves until it is killed.
const saverEnv = "HANDBACK_TEST_SAVER"

// childEnv says what the test binary, started again by itself, does with the journal that childPathEnv names, and mutantEnv what is wrong
// with it.
const (
	childEnv     = "HANDBACK_TEST_CHILD"
	childPathEnv = "HANDBACK_TEST_CHILD_PATH"
	mutantEnv    = "HANDBACK_TEST_MUTANT"
)

// children are what it can do, on a system on which it is looked at meanwhile.
var children map[string]func(path string) error

// rounds is short in every run of the tests, and longer by "make torture".
var rounds = flag.Int("rounds", 10, "how often a program that saves is killed")

// umaskEnv says to it in which folder to write every kind of file that a journal writes, and under which umask.
const umaskEnv = "HANDBACK_TEST_UMASK"

// writeEverything does, where there is a umask.
var writeEverything func(asked string) error

func TestMain(m *testing.M) {
	if path := os.Getenv(saverEnv); path != "" {
		if err := saveForever(path); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
		os.Exit(1)
	}
	if path := os.Getenv(writerEnv); path != "" {
		if err := writeInEveryWay(path); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	if path := os.Getenv(changerEnv); path != "" {
		fmt.Fprintln(os.Stderr, changeUntilKilled(path))
		os.Exit(1)
	}
	if path := os.Getenv(openerEnv); path != "" {
		_, err := openAt(path, false)
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if what := os.Getenv(childEnv); what != "" {
		if err := children[what](os.Getenv(childPathEnv)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	if asked := os.Getenv(moverEnv); asked != "" {
		if err := moveAndDie(asked); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	if asked := os.Getenv(restorerEnv); asked != "" {
		if err := restoreAndDie(asked); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	if asked := os.Getenv(umaskEnv); asked != "" {
		if err := writeEverything(asked); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	flag.Parse()
	code, err := skipOfNoKind(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	os.Exit(code)
}

// saveForever saves the first note again and again and says each rev once it is acknowledged.
func saveForever(path string) error {
	j, err := openAt(path, false)
	if err != nil {
		return err
	}
	n, err := j.Note(1)
	if err != nil {
		return err
	}
	if os.Getenv(mutantEnv) == "early" { // it acknowledges before the commit
		j.mode.durable = func(commit func() error) error {
			fmt.Println(n.Rev + 1)
			return commit()
		}
	}
	for {
		if n.Rev, err = j.SaveBody(n.ID, n.Rev, bodyOfRev(n.Rev+1)); err != nil {
			return err
		}
		fmt.Println(n.Rev)
		if n.Rev%7 == 0 {
			if err := j.Idle(); err != nil {
				return err
			}
		}
	}
}

// bodyOfRev is what is saved as a rev, so that text and rev can be compared.
func bodyOfRev(rev int64) string {
	return fmt.Sprintf("rev %d\n%s", rev, strings.Repeat("todo: a line of the note\n", int(rev)%40))
}

func lost(t *testing.T, n int) string {
	t.Helper()
	if t.Failed() || n > 0 {
		return fmt.Sprintf("**LOST: %d**", n)
	}
	return "nothing lost"
}

// TestNothingAcknowledgedIsLostWhenTheProcessIsKilled kills a process that saves, whatever it is doing just then.
func TestNothingAcknowledgedIsLostWhenTheProcessIsKilled(t *testing.T) {
	aloneUnderRace(t)
	path := filepath.Join(t.TempDir(), FileName)
	j := must[*Journal](t)(begin(path, quickKey))
	id := addNote(t, j, addPerson(t, j, "Ana"), notes.HeldNote, "2026-11-20", bodyOfRev(1))
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	saves := int64(0)
	for round := range *rounds {
		acknowledged := killWhileSaving(t, path, 20+13*(round%8), "")
		saves = acknowledged
		j, err := openAt(path, false)
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		n := must[notes.Note](t)(j.Note(id))
		if n.Rev < acknowledged {
			t.Errorf("round %d: rev %d was acknowledged, %d is there", round, acknowledged, n.Rev)
		}
		if n.Body != bodyOfRev(n.Rev) {
			t.Errorf("round %d: rev %d holds another text", round, n.Rev)
		}
		if err := j.CheckIndex(); err != nil {
			t.Errorf("round %d: %v", round, err)
		}
		if round%3 == 0 {
			try(t, j.close()) // without what an ordinary end does
		} else {
			try(t, j.Close())
		}
	}
	figure("kill -9 of a program that saves", fmt.Sprintf("%d rounds, %d acknowledged saves", *rounds, saves), lost(t, 0))
}

// TestAProgramThatAcknowledgesTooSoonIsFound is the same with a program that is wrong: the test above would find it.
func TestAProgramThatAcknowledgesTooSoonIsFound(t *testing.T) {
	aloneUnderRace(t)
	path := filepath.Join(t.TempDir(), FileName)
	j := must[*Journal](t)(begin(path, quickKey))
	id := addNote(t, j, addPerson(t, j, "Ana"), notes.HeldNote, "2026-11-20", bodyOfRev(1))
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	for round := range 60 {
		acknowledged := killWhileSaving(t, path, 2+round%5, "early")
		j := must[*Journal](t)(openAt(path, false))
		rev := must[notes.Note](t)(j.Note(id)).Rev
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
		if rev < acknowledged {
			figure("mutant: acknowledges before the commit", "killed while it saves", fmt.Sprintf("found in round %d", round+1))
			return
		}
	}
	t.Error("it is not found in 60 rounds")
}

// killWhileSaving starts a process that saves, kills it after so many saves and returns the last rev that it acknowledged.
func killWhileSaving(t *testing.T, path string, saves int, mutant string) (last int64) {
	t.Helper()
	saver := exec.Command(os.Args[0]) //nolint:gosec // the test starts itself
	saver.Env = append(childEnviron(t), saverEnv+"="+path, mutantEnv+"="+mutant)
	saver.Stderr = os.Stderr
	out, err := saver.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := saver.Start(); err != nil {
		t.Fatal(err)
	}
	giveUp := time.AfterFunc(time.Minute, func() { _ = saver.Process.Kill() })
	defer giveUp.Stop()
	lines := bufio.NewScanner(out)
	for range saves {
		if !lines.Scan() {
			t.Fatal("it stopped by itself")
		}
	}
	if err := saver.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	last = revOf(t, lines.Text())
	for lines.Scan() { // what it said before the signal came
		last = revOf(t, lines.Text())
	}
	_ = saver.Wait() // it was killed
	return last
}

func revOf(t *testing.T, line string) int64 {
	t.Helper()
	rev, err := strconv.ParseInt(line, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return rev
}
