package roomtest

import (
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
	"time"

	"handback/notes"
	"handback/notes/sample"
	"handback/storage"
)

// Option says how Open opens a journal.
type Option func(*opening)

type opening struct {
	now    time.Time // the zero time is the host's own
	sample bool
	older  bool
}

// At lets the test take place at another time than New says.
func At(now time.Time) Option { return func(o *opening) { o.now = now } }

// Sample fills the journal with the sample team, as of the day on which the test takes place.
func Sample(o *opening) { o.sample = true }

// Older takes a journal that was filled by a program with the first grammar: lines of it read otherwise now.
func Older(o *opening) { o.older = true }

// Open makes a host with a real journal in a folder of the test's own, on the host's clock, and closes it in the end.
// It is empty but for Me where no option says otherwise.
func Open(t testing.TB, options ...Option) *Host {
	t.Helper()
	var o opening
	for _, set := range options {
		set(&o)
	}
	h := New(t, nil)
	if !o.now.IsZero() {
		h.Clock = o.now
	}
	path := filepath.Join(t.TempDir(), storage.FileName)
	if o.sample {
		if err := os.WriteFile(path, sampleFile(t, h.Today()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if o.older {
		if err := os.WriteFile(path, OlderFile(t), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	j := openAt(t, path, h.Now)
	t.Cleanup(func() {
		if err := j.Close(); err != nil {
			t.Error(err)
		}
	})
	h.opened = &journal{Journal: j}
	h.J = h.opened
	return h
}

func openAt(t testing.TB, path string, now func() time.Time) *storage.Journal {
	t.Helper()
	j, err := storage.Open(path, storage.Options{Now: now, Create: true})
	if err != nil {
		t.Fatal(err)
	}
	return j
}

// samples are the files of journals with the sample team, by the day as of which it was made: filling one takes longer
// than most tests.
var samples = struct {
	sync.Mutex
	of map[notes.Date][]byte
}{of: map[notes.Date][]byte{}}

func sampleFile(t testing.TB, today notes.Date) []byte {
	t.Helper()
	samples.Lock()
	defer samples.Unlock()
	if file, made := samples.of[today]; made {
		return file
	}
	path := filepath.Join(t.TempDir(), storage.FileName)
	j := openAt(t, path, today.Time)
	if err := errors.Join(sample.Team(today).Fill(j), j.Close()); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	samples.of[today] = file
	return file
}

// journal is a real journal that can be sealed, and whose writes can be made to fail.
type journal struct {
	*storage.Journal
	sealed bool
	fails  error
}

// Seal makes the journal that was opened one that can only be read.
func (h *Host) Seal() { h.opened.sealed = true }

// FailWrites makes every write to the journal that was opened fail so; nil lets them succeed again.
func (h *Host) FailWrites(err error) { h.opened.fails = err }

func (j *journal) ReadOnly() (why string, readOnly bool) {
	if j.sealed {
		return "It is a copy.", true
	}
	return j.Journal.ReadOnly()
}

func (j *journal) Apply(c notes.Change) (notes.Applied, error) {
	if err := j.refuses(); err != nil {
		return notes.Applied{}, err
	}
	return j.Journal.Apply(c)
}

func (j *journal) SaveBody(id notes.NoteID, base int64, body string) (rev int64, err error) {
	if err := j.refuses(); err != nil {
		return 0, err
	}
	return j.Journal.SaveBody(id, base, body)
}

func (j *journal) refuses() error {
	if j.sealed {
		return notes.ErrReadOnly
	}
	return j.fails
}

// OlderFile is the journal that Older takes, with Ana, Ben and Chidi in it.
func OlderFile(t testing.TB) []byte {
	t.Helper()
	_, here, _, _ := runtime.Caller(0)
	packed, err := os.Open(filepath.Join(filepath.Dir(here), "..", "..", "storage", "testdata", "grammar-1.db.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close() //nolint:errcheck // it was only read
	z, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	file, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return file
}
