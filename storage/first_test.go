package storage

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"handback/notes"
)

// first is a program at a desk that takes what take says, and what it took.
func firstAt(t *testing.T, d Desk, claims func(Call) bool) (calls chan Call) {
	t.Helper()
	f, err := d.Take()
	if err != nil {
		t.Fatal(err)
	}
	calls = make(chan Call, 16)
	stop := f.Watch(func(c Call, claim func() bool) {
		if claims(c) && claim() {
			calls <- c
		}
	})
	t.Cleanup(func() {
		stop()
		if err := f.Release(); err != nil {
			t.Error(err)
		}
	})
	return calls
}

func claimAll(Call) bool { return true }

func TestALaterStartIsHandedOver(t *testing.T) {
	d := DeskIn(filepath.Join(t.TempDir(), "a folder", "running"), "here", time.Now)
	if d.HasFirst() {
		t.Fatal("somebody is there")
	}
	calls := firstAt(t, d, claimAll)
	if !d.HasFirst() {
		t.Fatal("nobody is there")
	}
	if _, err := d.Take(); !errors.Is(err, notes.ErrInUse) {
		t.Fatalf("two are the first: %v", err)
	}
	for _, c := range []Call{{}, {Journal: "/home/ü x/mine.handback"}, {Sample: true}, {Line: true}, {Waiting: true}} {
		taken, err := d.Ask(c, 10*time.Second)
		if err != nil || !taken {
			t.Fatalf("%+v: taken %v, %v", c, taken, err)
		}
		got := <-calls
		got.At = 0
		if got != c {
			t.Errorf("asked %+v, heard %+v", c, got)
		}
	}
	if left, err := filepath.Glob(filepath.Join(d.folder, "*"+callEnd)); err != nil || len(left) > 0 {
		t.Error("left behind:", left, err)
	}
	st, err := os.Stat(d.folder)
	if err != nil || st.Mode().Perm()&0o077 != 0 {
		t.Error(st.Mode(), err)
	}
}

// TestAWindowThatHangsDoesNothingLater asks one that hears but never comes to it: what was asked is withdrawn.
func TestAWindowThatHangsDoesNothingLater(t *testing.T) {
	d := DeskIn(t.TempDir(), "here", time.Now)
	var late func() bool
	heard := make(chan bool, 1)
	f, err := d.Take()
	if err != nil {
		t.Fatal(err)
	}
	defer f.Release() //nolint:errcheck // the folder goes
	defer f.Watch(func(_ Call, claim func() bool) {
		late = claim
		heard <- true
	})()
	taken, err := d.Ask(Call{Line: true}, 50*time.Millisecond)
	if taken || err != nil {
		t.Fatal(taken, err)
	}
	<-heard
	if late() {
		t.Error("it is done, although the other program did it")
	}
}

func TestAnotherScreenIsNotAsked(t *testing.T) {
	folder := t.TempDir()
	calls := firstAt(t, DeskIn(folder, "desk|:0", time.Now), claimAll)
	if taken, err := DeskIn(folder, "desk|:1", time.Now).Ask(Call{}, time.Second); taken || err == nil {
		t.Fatal(taken, err)
	}
	select {
	case c := <-calls:
		t.Error(c)
	default:
	}
}

// TestALockOfTheDeadLocksNobodyOut leaves everything behind that a killed program does.
func TestALockOfTheDeadLocksNobodyOut(t *testing.T) {
	d := DeskIn(t.TempDir(), "here", time.Now)
	f, err := d.Take()
	if err != nil {
		t.Fatal(err)
	}
	if err := f.lock.Close(); err != nil { // as the system does
		t.Fatal(err)
	}
	old, err := json.Marshal(Call{Journal: "/old", At: time.Now().Add(-time.Hour).UnixMilli()})
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"1-1.call": old, "2-2.call": []byte("{"), "3-3.call": nil} {
		if err := os.WriteFile(filepath.Join(d.folder, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	calls := firstAt(t, d, claimAll)
	if taken, err := d.Ask(Call{Journal: "/new"}, 10*time.Second); !taken || err != nil {
		t.Fatal(taken, err)
	}
	if c := <-calls; c.Journal != "/new" {
		t.Errorf("it did what nobody waits for: %+v", c)
	}
	if left, _ := filepath.Glob(filepath.Join(d.folder, "*"+callEnd)); len(left) > 0 {
		t.Error(left)
	}
}

// TestCallsAreFoundWhereTheSystemTellsOfNone polls.
func TestCallsAreFoundWhereTheSystemTellsOfNone(t *testing.T) {
	told, over := make(chan struct{}, 1), make(chan struct{})
	defer close(over)
	go poll(told, over)
	select {
	case <-told:
	case <-time.After(10 * time.Second):
		t.Error("nobody looks")
	}
}

// TestACallThatCantBeReadYetIsLookedForAgain has a call that can't be read when the system tells of it, as on Windows where another
// program looks at what is new; nothing tells of it again.
func TestACallThatCantBeReadYetIsLookedForAgain(t *testing.T) {
	folder, aside := t.TempDir(), filepath.Join(t.TempDir(), "aside")
	calls := firstAt(t, DeskIn(folder, "here", time.Now), claimAll)
	if err := os.Mkdir(aside, 0o700); err != nil { // which can't be read as a file is
		t.Fatal(err)
	}
	if err := os.Symlink(aside, filepath.Join(folder, "1-1"+callEnd)); err != nil {
		t.Fatal(err)
	}
	select {
	case c := <-calls:
		t.Fatalf("%v was read", c)
	case <-time.After(3 * lookAgain): // the time is the test
	}
	said, err := json.Marshal(Call{Line: true, At: time.Now().UnixMilli()})
	if err == nil {
		err = errors.Join(os.Remove(aside), os.WriteFile(aside, said, 0o600))
	}
	if err != nil {
		t.Fatal(err)
	}
	select {
	case <-calls:
	case <-time.After(10 * time.Second):
		t.Error("the call was never read")
	}
}
