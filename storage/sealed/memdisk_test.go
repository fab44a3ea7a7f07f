package sealed

import (
	"io"
	"io/fs"
	"maps"
	"math/rand"
	"path/filepath"
	"slices"
	"sync"
	"testing"
)

// TestMain has logs grow by little, so that a disk in memory stays small, and grows often.
func TestMain(m *testing.M) {
	growBy = 20_000
	m.Run()
}

// memDisk is a disk in memory that remembers every call, so that a test can ask what a power cut at any of them leaves, and that
// can fail at any of them.
type memDisk struct {
	mu    sync.Mutex
	names map[string]*inode
	trace []call
	fail  func(n int, c call) error // asked before the nth call that changes something; the call does nothing then
	short bool                      // a write that fails has written its first half
	calls int
}

type inode struct {
	id   int
	data []byte
}

type callKind int

const (
	callWrite callKind = iota
	callSync
	callCreate
	callRename
	callRemove
	callSyncFolder
	callAck // the test was told that commit n is done
)

type call struct {
	kind     callKind
	inode    int
	at       int64
	data     []byte
	name, to string
	n        int
}

func newMemDisk() *memDisk { return &memDisk{names: map[string]*inode{}} }

func (d *memDisk) did(c call) error {
	d.calls++
	if d.fail != nil {
		if err := d.fail(d.calls, c); err != nil {
			return &fs.PathError{Op: "simulated", Path: c.name, Err: err}
		}
	}
	d.trace = append(d.trace, c)
	return nil
}

func (d *memDisk) ack(n int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.trace = append(d.trace, call{kind: callAck, n: n})
}

func (d *memDisk) Open(path string) (File, error)   { return d.open(path) }
func (d *memDisk) Change(path string) (File, error) { return d.open(path) }

func (d *memDisk) open(path string) (File, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	n := d.names[path]
	if n == nil {
		return nil, &fs.PathError{Op: "open", Path: path, Err: fs.ErrNotExist}
	}
	return &memFile{d, n}, nil
}

func (d *memDisk) Create(path string) (File, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.names[path] != nil {
		return nil, &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
	}
	n := &inode{id: d.calls}
	if err := d.did(call{kind: callCreate, name: path, inode: n.id}); err != nil {
		return nil, err
	}
	d.names[path] = n
	return &memFile{d, n}, nil
}

func (d *memDisk) Rename(from, to string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	n := d.names[from]
	if n == nil {
		return &fs.PathError{Op: "rename", Path: from, Err: fs.ErrNotExist}
	}
	if err := d.did(call{kind: callRename, name: from, to: to, inode: n.id}); err != nil {
		return err
	}
	delete(d.names, from)
	d.names[to] = n
	return nil
}

func (d *memDisk) Remove(path string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.names[path] == nil {
		return &fs.PathError{Op: "remove", Path: path, Err: fs.ErrNotExist}
	}
	if err := d.did(call{kind: callRemove, name: path}); err != nil {
		return err
	}
	delete(d.names, path)
	return nil
}

func (d *memDisk) Names(folder string) (names []string, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for path := range d.names {
		if filepath.Dir(path) == folder {
			names = append(names, filepath.Base(path))
		}
	}
	return names, nil
}

func (d *memDisk) SyncFolder(string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.did(call{kind: callSyncFolder})
}

func (d *memDisk) InPlace(f File, path string) (bool, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.names[path] == f.(*memFile).inode, nil
}

type memFile struct {
	disk  *memDisk
	inode *inode
}

func (f *memFile) Close() error { return nil }

func (f *memFile) Size() (int64, error) {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	return int64(len(f.inode.data)), nil
}

func (f *memFile) ReadAt(p []byte, at int64) (int, error) {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	if at >= int64(len(f.inode.data)) {
		return 0, io.EOF
	}
	n := copy(p, f.inode.data[at:])
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

func (f *memFile) WriteAt(p []byte, at int64) (int, error) {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	if err := f.disk.did(call{kind: callWrite, inode: f.inode.id, at: at, data: slices.Clone(p)}); err != nil {
		if !f.disk.short {
			return 0, err
		}
		half := p[:len(p)/2]
		f.disk.trace = append(f.disk.trace, call{kind: callWrite, inode: f.inode.id, at: at, data: slices.Clone(half)})
		f.inode.data = written(f.inode.data, half, at)
		return len(half), err
	}
	f.inode.data = written(f.inode.data, p, at)
	return len(p), nil
}

func (f *memFile) Sync() error {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	return f.disk.did(call{kind: callSync, inode: f.inode.id})
}

func written(data, p []byte, at int64) []byte {
	if more := at + int64(len(p)) - int64(len(data)); more > 0 {
		data = append(data, make([]byte, more)...)
	}
	copy(data[at:], p)
	return data
}

// cutKind is what a power cut makes of what was not synced.
type cutKind int

const (
	cutDropped cutKind = iota // nothing of it is there
	cutKept                   // all of it is
	cutTorn                   // a part of it is, in any order, with zeros between
	cutGarbage                // as torn, and what was being written is noise
	cutKinds
)

// mutant is a build that leaves out a sync.
type mutant struct{ noSync, noFolderSync bool }

// after is the disk as a power cut leaves it behind the first calls of the trace, and which commit was acknowledged last by then.
func after(trace []call, kind cutKind, m mutant, r *rand.Rand) (d *memDisk, acked int) {
	files := map[int]*onDisk{}
	file := func(id int) *onDisk {
		if files[id] == nil {
			files[id] = &onDisk{}
		}
		return files[id]
	}
	names := map[string]int{}
	var unsynced []call
	for _, c := range trace {
		switch c.kind {
		case callWrite:
			file(c.inode).unsynced = append(file(c.inode).unsynced, c)
		case callSync:
			if !m.noSync {
				file(c.inode).sync()
			}
		case callSyncFolder:
			if !m.noFolderSync {
				for _, u := range unsynced {
					u.rename(names)
				}
				unsynced = nil
			}
		case callAck:
			acked = c.n
		default:
			unsynced = append(unsynced, c)
		}
	}
	for _, u := range unsynced {
		if kind == cutKept || kind != cutDropped && r.Intn(2) == 0 {
			u.rename(names)
		}
	}
	d = newMemDisk()
	inodes := map[int]*inode{}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		id := names[name]
		if inodes[id] == nil {
			inodes[id] = &inode{id: -1 - id, data: file(id).left(kind, r)}
		}
		d.names[name] = inodes[id]
	}
	return d, acked
}

func (c call) rename(names map[string]int) {
	switch c.kind {
	case callCreate:
		names[c.name] = c.inode
	case callRename:
		names[c.to] = c.inode
		delete(names, c.name)
	case callRemove:
		delete(names, c.name)
	}
}

type onDisk struct {
	data     []byte
	unsynced []call
}

func (f *onDisk) sync() {
	for _, c := range f.unsynced {
		f.data = written(f.data, c.data, c.at)
	}
	f.unsynced = nil
}

func (f *onDisk) left(kind cutKind, r *rand.Rand) []byte {
	data := slices.Clone(f.data)
	for i, c := range f.unsynced {
		switch {
		case kind == cutKept:
			data = written(data, c.data, c.at)
		case kind == cutDropped:
		case r.Intn(3) == 0: // not this one
		default:
			part := slices.Clone(c.data[:r.Intn(len(c.data)+1)])
			if kind == cutGarbage && i == len(f.unsynced)-1 {
				r.Read(part)
			}
			data = written(data, part, c.at)
		}
	}
	return data
}
