package storage

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"strconv"
)

// SQLite's log, the file that ends with -wal: a head, then frames of one page each. A chain of checksums runs through all of
// them; SQLite takes the frames up to the last commit before the first one that breaks it, and says nothing of the rest.
const (
	pageBytes     = 8192 // of a journal's page
	logHeadSize   = 32
	frameHeadSize = 24
	logMagic      = 0x377f0682 // or one more, where the checksums are of big-endian words
)

// logState is what is seen of a log.
type logState struct {
	size   int64
	page   int
	round  uint32 // how often it was begun anew since it was made
	origin string // by which the logs of one opening are known: it stays when the log is begun anew; "" where the head is damaged

	salts   [8]byte
	frames  int // up to the last commit that SQLite takes
	commits int // that SQLite takes
	behind  int // that were written behind what is damaged, or with it
}

// empty reports whether there is nothing in the log that could be taken.
func (l logState) empty() bool { return l.size <= logHeadSize || l.commits == 0 && l.behind == 0 }

// sums is the running checksum of a log.
type sums struct {
	order  interface{ Uint32(b []byte) uint32 }
	s0, s1 uint32
}

func (s *sums) add(b []byte) {
	for ; len(b) >= 8; b = b[8:] {
		s.s0 += s.order.Uint32(b) + s.s1
		s.s1 += s.order.Uint32(b[4:]) + s.s0
	}
}

func (s *sums) is(b []byte) bool {
	return binary.BigEndian.Uint32(b) == s.s0 && binary.BigEndian.Uint32(b[4:]) == s.s1
}

func (s *sums) goOnFrom(b []byte) {
	s.s0, s.s1 = binary.BigEndian.Uint32(b), binary.BigEndian.Uint32(b[4:])
}

// readLog reads the log at path; one that isn't there is empty.
func readLog(path string) (logState, error) {
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return logState{}, nil
	}
	if err != nil {
		return logState{}, err
	}
	defer f.Close() //nolint:errcheck // it was only read
	st, err := f.Stat()
	if err != nil {
		return logState{}, err
	}
	l, err := scanLog(bufio.NewReaderSize(f, 1<<16))
	l.size = st.Size()
	return l, err
}

// scanLog reads a log. An end in the middle of a frame is the end of it.
func scanLog(r io.Reader) (l logState, err error) {
	var head [logHeadSize]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return l, atEnd(err)
	}
	s, whole := readLogHead(head[:], &l)
	copy(l.salts[:], head[16:24])
	frame := make([]byte, frameHeadSize+l.page)
	broken, ours := !whole, whole
	for n := 1; ; n++ {
		if _, err := io.ReadFull(r, frame); err != nil {
			return l, atEnd(err)
		}
		if n == 1 && !whole { // the frames say what the head would
			copy(l.salts[:], frame[8:16])
			s.goOnFrom(frame[16:24])
		} else {
			s.add(frame[:8])
			s.add(frame[frameHeadSize:])
		}
		chained, salted := s.is(frame[16:24]), string(frame[8:16]) == string(l.salts[:])
		s.goOnFrom(frame[16:24])
		ours = salted || ours && chained // what is behind may be of an earlier round, and a chain of its own
		broken = broken || !chained || !salted
		if commit := binary.BigEndian.Uint32(frame[4:]) != 0; !ours || !commit {
			continue
		}
		if broken {
			l.behind++
			continue
		}
		l.commits++
		l.frames = n
	}
}

// readLogHead reads the head of a log, and begins the checksum; false where the head is damaged.
func readLogHead(head []byte, l *logState) (s sums, whole bool) {
	magic := binary.BigEndian.Uint32(head)
	s.order = binary.LittleEndian
	if magic == logMagic|1 {
		s.order = binary.BigEndian
	}
	s.add(head[:24])
	whole = magic&^1 == logMagic && s.is(head[24:32])
	l.page = int(binary.BigEndian.Uint32(head[8:]))
	if l.page < 512 || l.page > 1<<16 || l.page&(l.page-1) != 0 {
		l.page = pageBytes
	}
	if !whole {
		return s, false
	}
	l.round = binary.BigEndian.Uint32(head[12:])
	// Each time that a log is begun anew SQLite adds one to this salt and to the round; the other salt is thrown.
	l.origin = strconv.FormatUint(uint64(binary.BigEndian.Uint32(head[16:])-l.round), 16)
	return s, true
}

func atEnd(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil
	}
	return err
}

// committedFrames is how many frames of a log were committed, as the file that ends with -shm tells while the system runs that
// it was made under: after a kill, not after a power cut. It is 0 where nothing tells.
func committedFrames(path string, l logState) int {
	const size = 48
	f, err := os.Open(path)
	if err != nil {
		return 0
	}
	defer f.Close() //nolint:errcheck // it was only read
	var both [2 * size]byte
	if _, err := io.ReadFull(f, both[:]); err != nil || string(both[:size]) != string(both[size:]) {
		return 0
	}
	head := both[:size]
	s := sums{order: binary.NativeEndian}
	s.add(head[:40])
	whole := s.s0 == binary.NativeEndian.Uint32(head[40:]) && s.s1 == binary.NativeEndian.Uint32(head[44:])
	if !whole || string(head[32:40]) != string(l.salts[:]) {
		return 0
	}
	return int(binary.NativeEndian.Uint32(head[16:]))
}
