package storage

import (
	"crypto/sha256"
	"errors"
	"hash"
	"io"
	"io/fs"
	"sync"
)

// content stands for what is in a file: as it is, and as it would be if each line ended with a line feed alone. Programs that keep
// a folder, git on Windows for one, change how lines end, and mean nothing by it.
type content struct{ exact, plain digest }

// is reports whether it is what was to be written.
func (c content) is(s digest) bool { return c.exact == s || c.plain == s }

// contentHash makes a content of what is written to it.
type contentHash struct {
	exact, plain hash.Hash
	held         bool // a carriage return came last, of which it isn't known yet whether a line ends
}

func newContentHash() *contentHash { return &contentHash{exact: sha256.New(), plain: sha256.New()} }

// Write implements io.Writer. It fails never.
func (c *contentHash) Write(data []byte) (int, error) {
	_, _ = c.exact.Write(data)
	from := 0
	for i, b := range data {
		if c.held && b != '\n' {
			_, _ = io.WriteString(c.plain, "\r")
		}
		if c.held = b == '\r'; c.held {
			_, _ = c.plain.Write(data[from:i])
			from = i + 1
		}
	}
	_, _ = c.plain.Write(data[from:])
	return len(data), nil
}

func (c *contentHash) content() (of content) {
	if c.held {
		c.held = false
		_, _ = io.WriteString(c.plain, "\r")
	}
	copy(of.exact[:], c.exact.Sum(nil))
	copy(of.plain[:], c.plain.Sum(nil))
	return of
}

// readTree is a folder of which it is remembered what was read in its files, so that what was taken from there into the journal is
// known again when the journal is written there.
type readTree struct {
	tree  fs.FS
	mu    sync.Mutex         // over files: the next ones are read beside what is done with these
	files map[string]content // those that aren't as the list of the folder has them
	had   map[digest]bool    // what the list has
	paths map[digest]bool    // the files of the list
	stamp string             // by which the list is known, "" where there is none
	// ofJournal says that it is what a journal holds, and no folder: nobody changed a file of it.
	ofJournal bool
}

func newReadTree(tree fs.FS) *readTree {
	return &readTree{tree: tree, files: map[string]content{}, had: map[digest]bool{}, paths: map[digest]bool{}}
}

func (r *readTree) differs(file string, now content) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.files[file] = now
}

// now is what is in a file that was read, if it isn't as the list of the folder has it.
func (r *readTree) now(file string) (now content, differs bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	now, differs = r.files[file]
	return now, differs
}

// Open implements fs.FS.
func (r *readTree) Open(name string) (fs.File, error) {
	f, err := r.tree.Open(name)
	if err != nil {
		return nil, err
	}
	st, err := f.Stat()
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	if !st.Mode().IsRegular() {
		return f, nil
	}
	return &fileRead{File: f, of: r, name: name, hash: newContentHash()}, nil
}

// Stat implements fs.StatFS.
func (r *readTree) Stat(name string) (fs.FileInfo, error) { return fs.Stat(r.tree, name) }

// Lstat implements fs.ReadLinkFS.
func (r *readTree) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(r.tree, name) }

// ReadLink implements fs.ReadLinkFS.
func (r *readTree) ReadLink(name string) (string, error) { return fs.ReadLink(r.tree, name) }

type fileRead struct {
	fs.File
	of   *readTree
	name string
	hash *contentHash
}

// Read implements io.Reader.
func (f *fileRead) Read(into []byte) (int, error) {
	n, err := f.File.Read(into)
	_, _ = f.hash.Write(into[:n])
	if errors.Is(err, io.EOF) {
		if now := f.hash.content(); !f.of.had[pairOf(f.name, now.exact)] {
			f.of.differs(f.name, now)
		}
	}
	return n, err
}
