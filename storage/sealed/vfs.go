package sealed

/*
#cgo darwin LDFLAGS: -Wl,-undefined,dynamic_lookup
#include "vfs.h"
*/
import "C"

import (
	"errors"
	"fmt"
	"io"
	"runtime/cgo"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"unsafe"

	_ "github.com/mattn/go-sqlite3" // SQLite, which the file system is for

	"handback/notes"
	"handback/storage/errno"
)

// VFS is the name of SQLite's file system of sealed pages. It opens what Store.Name, Store.Reader and Store.Scratch name, and no
// other file: so nothing that SQLite might want beside it, a journal, a log or a temporary file, reaches the disk.
const VFS = "handback-sealed"

// pager is what SQLite opens.
type pager interface {
	readAt(to []byte, at int64) (int, error)
	writeAt(p []byte, at int64) error
	truncate(size int64) error
	sync() error
	size() int64
	closed() error
}

// entry is what a name opens.
type entry struct {
	open   func() (pager, error)
	thrown bool // it is thrown away where anything fails
}

var registry = struct {
	sync.Mutex
	next  int
	there map[string]entry
}{there: map[string]entry{}}

var registered = sync.OnceValue(func() int { return int(C.sealed_register()) })

// register gives what open opens a name.
func register(e entry) string {
	if code := registered(); code != ok {
		panic(fmt.Sprintf("SQLite takes no file system: %d", code)) // it was built without one
	}
	registry.Lock()
	defer registry.Unlock()
	registry.next++
	name := fmt.Sprintf("/sealed-%d", registry.next)
	registry.there[name] = e
	return name
}

func unregister(name string) {
	registry.Lock()
	defer registry.Unlock()
	delete(registry.there, name)
}

func lookUp(name string) (entry, bool) {
	registry.Lock()
	defer registry.Unlock()
	e, ok := registry.there[name]
	return e, ok
}

// registerOnce gives p a name until it is closed.
func registerOnce(p pager, thrown bool) string {
	one := &single{pager: p}
	one.name = register(entry{open: one.open, thrown: thrown})
	return one.name
}

type single struct {
	pager
	name   string
	opened atomic.Bool
}

func (s *single) open() (pager, error) {
	if s.opened.Swap(true) {
		return nil, notes.ErrInUse
	}
	return s, nil
}

func (s *single) closed() error {
	unregister(s.name)
	return s.pager.closed()
}

// Codes of SQLite.
const (
	ok           = 0
	busy         = 5
	readOnly     = 8
	corrupt      = 11
	full         = 13
	cantOpen     = 14
	readError    = 10 | 1<<8
	shortRead    = 10 | 2<<8
	writeError   = 10 | 3<<8
	syncError    = 10 | 4<<8
	openMainDB   = 0x100
	openMainOwns = 0x800 // the journal of a main database
)

// lastErrno is what the system said last of a file of ours.
var lastErrno atomic.Int64

// refused is how many files SQLite has asked for that it got none of.
var refused atomic.Int64

// reservedLockHeld is what SQLite is told when it asks whether another process is about to write.
func reservedLockHeld() bool {
	var held C.int = 1
	C.sealed_reserved_lock(&held)
	return held != 0
}

// code is what SQLite is told of an error.
func code(err error, other C.int) C.int {
	var no syscall.Errno
	errors.As(err, &no)
	if err != nil {
		lastErrno.Store(int64(no))
	}
	switch {
	case err == nil:
		return ok
	case errno.Full(err):
		return full
	case errors.Is(err, errRotten), errors.Is(err, notes.ErrDamaged):
		return corrupt
	case errors.Is(err, notes.ErrReadOnly):
		return readOnly
	case errors.Is(err, notes.ErrInUse):
		return busy
	}
	return other
}

//export sealedErrno
func sealedErrno() C.int { return C.int(lastErrno.Load()) }

//export sealedOpen
func sealedOpen(name *C.char, flags C.int, handle *C.uintptr_t) C.int {
	if name == nil {
		refused.Add(1)
		lastErrno.Store(0)
		return cantOpen // a temporary file
	}
	path := C.GoString(name)
	var p pager
	var err error
	if e, there := lookUp(path); there && flags&openMainDB != 0 {
		p, err = e.open()
	} else if of, there := lookUp(strings.TrimSuffix(path, "-journal")); there && of.thrown && flags&openMainOwns != 0 {
		p = nothing{}
	} else {
		refused.Add(1)
		lastErrno.Store(0)
		return cantOpen
	}
	if err != nil {
		return code(err, cantOpen)
	}
	*handle = C.uintptr_t(cgo.NewHandle(p))
	return ok
}

// nothing is the journal of a scratch: what could be taken back by it is thrown away whole.
type nothing struct{}

func (nothing) readAt([]byte, int64) (int, error) { return 0, nil }
func (nothing) writeAt([]byte, int64) error       { return nil }
func (nothing) truncate(int64) error              { return nil }
func (nothing) sync() error                       { return nil }
func (nothing) size() int64                       { return 0 }
func (nothing) closed() error                     { return nil }

func pagerOf(handle C.uintptr_t) pager { return cgo.Handle(handle).Value().(pager) }

//export sealedThere
func sealedThere(name *C.char) C.int {
	if _, there := lookUp(C.GoString(name)); there {
		return 1
	}
	return 0
}

//export sealedClose
func sealedClose(handle C.uintptr_t) C.int {
	err := pagerOf(handle).closed()
	cgo.Handle(handle).Delete()
	return code(err, cantOpen)
}

//export sealedRead
func sealedRead(handle C.uintptr_t, to unsafe.Pointer, n C.int, at C.int64_t) C.int {
	b := unsafe.Slice((*byte)(to), int(n))
	got, err := pagerOf(handle).readAt(b, int64(at))
	if err != nil && !errors.Is(err, io.EOF) {
		return code(err, readError)
	}
	if got < len(b) {
		clear(b[got:])
		return shortRead
	}
	return ok
}

//export sealedWrite
func sealedWrite(handle C.uintptr_t, p unsafe.Pointer, n C.int, at C.int64_t) C.int {
	return code(pagerOf(handle).writeAt(unsafe.Slice((*byte)(p), int(n)), int64(at)), writeError)
}

//export sealedTruncate
func sealedTruncate(handle C.uintptr_t, size C.int64_t) C.int {
	return code(pagerOf(handle).truncate(int64(size)), writeError)
}

//export sealedSync
func sealedSync(handle C.uintptr_t) C.int { return code(pagerOf(handle).sync(), syncError) }

//export sealedSize
func sealedSize(handle C.uintptr_t) C.int64_t { return C.int64_t(pagerOf(handle).size()) }
