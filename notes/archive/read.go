package archive

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"handback/notes"
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
		return Bad{FormatFile, 0, voice.T("this file doesn't say which format version the folder has.")}
	}
	if says.Format > Format {
		return Bad{FormatFile, 0, voice.T("a newer version of Handback made this folder. Update Handback to read it.")}
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
		return walkByDay(tree, ".", take, func(dir string) bool { return !ofAnother(dir) })
	}
	for _, dir := range []string{kind.Folder, Trash + "/" + kind.Folder} {
		if ok, err := within(tree, dir); err != nil || !ok {
			if err != nil {
				return err
			}
			continue
		}
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
	visible := func(dir string) bool { return dir == "." || !strings.HasPrefix(path.Base(dir), ".") }
	err = eachFile(tree, ".", visible, func(_ string, e fs.DirEntry) error {
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

// eachFile calls do for each file below a folder, and goes into those folders only that enter wants. A file comes before those that
// programs which sync put beside it as copies of it. Links are not followed; do is called for them.
func eachFile(tree fs.FS, dir string, enter func(dir string) bool, do func(file string, e fs.DirEntry) error) error {
	entries, err := fs.ReadDir(tree, dir)
	if err != nil {
		return err
	}
	stem := func(e fs.DirEntry) string { return strings.TrimSuffix(e.Name(), path.Ext(e.Name())) }
	slices.SortStableFunc(entries, func(a, b fs.DirEntry) int { return cmp.Compare(stem(a), stem(b)) })
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
	return nil
}

func walk(tree fs.FS, dir string, take Taker, enter func(string) bool) error {
	return eachFile(tree, dir, enter, func(file string, e fs.DirEntry) error { return takeFile(tree, file, e.Type(), take) })
}

// walkByDay is walk, in the order of the days with which the names of files begin: so the notes of all people come as they were
// written, and what is filed by day is written in one place after the other.
func walkByDay(tree fs.FS, dir string, take Taker, enter func(string) bool) error {
	type entry struct {
		file string
		kind fs.FileMode
	}
	var all []entry
	if err := eachFile(tree, dir, enter, func(file string, e fs.DirEntry) error {
		all = append(all, entry{file, e.Type()})
		return nil
	}); err != nil {
		return err
	}
	slices.SortStableFunc(all, func(a, b entry) int { return cmp.Compare(dayOf(a.file), dayOf(b.file)) })
	for _, e := range all {
		if err := takeFile(tree, e.file, e.kind, take); err != nil {
			return err
		}
	}
	return nil
}

// dayOf is the day with which the name of a file begins, "" where it doesn't.
func dayOf(file string) string {
	name := path.Base(file)
	if day := name[:min(len(name), len("2006-01-02"))]; notes.Date(day).Valid() {
		return day
	}
	return ""
}

// takeFile gives the row of a file.
func takeFile(tree fs.FS, file string, kind fs.FileMode, take Taker) error {
	switch {
	case kind&fs.ModeSymlink != 0:
		return take.Skip(file, voice.T("it's a link to another place, and links aren't followed."))
	case !isMarkdown(file):
		return nil
	case !kind.IsRegular():
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
		return take.Skip(file, voice.T("it doesn't say who and when at the top, such as “person: Ana Lima” and “date: 2026-11-27”."))
	}
	return take.Row(r)
}

// readWhole reads a file that is no longer than MaxFile.
func readWhole(tree fs.FS, file string) ([]byte, error) {
	if st, err := lstat(tree, file); err != nil {
		return nil, err
	} else if !st.Mode().IsRegular() { // reading it may never end, or it lies in another place
		return nil, Bad{file, 0, voice.T("it isn't an ordinary file.")}
	}
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

// within reports whether there is such a folder or file, and neither it nor a folder around it is a link to another place: what a link
// leads to is no part of an archive.
func within(tree fs.FS, name string) (bool, error) {
	for i, c := range name + "/" {
		if c != '/' {
			continue
		}
		st, err := lstat(tree, name[:i])
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return false, nil
		case err != nil:
			return false, err
		case st.Mode()&fs.ModeSymlink != 0:
			return false, nil // the walk through all folders names it
		}
	}
	return true, nil
}

func lstat(tree fs.FS, name string) (fs.FileInfo, error) { return fs.Lstat(tree, name) }

// ordinary reports whether there is such a file to be read. One that isn't an ordinary file, or lies behind a link, is skipped.
func ordinary(tree fs.FS, file string, take Taker) (bool, error) {
	if ok, err := within(tree, path.Dir(file)); err != nil || !ok {
		return false, err
	}
	st, err := lstat(tree, file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, err
	case st.Mode()&fs.ModeSymlink != 0:
		return false, take.Skip(file, voice.T("it's a link to another place, and links aren't followed."))
	case !st.Mode().IsRegular():
		return false, take.Skip(file, voice.T("it isn't an ordinary file."))
	}
	return true, nil
}

func readLines(tree fs.FS, file string, take Taker) error {
	if ok, err := ordinary(tree, file, take); err != nil || !ok {
		return err
	}
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
