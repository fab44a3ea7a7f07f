package sealed

import (
	"crypto/cipher"
	"crypto/rand"
	"errors"
	"sync"

	"golang.org/x/crypto/chacha20poly1305"
)

// scratch is a file whose pages are written and read at random, each sealed. Its key is in memory alone, so what a crash leaves of
// it says nothing to anybody.
type scratch struct {
	disk     Disk
	path     string
	file     File
	aead     cipher.AEAD
	pageSize int

	mu      sync.Mutex
	pages   int64
	written map[int64]bool
	buf     []byte
}

func newScratch(d Disk, path string, pageSize int) (*scratch, error) {
	key := make([]byte, chacha20poly1305.KeySize)
	if _, err := rand.Read(key); err != nil {
		return nil, err
	}
	aead, err := chacha20poly1305.NewX(key)
	clear(key)
	if err != nil {
		return nil, err
	}
	if err := removeIfThere(d, path); err != nil {
		return nil, err
	}
	f, err := d.Create(path)
	if err != nil {
		return nil, err
	}
	return &scratch{
		disk: d, path: path, file: f, aead: aead, pageSize: pageSize, written: map[int64]bool{},
		buf: make([]byte, chacha20poly1305.NonceSizeX+pageSize+chacha20poly1305.Overhead),
	}, nil
}

func (s *scratch) drop() error { return errors.Join(s.file.Close(), removeIfThere(s.disk, s.path)) }

func (s *scratch) slot(n int64) int64 { return n * int64(len(s.buf)) }

func (s *scratch) writeAt(p []byte, at int64) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	size := int64(s.pageSize)
	if int64(len(p)) != size || at%size != 0 {
		return errOddWrite
	}
	n := at / size
	nonce := s.buf[:chacha20poly1305.NonceSizeX]
	if _, err := rand.Read(nonce); err != nil {
		return err
	}
	sealed := s.aead.Seal(nonce, nonce, p, nil)
	if _, err := s.file.WriteAt(sealed, s.slot(n)); err != nil {
		return err
	}
	s.written[n] = true
	s.pages = max(s.pages, n+1)
	return nil
}

// page fills to with a whole page.
func (s *scratch) page(n int64, from int, to []byte) error {
	if !s.written[n] {
		clear(to)
		return nil
	}
	if err := readFull(s.file, s.buf, s.slot(n)); err != nil {
		return err
	}
	const nonce = chacha20poly1305.NonceSizeX
	plain, err := s.aead.Open(s.buf[nonce:nonce], s.buf[:nonce], s.buf[nonce:], nil)
	if err != nil {
		return rotten(err)
	}
	copy(to, plain[from:])
	return nil
}

func (s *scratch) readAt(to []byte, at int64) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	v := view{size: s.pageSize, pages: s.pages}
	return v.read(to, at, s.page)
}

// stream reads what is there for certain.
func (s *scratch) stream(to []byte, at int64) error {
	n, err := s.readAt(to, at)
	if err == nil && n < len(to) {
		err = errShort
	}
	return err
}

func (s *scratch) truncate(size int64) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pages = (size + int64(s.pageSize) - 1) / int64(s.pageSize)
	for n := range s.written {
		if n >= s.pages {
			delete(s.written, n)
		}
	}
	return nil
}

func (s *scratch) size() int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.pages * int64(s.pageSize)
}

func (s *scratch) sync() error   { return nil } // it lasts when it was made a snapshot
func (s *scratch) closed() error { return nil }
