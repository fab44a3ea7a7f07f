package sealed

import (
	"bytes"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"sync"
	"sync/atomic"

	"filippo.io/age"
)

// A snapshot is an age file like any other: `age -d` gives the database, which sqlite3 reads. Behind its pages stand zeros up to
// a whole multiple of padding, so that the size tells little, and the trailer at the very end.
const (
	padding     = 256 << 10
	trailerSize = 48
	trailerMark = "Handback sealed pages 1\x00"
)

// trailer says what a snapshot is.
type trailer struct {
	generation uint64
	pages      int64
	pageSize   int
	alone      bool // no log belongs to it: it is a copy
	log        logID
}

// logID tells a log from others of its number: those of another computer, of which a sync program may leave one beside a snapshot that
// isn't its own. 0 is not known.
type logID uint32

// newLogID is one by chance, of 31 bits.
func newLogID() (logID, error) {
	var b [4]byte
	if _, err := rand.Read(b[:]); err != nil {
		return 0, err
	}
	return logID(binary.BigEndian.Uint32(b[:])>>1 | 1), nil
}

// isNot reports whether both are known, and another.
func (id logID) isNot(other logID) bool { return id != 0 && other != 0 && id != other }

func (t trailer) length() int64 { return t.pages * int64(t.pageSize) }

// padded is how long the content of a snapshot is, with its trailer.
func (t trailer) padded() int64 {
	return (t.length() + trailerSize + padding - 1) / padding * padding
}

func (t trailer) bytes() []byte {
	b := make([]byte, 0, trailerSize)
	b = append(b, trailerMark...)
	b = binary.BigEndian.AppendUint64(b, t.generation)
	b = binary.BigEndian.AppendUint64(b, uint64(t.pages))
	b = binary.BigEndian.AppendUint32(b, uint32(t.pageSize))
	last := uint32(t.log) << 1
	if t.alone {
		last |= 1
	}
	return binary.BigEndian.AppendUint32(b, last)
}

func parseTrailer(b []byte, padded int64) (t trailer, ok bool) {
	b, ok = bytes.CutPrefix(b, []byte(trailerMark))
	if !ok || len(b) != trailerSize-len(trailerMark) {
		return t, false
	}
	t.generation = binary.BigEndian.Uint64(b)
	t.pages = int64(binary.BigEndian.Uint64(b[8:]))
	t.pageSize = int(binary.BigEndian.Uint32(b[16:]))
	last := binary.BigEndian.Uint32(b[20:])
	t.alone, t.log = last&1 == 1, logID(last>>1)
	return t, t.pages >= 0 && t.pages <= padded && isPageSize(t.pageSize) && t.padded() == padded
}

func isPageSize(n int) bool { return n >= 512 && n <= 1<<16 && n&(n-1) == 0 }

// snapshot is an open snapshot: its pages at random, of which it keeps those that were read last.
type snapshot struct {
	trailer
	file  File
	plain io.ReaderAt
	users atomic.Int32 // who has it open; the last one closes the file

	mu     sync.Mutex
	chunks map[int64]*chunk
	newest *chunk // the ring of the chunks in the order of their use
}

// chunk is what age seals in one piece.
type chunk struct {
	at         int64
	bytes      []byte
	prev, next *chunk
}

const (
	chunkSize  = 64 << 10
	mostChunks = 128 // 8 MiB
)

// openSnapshot opens a snapshot and looks at its end, which age only opens where the length is right.
func openSnapshot(d Disk, path string, k *Key) (*snapshot, error) {
	f, err := d.Open(path)
	if err != nil {
		return nil, err
	}
	s := &snapshot{file: f, chunks: map[int64]*chunk{}}
	s.users.Store(1)
	if err := s.open(k); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return s, nil
}

func (s *snapshot) open(k *Key) error {
	size, err := s.file.Size()
	if err != nil {
		return err
	}
	plain, padded, err := age.DecryptReaderAt(s.file, size, k.Identity())
	var other *age.NoIdentityMatchError
	switch {
	case errors.As(err, &other):
		return errOtherKey
	case err != nil:
		return rotten(err)
	case padded < trailerSize:
		return rotten(errShort)
	}
	end := make([]byte, trailerSize)
	if _, err := plain.ReadAt(end, padded-trailerSize); err != nil && !errors.Is(err, io.EOF) {
		return rotten(err)
	}
	t, ok := parseTrailer(end, padded)
	if !ok {
		return rotten(errNoTrailer)
	}
	s.trailer, s.plain = t, plain
	return nil
}

var (
	errOtherKey  = errors.New("it was sealed for another key")
	errShort     = errors.New("it is too short")
	errNoTrailer = errors.New("its end is not that of a snapshot")
)

// rotten is the error of a file that does not say what was written to it.
func rotten(err error) error { return fmt.Errorf("%w: %w", errRotten, err) }

var errRotten = errors.New("damaged")

// use has the file stay open until close is called once more.
func (s *snapshot) use() { s.users.Add(1) }

func (s *snapshot) close() error {
	if s == nil || s.users.Add(-1) > 0 {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.chunks {
		clear(c.bytes)
	}
	s.chunks, s.newest = nil, nil
	return s.file.Close()
}

// read fills to with what stands at an offset of the database.
func (s *snapshot) read(to []byte, at int64) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for len(to) > 0 {
		c, err := s.chunk(at / chunkSize)
		if err != nil {
			return err
		}
		from := int(at % chunkSize)
		if from >= len(c.bytes) {
			return rotten(errShort)
		}
		n := copy(to, c.bytes[from:])
		to, at = to[n:], at+int64(n)
	}
	return nil
}

// chunk is the nth piece, from those that are kept or from the file.
func (s *snapshot) chunk(n int64) (*chunk, error) {
	if c := s.chunks[n]; c != nil {
		s.moveToFront(c)
		return c, nil
	}
	c := &chunk{}
	if len(s.chunks) >= mostChunks {
		c = s.newest.prev // the one that was not asked for the longest
		delete(s.chunks, c.at)
		s.unlink(c)
	}
	if cap(c.bytes) < chunkSize {
		c.bytes = make([]byte, chunkSize)
	}
	c.at = n
	got, err := s.plain.ReadAt(c.bytes[:chunkSize], n*chunkSize)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, rotten(err)
	}
	c.bytes = c.bytes[:got]
	s.chunks[n] = c
	s.link(c)
	return c, nil
}

func (s *snapshot) moveToFront(c *chunk) {
	if c != s.newest {
		s.unlink(c)
		s.link(c)
	}
}

func (s *snapshot) unlink(c *chunk) {
	if c.next == c {
		s.newest = nil
		return
	}
	c.prev.next, c.next.prev = c.next, c.prev
	if s.newest == c {
		s.newest = c.next
	}
}

func (s *snapshot) link(c *chunk) {
	if s.newest == nil {
		c.prev, c.next = c, c
	} else {
		c.prev, c.next = s.newest.prev, s.newest
		c.prev.next, c.next.prev = c, c
	}
	s.newest = c
}
