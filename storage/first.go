package storage

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"

	"handback/notes"
)

// One program runs at a desk: the first one takes a lock in a folder of the user's data, and a later one leaves what it was started
// for in a file beside that, in which the first one looks. Nothing goes through a network, and nothing of a journal is in it: the path
// of one at most.

// Call is what a later start of the program asks of the first one.
type Call struct {
	Journal string `json:"journal,omitempty"` // the journal to be shown; "" for what is there
	Sample  bool   `json:"sample,omitempty"`  // the sample team is
	Line    bool   `json:"line,omitempty"`    // the small window for one line is
	Waiting bool   `json:"waiting,omitempty"` // a line waits beside the journal to be filed
	At      int64  `json:"at"`                // when it was asked, in milliseconds
}

// Desk is where the programs of one user meet.
type Desk struct {
	folder, seat string
	now          func() time.Time
	remove       func(file string) error // deletes a call, which is to have it
}

// Names in the folder.
const (
	deskLock  = "lock"
	deskFirst = "first.json"
	callEnd   = ".call"
)

// staleCall is the age at which a call is of a program that no longer waits for it.
const staleCall = 20 * time.Second

// DeskIn is the desk in a folder. Where seat differs, another screen or another computer shares the folder: there, a program is the
// first of its own.
func DeskIn(folder, seat string, now func() time.Time) Desk {
	return Desk{folder, seat, now, os.Remove}
}

// firstSays is what the first program says of itself.
type firstSays struct {
	Seat string `json:"seat"`
	Pid  int    `json:"pid"`
}

// First is the right to be called by later ones. The system takes it back when the program ends, however it ends.
type First struct {
	desk Desk
	lock *os.File
}

// Take makes this program the first one: ErrInUse where another is.
func (d Desk) Take() (*First, error) {
	if err := makeFolder(d.folder); err != nil {
		return nil, err
	}
	held, err := lock(filepath.Join(d.folder, deskLock))
	if err != nil {
		return nil, err
	}
	says, err := json.Marshal(firstSays{Seat: d.seat, Pid: os.Getpid()})
	if err == nil {
		err = writeWhole(filepath.Join(d.folder, deskFirst), says)
	}
	if err != nil {
		return nil, errors.Join(err, held.Close())
	}
	return &First{d, held}, nil
}

// Release lets the next program be the first one.
func (f *First) Release() error { return f.lock.Close() }

// HasFirst reports whether a program is the first one.
func (d Desk) HasFirst() bool {
	if !exists(d.folder) {
		return false
	}
	held, err := lock(filepath.Join(d.folder, deskLock))
	if err == nil {
		_ = held.Close()
	}
	return errors.Is(err, notes.ErrInUse)
}

// errElsewhere is returned where the first program is at another seat.
var errElsewhere = errors.New("the first program is at another seat")

// Ask asks the first program for something, and reports whether it took it. It waits that long at most: one that hangs takes nothing,
// and then does nothing later either. One at another seat isn't asked, which is an error.
func (d Desk) Ask(c Call, patience time.Duration) (taken bool, err error) {
	return d.ask(c, time.After(patience), nil, askAgain)
}

// ask waits until enough or over, and looks that often whether it has an answer.
func (d Desk) ask(c Call, enough <-chan time.Time, over <-chan struct{}, often time.Duration) (taken bool, err error) {
	var first firstSays
	data, err := os.ReadFile(filepath.Join(d.folder, deskFirst))
	if err != nil {
		return false, err
	}
	if json.Unmarshal(data, &first) != nil || first.Seat != d.seat {
		return false, errElsewhere
	}
	mayComeToFront(first.Pid)
	c.At = d.now().UnixMilli()
	said, err := json.Marshal(c)
	if err != nil {
		return false, err
	}
	file := filepath.Join(d.folder, strconv.FormatInt(d.now().UnixNano(), 10)+"-"+strconv.Itoa(os.Getpid())+callEnd)
	if err := writeWhole(file, said); err != nil {
		return false, err
	}
	again, nudge := time.NewTicker(often), time.NewTicker(nudges)
	defer again.Stop()
	defer nudge.Stop()
	for {
		select {
		case <-again.C:
			if !exists(file) {
				return true, nil
			}
		case <-nudge.C:
			d.nudge(file)
		case <-enough:
			return d.withdraw(file)
		case <-over:
			return d.withdraw(file)
		}
	}
}

// nudge has the system tell the first program once more that there is something to look at: it may have told it of none. The call itself is
// left alone, since it may be taken just now.
func (d Desk) nudge(file string) {
	empty := strings.TrimSuffix(file, callEnd) + "-look" + callEnd
	if os.WriteFile(empty, nil, 0o600) == nil {
		_ = os.Remove(empty) // or the first one does: it is no call
	}
}

// withdraw takes a call back, and reports whether it was taken before: who deletes it has it. One that another program holds for a
// moment is tried again.
func (d Desk) withdraw(file string) (taken bool, err error) {
	enough := time.After(heldAtMost)
	for {
		err = d.remove(file)
		switch {
		case err == nil:
			return false, nil
		case errors.Is(err, os.ErrNotExist):
			return true, nil
		}
		select {
		case <-time.After(lookAgain):
		case <-enough:
			return false, err
		}
	}
}

// Outlast is for a start that the first program didn't answer: it goes on asking. Taken is called, from any goroutine, when that one does
// it at last. Where it ends instead, this program becomes the first one, and calls are given to take as Watch does.
func (d Desk) Outlast(c Call, taken func(), take func(c Call, claim func() bool)) (stop func()) {
	over, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		d.outlast(c, taken, take, over)
	}()
	var once sync.Once
	return func() {
		once.Do(func() { close(over) })
		<-ended
	}
}

func (d Desk) outlast(c Call, taken func(), take func(c Call, claim func() bool), over <-chan struct{}) {
	for {
		first, err := d.Take()
		if err == nil {
			stop := first.Watch(take)
			<-over
			stop()
			_ = first.Release() // the system does at the end of the program
			return
		}
		if !errors.Is(err, notes.ErrInUse) {
			return
		}
		if did, _ := d.ask(c, time.After(outlastAsks), over, pollCalls); did {
			taken()
			return
		}
		select {
		case <-over:
			return
		case <-time.After(pollCalls):
		}
	}
}

// askAgain is how often it is looked whether a call was taken, pollCalls how often for calls where the system tells of none, and nudges
// how often it is made to tell of one that isn't taken.
const (
	askAgain  = 5 * time.Millisecond
	pollCalls = 300 * time.Millisecond
	nudges    = 200 * time.Millisecond
)

// lookAgain is how soon a call is looked for again that could not be read: on Windows another program may hold it for a moment, as one
// does that looks for viruses in what is new.
const lookAgain = 50 * time.Millisecond

// heldAtMost is how long one holds it that lets go of it again, and outlastAsks how long a call lasts of a start that goes on asking: it
// is not to grow stale.
const (
	heldAtMost  = time.Second
	outlastAsks = staleCall / 4
)

// Watch gives each call to take, from any goroutine, until it is stopped. Who calls claim and is told true has it: nobody else does
// it, and who asked goes home.
func (f *First) Watch(take func(c Call, claim func() bool)) (stop func()) {
	over := make(chan struct{})
	var once sync.Once
	told := make(chan struct{}, 1)
	if w, err := fsnotify.NewWatcher(); err == nil && w.Add(f.desk.folder) == nil {
		go passOnEvents(w, told, over)
	} else {
		if w != nil {
			_ = w.Close()
		}
		go poll(told, over)
	}
	go func() {
		var seen seenCalls
		for {
			var again <-chan time.Time
			if f.look(&seen, take, func() { tell(told) }) {
				again = time.After(lookAgain)
			}
			select {
			case <-told:
			case <-again:
			case <-over:
				return
			}
		}
	}()
	return func() { once.Do(func() { close(over) }) }
}

func passOnEvents(w *fsnotify.Watcher, told chan<- struct{}, over <-chan struct{}) {
	defer w.Close() //nolint:errcheck // nothing is left to be heard
	for {
		select {
		case e, ok := <-w.Events:
			if !ok {
				return
			}
			if strings.HasSuffix(e.Name, callEnd) && e.Has(fsnotify.Create|fsnotify.Rename|fsnotify.Write) {
				tell(told)
			}
		case _, ok := <-w.Errors: // what was missed is found by looking
			if !ok {
				return
			}
			tell(told)
		case <-over:
			return
		}
	}
}

func poll(told chan<- struct{}, over <-chan struct{}) {
	again := time.NewTicker(pollCalls)
	defer again.Stop()
	for {
		select {
		case <-again.C:
			tell(told)
		case <-over:
			return
		}
	}
}

func tell(told chan<- struct{}) {
	select {
	case told <- struct{}{}:
	default: // it is told already
	}
}

// seenCalls are the calls that were given to be taken.
type seenCalls struct {
	mu    sync.Mutex
	files map[string]bool
}

func (s *seenCalls) has(file string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.files[file]
}

func (s *seenCalls) set(file string, seen bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.files == nil {
		s.files = map[string]bool{}
	}
	s.files[file] = seen
}

// look passes on the calls that are there and weren't seen before, and reports whether there is one that can't be read yet. One that
// nobody waits for any more goes. One that can't be claimed since another program holds it is passed on again: then is called first.
func (f *First) look(seen *seenCalls, take func(c Call, claim func() bool), then func()) (again bool) {
	files, err := filepath.Glob(filepath.Join(f.desk.folder, "*"+callEnd))
	if err != nil {
		return false
	}
	for _, file := range files {
		if seen.has(file) {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			again = again || f.waitedFor(file)
			continue
		}
		var c Call
		if json.Unmarshal(data, &c) != nil || f.desk.now().Sub(time.UnixMilli(c.At)).Abs() > staleCall {
			_ = os.Remove(file)
			continue
		}
		seen.set(file, true)
		take(c, func() bool {
			err := f.desk.remove(file)
			if err != nil && !errors.Is(err, os.ErrNotExist) {
				seen.set(file, false)
				time.AfterFunc(lookAgain, then)
			}
			return err == nil
		})
	}
	return again
}

// waitedFor reports whether a call's file is there, and not so old that nobody waits for it.
func (f *First) waitedFor(file string) bool {
	st, err := os.Lstat(file)
	return err == nil && f.desk.now().Sub(st.ModTime()).Abs() <= staleCall
}

// RealPath is where the journal at path really is, to be compared with another's; path itself where nothing is there.
func RealPath(path string) string {
	if at, err := place(path, false); err == nil {
		return at
	}
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}
