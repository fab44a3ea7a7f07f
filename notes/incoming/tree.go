package incoming

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"handback/notes/voice"
)

// unpacked is the tree of an archive. It is made by one goroutine, and then read by any number.
type unpacked struct {
	files   map[string]*entry
	folders map[string][]fs.DirEntry // by path, "." being the top; sorted by name
	out     []Skipped
	held    int64     // bytes in memory
	changed time.Time // when a single file was

	mu    sync.Mutex
	total int64 // bytes that were unpacked so far, each file counted once
}

// entry is a file of an archive.
type entry struct {
	name     string // its path
	size     int64  // as the archive says: to show, not to believe
	packed   int64
	modified time.Time
	open     func() (io.ReadCloser, error)
	most     int64 // bytes that one reading of it gave at most
}

func newTree() *unpacked {
	return &unpacked{files: map[string]*entry{}, folders: map[string][]fs.DirEntry{".": nil}}
}

// OfText is a tree of one file that holds a text.
func OfText(name, text string) fs.FS {
	t := newTree()
	open := func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }
	t.files[name] = &entry{name: name, size: int64(len(text)), packed: int64(len(text)), open: open}
	t.folders["."] = []fs.DirEntry{fs.FileInfoToDirEntry(fileInfo{t.files[name]})}
	return t
}

// tooMany is said of an archive with more files than any one keeps.
func tooMany() string {
	return voice.T("This archive has more than {n} files. Zip only the notes and try again.", "n", MaxFiles)
}

func (t *unpacked) leave(file, why string) error {
	if len(t.out)+len(t.files) >= MaxFiles {
		return Refused{tooMany()}
	}
	t.out = append(t.out, Skipped{File: file, Why: why})
	return nil
}

// add puts a file into the tree, and the folders that it lies in.
func (t *unpacked) add(e *entry) error {
	if len(t.out)+len(t.files) >= MaxFiles || len(t.folders) > MaxFiles {
		return Refused{tooMany()}
	}
	_, isFolder := t.folders[e.name]
	if t.files[e.name] != nil || isFolder {
		return t.leave(e.name, voice.T("The archive has two files with this name. The first is used."))
	}
	for folder := path.Dir(e.name); folder != "."; folder = path.Dir(folder) {
		if t.files[folder] != nil {
			return t.leave(e.name, voice.T("The archive has a file and a folder with the same name."))
		}
	}
	if strings.Count(e.name, "/") > 100 {
		return t.leave(e.name, voice.T("It's inside too many folders."))
	}
	t.files[e.name] = e
	var child fs.DirEntry = fs.FileInfoToDirEntry(fileInfo{e})
	for at := e.name; at != "."; {
		folder := path.Dir(at)
		_, known := t.folders[folder]
		t.folders[folder] = append(t.folders[folder], child)
		if known {
			break
		}
		at, child = folder, fs.FileInfoToDirEntry(folderInfo(path.Base(folder)))
	}
	return nil
}

func (t *unpacked) sort() {
	for _, entries := range t.folders {
		slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	}
}

// Open opens a file or folder.
func (t *unpacked) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	if entries, ok := t.folders[name]; ok {
		return &openFolder{info: folderInfo(path.Base(name)), left: entries}, nil
	}
	e := t.files[name]
	if e == nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	from, err := e.open()
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return &openFile{t: t, e: e, from: from}, nil
}

// ReadDir lists a folder, sorted by name.
func (t *unpacked) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, ok := t.folders[name]
	if !ok {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	return slices.Clone(entries), nil
}

// openFile reads a file and counts what it gives.
type openFile struct {
	t    *unpacked
	e    *entry
	from io.ReadCloser
	read int64
}

func (f *openFile) Stat() (fs.FileInfo, error) { return fileInfo{f.e}, nil }
func (f *openFile) Close() error               { return f.from.Close() }

func (f *openFile) Read(b []byte) (int, error) {
	n, err := f.from.Read(b)
	f.read += int64(n)
	if why := f.t.counted(f.e, f.read); why != "" {
		return 0, &fs.PathError{Op: "read", Path: f.e.name, Err: Refused{why}}
	}
	return n, err
}

// counted keeps how much of a file was unpacked, and says why no more of it is.
func (t *unpacked) counted(e *entry, read int64) string {
	t.mu.Lock()
	defer t.mu.Unlock()
	if read > e.most {
		t.total += read - e.most
		e.most = read
	}
	switch {
	case read > MaxFile:
		return voice.T("This file is larger than {n} MB. Split it into smaller files and try again.", "n", MaxFile>>20)
	case tooDense(read, e.packed), t.total > MaxUnpack:
		return bombed()
	}
	return ""
}

type openFolder struct {
	info folderInfo
	left []fs.DirEntry
}

func (f *openFolder) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *openFolder) Close() error               { return nil }
func (f *openFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: string(f.info), Err: fs.ErrInvalid}
}

func (f *openFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n > 0 && len(f.left) == 0 {
		return nil, io.EOF
	}
	if n <= 0 || n > len(f.left) {
		n = len(f.left)
	}
	given := slices.Clone(f.left[:n])
	f.left = f.left[n:]
	return given, nil
}

type fileInfo struct{ e *entry }

func (i fileInfo) Name() string       { return path.Base(i.e.name) }
func (i fileInfo) Size() int64        { return i.e.size }
func (i fileInfo) Mode() fs.FileMode  { return 0o444 }
func (i fileInfo) ModTime() time.Time { return i.e.modified }
func (i fileInfo) IsDir() bool        { return false }
func (i fileInfo) Sys() any           { return nil }

type folderInfo string

func (i folderInfo) Name() string       { return string(i) }
func (i folderInfo) Size() int64        { return 0 }
func (i folderInfo) Mode() fs.FileMode  { return fs.ModeDir | 0o555 }
func (i folderInfo) ModTime() time.Time { return time.Time{} }
func (i folderInfo) IsDir() bool        { return true }
func (i folderInfo) Sys() any           { return nil }

// ReadText reads a file of a tree as text; what is too large or no text is refused, with a Refused.
func ReadText(tree fs.FS, name string) (string, error) {
	f, err := tree.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, MaxFile+1))
	if err != nil {
		return "", err
	}
	return Text(b)
}

// beginning is as much of a file as Beginning reads, in bytes.
const beginning = 64 << 10

// Beginning is the first part of the text of a file, by which a format is known.
func Beginning(tree fs.FS, name string) (string, error) {
	f, err := tree.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, beginning))
	if err != nil {
		return "", err
	}
	if len(b) == beginning {
		b = b[:max(0, bytes.LastIndexByte(b, '\n'))&^1] // UTF-16 has two bytes for each
	}
	return Text(b)
}

// Files are the paths of a tree whose names end in one of the endings, as ".md", in any case, by path; hidden files and folders
// (".obsidian") and links aren't among them. What couldn't be looked into is told to skip.
func Files(tree fs.FS, skip func(Skipped) error, endings ...string) ([]string, error) {
	var found []string
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			if name == "." {
				return Refused{voice.T("Handback isn't allowed to open this folder. Choose another, or change its permissions.")}
			}
			return skip(Skipped{File: name, Why: voice.T("Handback isn't allowed to open it.")})
		case name != "." && strings.HasPrefix(path.Base(name), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir() || !slices.Contains(endings, strings.ToLower(path.Ext(name))):
			return nil
		case !d.Type().IsRegular():
			return skip(Skipped{File: name, Why: voice.T("It's a link to another file, not a file.")})
		case len(found) == MaxFiles:
			return Refused{voice.T("This folder has more than {n} files. Choose one with only the notes.", "n", MaxFiles)}
		}
		found = append(found, name)
		return nil
	})
	slices.Sort(found)
	return found, err
}
