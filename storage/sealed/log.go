package sealed

import (
	"bytes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"io"
	"slices"

	"golang.org/x/crypto/chacha20poly1305"
)

// A record of a log: how long what follows is, its number (both are authenticated), a nonce, and sealed the change. The first
// record of a log, number 0, says how many records of the log before it count, which log that is, and its own id. A commit that is
// long is several records; it holds when the last of them is there.
const (
	recordHead = 4 + 8
	recordRest = chacha20poly1305.NonceSizeX + chacha20poly1305.Overhead
	changeHead = 8 + 8 + 8 + 4 + 4 // kind, the commit's first record, how many pages there are, their size, how many follow
	mostRecord = 4 << 20
	maxRecord  = mostRecord + 2<<16
)

// kinds of a record
const (
	kindOpening = iota + 1
	kindAnew    // an opening too: the log stands over its own snapshot alone, and over no older state
	kindPart    // of a commit of which more follows
	kindCommit
)

// change is what one record says.
type change struct {
	kind     uint64
	begun    uint64 // the number of the first record of its commit; in an opening record the log's id
	pages    int64  // how many the database has then; in an opening record the number of records of the log before it
	pageSize int    // in an opening record the id of the log before it
	at       []int64
	page     [][]byte
}

// logFile is a log that is appended to.
type logFile struct {
	generation uint64
	id         logID
	file       File
	aead       cipher.AEAD
	next       uint64 // the number of the next record
	end        int64  // where it is written
	ahead      int64  // up to where there are zeros to be written over
	buf        []byte
}

func newLog(f File, k *Key, generation uint64) (*logFile, error) {
	key := k.LogKey(generation)
	defer clear(key)
	aead, err := chacha20poly1305.NewX(key)
	if err != nil {
		return nil, err
	}
	return &logFile{generation: generation, file: f, aead: aead}, nil
}

// write appends a record and does not wait until it lasts.
func (l *logFile) write(c change) error {
	length := recordRest + changeHead + len(c.at)*(8+c.pageSize)
	b := slices.Grow(l.buf[:0], recordHead+length)
	b = binary.BigEndian.AppendUint32(b, uint32(length))
	b = binary.BigEndian.AppendUint64(b, l.next)
	b = b[:recordHead+chacha20poly1305.NonceSizeX]
	nonce := b[recordHead:]
	if _, err := rand.Read(nonce); err != nil {
		return err
	}
	b = binary.BigEndian.AppendUint64(b, c.kind)
	b = binary.BigEndian.AppendUint64(b, c.begun)
	b = binary.BigEndian.AppendUint64(b, uint64(c.pages))
	b = binary.BigEndian.AppendUint32(b, uint32(c.pageSize))
	b = binary.BigEndian.AppendUint32(b, uint32(len(c.at)))
	for i, at := range c.at {
		b = binary.BigEndian.AppendUint64(b, uint64(at))
		b = append(b, c.page[i]...)
	}
	b = l.aead.Seal(b[:recordHead+len(nonce)], nonce, b[recordHead+len(nonce):], b[:recordHead])
	if c.kind > kindAnew {
		l.growAhead(l.end + int64(len(b)))
	}
	if _, err := l.file.WriteAt(b, l.end); err != nil {
		return err
	}
	l.end += int64(len(b))
	l.next++
	if l.buf = b[:0]; cap(b) > mostBuffer {
		l.buf = nil
	}
	return nil
}

// growBy is how many zeros are written ahead of a log's end: a sync of what is written over takes half as long as one by which the file
// grows. A test makes it smaller.
var growBy int64 = 1 << 20

// growAhead writes zeros behind an end that is not among them. Where that can't be, the file grows with what is written to it.
func (l *logFile) growAhead(end int64) {
	if end <= l.ahead {
		return
	}
	if _, err := l.file.WriteAt(make([]byte, growBy), end); err == nil {
		l.ahead = end + growBy
	}
}

// clean reports whether nothing but zeros stands behind the log's end.
func (l *logFile) clean(size int64) (bool, error) {
	if size-l.end > 2*growBy+maxRecord {
		return false, nil
	}
	rest := make([]byte, size-l.end)
	if err := readFull(l.file, rest, l.end); err != nil {
		return false, err
	}
	return len(bytes.TrimLeft(rest, "\x00")) == 0, nil
}

// mostBuffer is how much of the memory of a record is kept for the next one.
const mostBuffer = 1 << 20

// commit appends pages in their order, and returns when they last.
func (l *logFile) commit(pages int64, pageSize int, changed layer) error {
	order := make([]int64, 0, len(changed))
	for n := range changed {
		order = append(order, n)
	}
	slices.Sort(order)
	perRecord := max(1, mostRecord/max(1, pageSize))
	begun := l.next
	for {
		c := change{kind: kindCommit, begun: begun, pages: pages, pageSize: pageSize, at: order}
		if len(order) > perRecord {
			c.kind, c.at = kindPart, order[:perRecord]
		}
		order = order[len(c.at):]
		for _, n := range c.at {
			c.page = append(c.page, changed[n])
		}
		if err := l.write(c); err != nil {
			return err
		}
		if c.kind == kindCommit {
			return l.file.Sync()
		}
	}
}

// read reads the record at the log's end and goes behind it; io.EOF where there is no whole one of its number.
func (l *logFile) read(size int64) (change, error) {
	c, length, err := l.readAt(l.end, size, l.next, l.next)
	if err == nil {
		l.end += length
		l.next++
	}
	return c, err
}

// readAt reads a record whose number lies between two; io.EOF where at that place is none that is whole.
func (l *logFile) readAt(at, size int64, from, to uint64) (c change, length int64, err error) {
	var head [recordHead]byte
	if at+recordHead > size {
		return c, 0, io.EOF
	}
	if err := readFull(l.file, head[:], at); err != nil {
		return c, 0, err
	}
	n := int64(binary.BigEndian.Uint32(head[:]))
	number := binary.BigEndian.Uint64(head[4:])
	if n < recordRest+changeHead || n > maxRecord || at+recordHead+n > size || number < from || number > to {
		return c, 0, io.EOF
	}
	b := make([]byte, n)
	if err := readFull(l.file, b, at+recordHead); err != nil {
		return c, 0, err
	}
	const nonce = chacha20poly1305.NonceSizeX
	plain, err := l.aead.Open(b[nonce:nonce], b[:nonce], b[nonce:], head[:])
	if err != nil {
		return c, 0, io.EOF
	}
	c, err = parseChange(plain)
	return c, recordHead + n, err
}

// readFull reads what is there for certain.
func readFull(f io.ReaderAt, b []byte, at int64) error {
	n, err := f.ReadAt(b, at)
	if n == len(b) {
		return nil
	}
	if err == nil || errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

func parseChange(b []byte) (c change, err error) {
	c.kind = binary.BigEndian.Uint64(b)
	c.begun = binary.BigEndian.Uint64(b[8:])
	c.pages = int64(binary.BigEndian.Uint64(b[16:]))
	c.pageSize = int(binary.BigEndian.Uint32(b[24:]))
	count := int(binary.BigEndian.Uint32(b[28:]))
	b = b[changeHead:]
	if len(b) != count*(8+c.pageSize) || c.pages < 0 {
		return c, rotten(errShort) // it was sealed like this: a fault of ours
	}
	for range count {
		c.at = append(c.at, int64(binary.BigEndian.Uint64(b)))
		end := 8 + c.pageSize
		c.page = append(c.page, b[8:end:end])
		b = b[end:]
	}
	return c, nil
}

// behind counts the commits that stand whole behind what can't be read at the log's end: a log that was cut, or not written to
// its end, has none; one that was damaged has some. The rest of the commit that can't be read is none: it may have been on its
// way to the disk when the power went.
func (l *logFile) behind(size int64) (int, error) {
	b := make([]byte, size-l.end)
	if err := readFull(l.file, b, l.end); err != nil {
		return 0, err
	}
	commits := 0
	for at := int64(0); at+recordHead <= int64(len(b)); {
		number := binary.BigEndian.Uint64(b[at+4:])
		if number <= l.next || number > l.next+mostAhead {
			at++
			continue
		}
		c, length, err := l.readAt(l.end+at, size, l.next+1, l.next+mostAhead)
		if err != nil {
			at++
			continue
		}
		if c.kind == kindCommit && c.begun > l.next {
			commits++
		}
		at += length
	}
	return commits, nil
}

// mostAhead is how far the number of a record may be ahead of where the log can't be read.
const mostAhead = 1 << 24
