package storage

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"

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
	if err != nil || runtime.GOOS != "windows" && st.Mode().Perm()&0o077 != 0 {
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
	if runtime.GOOS == "windows" {
		t.Skip("a link to a folder stays one there")
	}
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

// TestACallThatIsHeldIsClaimedAgain has a call that can't be deleted for a moment, as on Windows while another program looks into it.
func TestACallThatIsHeldIsClaimedAgain(t *testing.T) {
	d := DeskIn(t.TempDir(), "here", time.Now)
	var tries atomic.Int32
	held := errors.New("the file is in use by another program")
	d.remove = func(file string) error {
		if tries.Add(1) <= 3 {
			return held
		}
		return os.Remove(file)
	}
	calls := firstAt(t, d, claimAll)
	taken, err := d.Ask(Call{Line: true}, 10*time.Second)
	if !taken || err != nil {
		t.Fatal(taken, err)
	}
	if c := <-calls; !c.Line || tries.Load() != 4 {
		t.Errorf("%+v after %d tries", c, tries.Load())
	}
}

// TestACallThatIsHeldIsWithdrawnAgain is the same for who asked and has waited long enough: it is not to be done twice.
func TestACallThatIsHeldIsWithdrawnAgain(t *testing.T) {
	d := DeskIn(t.TempDir(), "here", time.Now)
	tries := 0
	d.remove = func(file string) error {
		if tries++; tries <= 3 {
			return os.ErrPermission
		}
		return os.Remove(file)
	}
	f, err := d.Take()
	try(t, err)
	defer f.Release() //nolint:errcheck // the folder goes
	if taken, err := d.Ask(Call{Line: true}, time.Millisecond); taken || err != nil {
		t.Fatal(taken, err)
	}
	if left, _ := filepath.Glob(filepath.Join(d.folder, "*"+callEnd)); len(left) > 0 {
		t.Error("it would be done later:", left)
	}
}

// TestAStartThatIsNotAnsweredGoesOnAsking outlasts a window that hangs and comes to it in the end, one that ends, and none at all.
func TestAStartThatIsNotAnsweredGoesOnAsking(t *testing.T) {
	outlasts := func(d Desk) (taken chan bool, calls chan Call, stop func()) {
		taken, calls = make(chan bool, 1), make(chan Call, 1)
		return taken, calls, d.Outlast(Call{Journal: "/asked for"}, func() { taken <- true }, func(c Call, claim func() bool) {
			if claim() {
				calls <- c
			}
		})
	}
	t.Run("it comes to it", func(t *testing.T) {
		d := DeskIn(t.TempDir(), "here", time.Now)
		f, err := d.Take()
		try(t, err)
		defer f.Release() //nolint:errcheck // the folder goes
		taken, _, stop := outlasts(d)
		defer stop()
		heard := make(chan Call, 1)
		defer f.Watch(func(c Call, claim func() bool) {
			if claim() {
				heard <- c
			}
		})()
		if c := <-heard; c.Journal != "/asked for" {
			t.Errorf("%+v", c)
		}
		<-taken
	})
	t.Run("it ends", func(t *testing.T) {
		d := DeskIn(t.TempDir(), "here", time.Now)
		f, err := d.Take()
		try(t, err)
		taken, calls, stop := outlasts(d)
		try(t, f.Release())
		for asked := false; !asked; { // until it has seen that it is the first one now
			asked, err = d.Ask(Call{Line: true}, 10*time.Second)
			try(t, err)
		}
		if c := <-calls; !c.Line {
			t.Errorf("%+v", c)
		}
		stop()
		if len(taken) > 0 || d.HasFirst() {
			t.Error("a program that is gone took it, or it is still the first one")
		}
	})
	t.Run("it is closed", func(t *testing.T) {
		d := DeskIn(t.TempDir(), "here", time.Now)
		f, err := d.Take()
		try(t, err)
		defer f.Release() //nolint:errcheck // the folder goes
		_, _, stop := outlasts(d)
		stop()
		if left, _ := filepath.Glob(filepath.Join(d.folder, "*"+callEnd)); len(left) > 0 {
			t.Error("it would be done later:", left)
		}
	})
}

// TestACallThatTheSystemDoesntTellOfIsFound has a first program that isn't told of a call, as happens on Windows now and then: it hears of
// it since who asked has the system tell it again.
func TestACallThatTheSystemDoesntTellOfIsFound(t *testing.T) {
	d := DeskIn(t.TempDir(), "here", time.Now)
	f, err := d.Take()
	try(t, err)
	defer f.Release() //nolint:errcheck // the folder goes
	asked := make(chan error, 1)
	go func() {
		taken, err := d.Ask(Call{Line: true}, time.Minute)
		if err == nil && !taken {
			err = errors.New("it isn't taken")
		}
		asked <- err
	}()
	for calls := 0; calls == 0; {
		found, err := filepath.Glob(filepath.Join(d.folder, "*"+callEnd))
		try(t, err)
		calls = len(found)
	}
	w := must[*fsnotify.Watcher](t)(fsnotify.NewWatcher())
	try(t, w.Add(d.folder)) // what was told is told
	told, over := make(chan struct{}, 1), make(chan struct{})
	defer close(over)
	go passOnEvents(w, told, over)
	select {
	case <-told:
	case <-time.After(20 * time.Second):
		t.Error("nobody is told of it")
	}
	var seen seenCalls
	f.look(&seen, func(_ Call, claim func() bool) { claim() }, func() {})
	if err := <-asked; err != nil {
		t.Error(err)
	}
}
