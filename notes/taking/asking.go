package taking

import (
	"errors"
	"io/fs"
	"time"

	"handback/notes/incoming"
)

// askEach is how often it is asked whether to go on, whatever a reader is at: in the midst of a large file it says nothing for long.
const askEach = 100 * time.Millisecond

// errOver ends a reading that nobody waits for any more.
var errOver = errors.New("taking: the reading was stopped")

// read has a format read a tree, and what it says taken by who waits for it: take and stop are called by one goroutine alone.
func read(f incoming.Format, tree fs.FS, in incoming.Options, take incoming.Taker, stop Stop) error {
	h := handing{take: take, says: make(chan func() error), answers: make(chan error), over: make(chan struct{})}
	return meanwhile(tree, stop, &h, func(tree fs.FS) error { return f.Notes(tree, in, h) })
}

// meanwhile does something with a tree in a goroutine of its own, and asks whether to go on. What stop returns ends it at once; the
// goroutine ends with the next thing that it reads or says.
func meanwhile(tree fs.FS, stop Stop, h *handing, do func(fs.FS) error) error {
	if h == nil {
		h = &handing{over: make(chan struct{})}
	}
	defer close(h.over)
	ended := make(chan error, 1)
	go func() { ended <- do(endingTree{tree, h.over}) }()
	tick := time.NewTicker(askEach)
	defer tick.Stop()
	for {
		select {
		case says := <-h.says:
			err := says()
			h.answers <- err
		case <-tick.C:
			if err := stop(-1, 0); err != nil {
				return err
			}
		case err := <-ended:
			return err
		}
	}
}

// handing is the taker of a reading goroutine: it has the one that waits for it take each thing.
type handing struct {
	take    incoming.Taker
	says    chan func() error
	answers chan error
	over    chan struct{}
}

func (h handing) hand(says func() error) error {
	select {
	case h.says <- says:
		return <-h.answers
	case <-h.over:
		return errOver
	}
}

// Note implements incoming.Taker.
func (h handing) Note(n incoming.Note) error {
	return h.hand(func() error { return h.take.Note(n) })
}

// Skip implements incoming.Taker.
func (h handing) Skip(s incoming.Skipped) error {
	return h.hand(func() error { return h.take.Skip(s) })
}

// Progress implements incoming.Taker.
func (h handing) Progress(done, of int) error {
	return h.hand(func() error { return h.take.Progress(done, of) })
}

// endingTree can't be read any more once the reading is over.
type endingTree struct {
	fs.FS
	over chan struct{}
}

func (t endingTree) ended() error {
	select {
	case <-t.over:
		return errOver
	default:
		return nil
	}
}

// Open implements fs.FS.
func (t endingTree) Open(name string) (fs.File, error) {
	if err := t.ended(); err != nil {
		return nil, err
	}
	f, err := t.FS.Open(name)
	if err != nil {
		return nil, err
	}
	if dir, is := f.(fs.ReadDirFile); is {
		if st, err := f.Stat(); err == nil && st.IsDir() {
			return dir, nil
		}
	}
	return endingFile{f, t}, nil
}

// ReadDir implements fs.ReadDirFS.
func (t endingTree) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := t.ended(); err != nil {
		return nil, err
	}
	return fs.ReadDir(t.FS, name)
}

// Stat implements fs.StatFS.
func (t endingTree) Stat(name string) (fs.FileInfo, error) { return fs.Stat(t.FS, name) }

type endingFile struct {
	fs.File
	tree endingTree
}

// Read implements fs.File.
func (f endingFile) Read(to []byte) (int, error) {
	if err := f.tree.ended(); err != nil {
		return 0, err
	}
	return f.File.Read(to)
}
