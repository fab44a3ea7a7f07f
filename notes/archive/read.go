package archive

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"

	"handback/notes/voice"
)

// Taker is given what stands in an archive.
type Taker interface {
	Row(*Row) error
	// Skip is told of what is no part of an archive, and why it is left out.
	Skip(file, why string) error
}

// Format is the form that this version writes. Who reads a later one is told so.
const Format = 1

// FormatFile says which form a folder has.
const FormatFile = Beside + "/archive.json"

// CheckFormat returns Bad where a later version wrote the folder. A folder written by hand has no such file.
func CheckFormat(tree fs.FS) error {
	data, err := readWhole(tree, FormatFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var says struct {
		Format int `json:"format"`
	}
	if err := json.Unmarshal(data, &says); err != nil {
		return Bad{FormatFile, 0, voice.T("this file should say which form the folder has, and doesn't.")}
	}
	if says.Format > Format {
		return Bad{FormatFile, 0, voice.T("a newer version of Handback wrote this folder. Update Handback to read it.")}
	}
	return nil
}

// LinesFile is where the rows of a table without files stand.
func LinesFile(table string) string { return Beside + "/" + table + ".jsonl" }

// ReadTable gives the rows of a table, in the order in which the folder gives them.
func ReadTable(tree fs.FS, table string, take Taker) error {
	kind, ok := KindOf(table)
	switch {
	case !ok:
		return readLines(tree, LinesFile(table), take)
	case table == Notes:
		return walk(tree, ".", take, func(dir string) bool { return !ofAnother(dir) })
	}
	for _, dir := range []string{kind.Folder, Trash + "/" + kind.Folder} {
		if err := walk(tree, dir, take, func(string) bool { return true }); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// ofAnother reports whether a folder holds no notes: those of the other kinds, and what programs keep for themselves.
func ofAnother(dir string) bool {
	top, _, _ := strings.Cut(strings.TrimPrefix(dir, Trash+"/"), "/")
	if top == Beside || strings.HasPrefix(path.Base(dir), ".") && dir != "." {
		return true
	}
	for _, k := range Kinds {
		if k.Table != Notes && k.Folder == top {
			return true
		}
	}
	return false
}

// Count is how many files an archive has in which rows may stand.
func Count(tree fs.FS) (n int, err error) {
	err = eachFile(tree, ".", func(dir string) bool { return !strings.HasPrefix(path.Base(dir), ".") || dir == "." }, func(_ string, e fs.DirEntry) error {
		if isMarkdown(e.Name()) {
			n++
		}
		return nil
	})
	return n, err
}

func isMarkdown(name string) bool {
	return strings.EqualFold(path.Ext(name), ".md") && !strings.HasPrefix(name, ".")
}

// someEntries is how many names of a folder are read at once, so that memory doesn't grow with their count.
const someEntries = 512

// eachFile calls do for each file below a folder, and goes into those folders only that enter wants. Links are not followed;
// do is called for them.
func eachFile(tree fs.FS, dir string, enter func(dir string) bool, do func(file string, e fs.DirEntry) error) error {
	f, err := tree.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // it is only read
	list, ok := f.(fs.ReadDirFile)
	if !ok {
		return &fs.PathError{Op: "readdir", Path: dir, Err: fs.ErrInvalid}
	}
	for {
		entries, err := list.ReadDir(someEntries)
		for _, e := range entries {
			name := path.Join(dir, e.Name())
			switch {
			case !e.IsDir():
				if err := do(name, e); err != nil {
					return err
				}
			case enter(name):
				if err := eachFile(tree, name, enter, do); err != nil {
					return err
				}
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case len(entries) == 0:
			return nil
		}
	}
}

func walk(tree fs.FS, dir string, take Taker, enter func(string) bool) error {
	return eachFile(tree, dir, enter, func(file string, e fs.DirEntry) error {
		switch {
		case e.Type()&fs.ModeSymlink != 0:
			return take.Skip(file, voice.T("it's a link to another place, and links aren't followed."))
		case !isMarkdown(file):
			return nil
		case !e.Type().IsRegular():
			return take.Skip(file, voice.T("it isn't an ordinary file."))
		}
		data, err := readWhole(tree, file)
		if err != nil {
			return err
		}
		r, ok, err := Read(file, data)
		switch {
		case err != nil:
			return err
		case !ok && file == ReadmeFile:
			return nil
		case !ok:
			return take.Skip(file, voice.T("it has no properties at the top, such as person and date."))
		}
		return take.Row(r)
	})
}

// readWhole reads a file that is no longer than MaxFile.
func readWhole(tree fs.FS, file string) ([]byte, error) {
	f, err := tree.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // it is only read
	st, err := f.Stat()
	if err != nil {
		return nil, err
	}
	tooLong := Bad{file, 0, voice.T("it's larger than 64 MB.")}
	if st.Size() > MaxFile {
		return nil, tooLong
	}
	var b bytes.Buffer
	b.Grow(int(st.Size()) + bytes.MinRead)
	if _, err := b.ReadFrom(io.LimitReader(f, MaxFile+1)); err != nil {
		return nil, err
	}
	if b.Len() > MaxFile {
		return nil, tooLong
	}
	return b.Bytes(), nil
}

func readLines(tree fs.FS, file string, take Taker) error {
	f, err := tree.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // it is only read
	in := bufio.NewReaderSize(f, 1<<16)
	for n := 1; ; n++ {
		line, err := readLine(in)
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.Is(err, bufio.ErrTooLong):
			return Bad{file, n, voice.T("it's larger than 64 MB.")}
		case err != nil:
			return err
		case len(bytes.TrimSpace(line)) == 0:
			continue
		}
		r, err := ReadLine(file, n, line)
		if err != nil {
			return err
		}
		if err := take.Row(r); err != nil {
			return err
		}
	}
}

// readLine reads up to the end of a line, or of the file; io.EOF where nothing is left.
func readLine(in *bufio.Reader) (line []byte, err error) {
	for {
		piece, err := in.ReadSlice('\n')
		line = append(line, piece...)
		switch {
		case len(line) > MaxFile:
			return nil, bufio.ErrTooLong
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && len(line) > 0:
			return line, nil
		}
		return line, err
	}
}
