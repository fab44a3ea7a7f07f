package incoming

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"handback/notes/voice"
)

// Bounds of what unpacking may cost.
const (
	maxHeld  = 256 << 20 // bytes that are held in memory: what is packed twice can't be read where it lies
	maxRatio = 200       // times that a file may be larger than it is packed. Notes are rarely ten times as large.
	smallest = 1 << 20   // bytes below which nobody asks for the ratio
	maxDepth = 2         // archives within archives: Notion packs twice
)

// Open is an archive, or a single file, as a tree of files. A zip, a tar (as Joplin's .jex) and a .tar.gz are unpacked while they
// are read, and written nowhere; anything else, a .docx too, is a tree with one file. A zip within a zip lies in the tree unpacked,
// where it is itself. Two files whose names differ in case alone are two files. r is read as long as the tree is in use. Changed is when
// a single file was changed last, the zero time where that isn't known; an archive says it of each of its files.
//
// What can't be unpacked at all gives a Refused. A file that is left out alone, since its name would leave the folder or it has a
// password, is among LeftOut(tree). Sizes are counted while reading: a file that becomes too large ends with a Refused there.
func Open(name string, r io.ReaderAt, size int64, changed time.Time) (fs.FS, error) {
	t := newTree()
	t.changed = changed
	if err := t.unpack(path.Base(strings.ReplaceAll(name, `\`, "/")), r, size); err != nil {
		return nil, err
	}
	t.sort()
	return t, nil
}

// LeftOut says what of an archive isn't in the tree that Open made of it. Of any other tree it is nothing.
func LeftOut(tree fs.FS) []Skipped {
	t, ok := tree.(*unpacked)
	if !ok {
		return nil
	}
	return slices.Clone(t.out)
}

func (t *unpacked) unpack(name string, r io.ReaderAt, size int64) error {
	head := make([]byte, 512)
	n, err := r.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("incoming: the beginning of %s: %w", name, err)
	}
	head = head[:n]
	switch kindOf(head) {
	case kindZip:
		return t.zip(name, r, size, ".", 1)
	case kindTar:
		return t.tar(io.NewSectionReader(r, 0, size))
	case kindGzip:
		return t.gzip(name, r, size)
	case kindForeign:
		return Refused{voice.T("Handback can't unpack this kind of archive. Unpack it yourself, then choose the folder.")}
	}
	return t.one(name, r, size)
}

// one is a tree with one file.
func (t *unpacked) one(name string, r io.ReaderAt, size int64) error {
	clean, why := cleanName(name)
	if why != "" {
		clean = "file"
	}
	return t.add(&entry{name: clean, size: size, packed: size, modified: t.changed, open: func() (io.ReadCloser, error) {
		return io.NopCloser(io.NewSectionReader(r, 0, size)), nil
	}})
}

type kind int

const (
	kindOther kind = iota
	kindZip
	kindTar
	kindGzip
	kindForeign
)

// kindOf goes by the first bytes, since names say little.
func kindOf(head []byte) kind {
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")),
		bytes.HasPrefix(head, []byte("PK00PK\x03\x04")):
		return kindZip
	case bytes.HasPrefix(head, []byte("\x1f\x8b\x08")):
		return kindGzip
	case bytes.HasPrefix(head, []byte("7z\xbc\xaf\x27\x1c")), bytes.HasPrefix(head, []byte("Rar!\x1a\x07")),
		bytes.HasPrefix(head, []byte("BZh")) && len(head) > 10 && string(head[4:10]) == "1AY&SY", // a block of bzip2
		bytes.HasPrefix(head, []byte("\xfd7zXZ\x00")), bytes.HasPrefix(head, []byte("\x28\xb5\x2f\xfd")),
		bytes.HasPrefix(head, []byte("PK\x07\x08")):
		return kindForeign
	}
	if len(head) == 512 {
		if _, err := tar.NewReader(bytes.NewReader(append(slices.Clip(head), make([]byte, 1024)...))).Next(); err == nil || isTar(head) {
			return kindTar
		}
	}
	return kindOther
}

func isTar(head []byte) bool { return string(head[257:262]) == "ustar" }

// zip adds the files of a zip below the folder in.
func (t *unpacked) zip(name string, r io.ReaderAt, size int64, in string, depth int) error {
	z, err := zip.NewReader(r, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return Refused{voice.T("This zip file is damaged or incomplete. Download or export it again.")}
	}
	if office(z) && depth == 1 {
		return t.one(name, r, size)
	}
	if len(z.File) > 0 && !slices.ContainsFunc(z.File, func(f *zip.File) bool { return f.Flags&1 == 0 && !f.FileInfo().IsDir() }) &&
		slices.ContainsFunc(z.File, func(f *zip.File) bool { return f.Flags&1 != 0 }) {
		return Refused{voice.T("This zip file has a password. Unpack it yourself, then choose the folder.")}
	}
	if overlapping(z, size) {
		return Refused{bombed()}
	}
	for _, f := range z.File {
		if err := t.zipped(f, r, in, depth); err != nil {
			return err
		}
	}
	return nil
}

// bombed is what is said of archives that are made to fill a disk.
func bombed() string {
	return voice.T("This archive unpacks to far more than it should. If you trust it, unpack it yourself, then choose the folder.")
}

// office reports whether a zip is what a word processor or spreadsheet keeps, or a book: one file to its user.
func office(z *zip.Reader) bool {
	return slices.ContainsFunc(z.File, func(f *zip.File) bool {
		return f.Name == "[Content_Types].xml" || f.Name == "mimetype" && f.Method == zip.Store
	})
}

// overlapping reports whether files share their packed bytes: so a few kilobytes become terabytes, each file by itself in bounds.
func overlapping(z *zip.Reader, size int64) bool {
	type span struct{ from, to int64 }
	var spans []span
	for _, f := range z.File {
		from, err := f.DataOffset()
		if err != nil || f.CompressedSize64 == 0 || f.CompressedSize64 > uint64(size) {
			continue // reading it will fail
		}
		spans = append(spans, span{from, from + int64(f.CompressedSize64)})
	}
	slices.SortFunc(spans, func(a, b span) int { return int(min(max(a.from-b.from, -1), 1)) })
	for i := 1; i < len(spans); i++ {
		if spans[i].from < spans[i-1].to {
			return true
		}
	}
	return false
}

// zipped adds a file of a zip, or of a zip within it.
func (t *unpacked) zipped(f *zip.File, r io.ReaderAt, in string, depth int) error {
	name := zipName(f)
	if f.FileInfo().IsDir() || strings.HasSuffix(name, `\`) || junk(name) {
		return nil
	}
	clean, why := cleanName(name)
	switch mode := f.Mode(); {
	case why != "":
	case f.Flags&1 != 0:
		why = voice.T("It has a password.")
	case !mode.IsRegular():
		why = voice.T("It's a link to another file, not a file.")
	case f.Method != zip.Store && f.Method != zip.Deflate:
		why = voice.T("It's compressed in a way that Handback can't read.")
	}
	if why != "" {
		return t.leave(strings.TrimPrefix(in+"/", "./")+shown(name), why)
	}
	e := &entry{
		name: path.Join(in, clean), size: int64(f.UncompressedSize64), packed: int64(f.CompressedSize64), modified: f.Modified, open: f.Open,
	}
	if strings.EqualFold(path.Ext(clean), ".zip") {
		return t.nested(f, r, e, depth)
	}
	return t.add(e)
}

// nested adds what is in a zip within a zip to the folder that this lies in.
func (t *unpacked) nested(f *zip.File, r io.ReaderAt, e *entry, depth int) error {
	if depth == maxDepth {
		return t.leave(e.name, voice.T("It's an archive inside an archive. Unpack it yourself, then choose the folder."))
	}
	size := int64(f.CompressedSize64)
	within := io.ReaderAt(nil)
	if offset, err := f.DataOffset(); f.Method == zip.Store && err == nil {
		within = io.NewSectionReader(r, offset, size)
	} else {
		b, err := t.hold(e)
		var refused Refused
		switch {
		case errors.As(err, &refused):
			return err
		case err != nil:
			return t.leave(e.name, Why(err))
		}
		within, size = bytes.NewReader(b), int64(len(b))
	}
	err := t.zip(e.name, within, size, path.Dir(e.name), depth+1)
	var refused Refused
	if errors.As(err, &refused) && refused.Why != bombed() && refused.Why != tooMany() {
		return t.leave(e.name, refused.Why)
	}
	return err
}

// hold reads a file into memory, within what all that is held may be.
func (t *unpacked) hold(e *entry) ([]byte, error) {
	from, err := e.open()
	if err != nil {
		return nil, err
	}
	defer from.Close()
	left := maxHeld - t.held
	b, err := io.ReadAll(io.LimitReader(from, left+1))
	if err != nil {
		return nil, err
	}
	if int64(len(b)) > left {
		return nil, Refused{voice.T("This archive is too large to read as it is. Unpack it yourself, then choose the folder.")}
	}
	if tooDense(int64(len(b)), e.packed) {
		return nil, Refused{bombed()}
	}
	t.held += int64(len(b))
	return b, nil
}

func tooDense(size, packed int64) bool { return size > smallest && size > maxRatio*max(packed, 1) }

// zipName is the name of a file in Unicode: programs before it, and some since, wrote what their system had.
func zipName(f *zip.File) string {
	if utf8.ValidString(f.Name) {
		return f.Name
	}
	if s, err := charmap.CodePage437.NewDecoder().String(f.Name); err == nil {
		return s
	}
	return strings.ToValidUTF8(f.Name, "\ufffd")
}

// tar adds the files of a tar. They are read where they lie.
func (t *unpacked) tar(r *io.SectionReader) error {
	return t.eachInTar(tar.NewReader(r), func(h *tar.Header) (func() (io.ReadCloser, error), error) {
		at, err := r.Seek(0, io.SeekCurrent)
		if at+h.Size > r.Size() {
			err = Refused{voice.T("This archive is damaged or incomplete. Download or export it again.")}
		}
		return func() (io.ReadCloser, error) { return io.NopCloser(io.NewSectionReader(r, at, h.Size)), nil }, err
	})
}

// gzip is a packed tar, whose files are held in memory, or one packed file.
func (t *unpacked) gzip(name string, r io.ReaderAt, size int64) error {
	damaged := Refused{voice.T("This compressed file is damaged or incomplete. Download or export it again.")}
	unzipped, err := gzip.NewReader(io.NewSectionReader(r, 0, size))
	if err != nil {
		return damaged
	}
	all := &entry{packed: size, open: func() (io.ReadCloser, error) { return unzipped, nil }}
	b, err := t.hold(all)
	var refused Refused
	switch {
	case errors.As(err, &refused):
		return err
	case err != nil:
		return damaged
	}
	within := bytes.NewReader(b)
	switch kindOf(b[:min(len(b), 512)]) {
	case kindTar:
		return t.tar(io.NewSectionReader(within, 0, within.Size()))
	case kindOther:
		for _, ext := range []string{".gz", ".GZ"} {
			name = strings.TrimSuffix(name, ext)
		}
		return t.one(name, within, within.Size())
	}
	return Refused{voice.T("It's an archive inside an archive. Unpack it yourself, then choose the folder.")}
}

func (t *unpacked) eachInTar(r *tar.Reader, at func(*tar.Header) (func() (io.ReadCloser, error), error)) error {
	for {
		h, err := r.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil && !errors.Is(err, tar.ErrInsecurePath):
			return Refused{voice.T("This archive is damaged or incomplete. Download or export it again.")}
		}
		name := h.Name
		if !utf8.ValidString(name) {
			name, _ = Text([]byte(name))
		}
		if h.Typeflag == tar.TypeDir || h.Typeflag == tar.TypeXGlobalHeader || junk(name) {
			continue
		}
		clean, why := tarName(h, name)
		if why != "" {
			err = t.leave(shown(name), why)
		} else {
			e := &entry{name: clean, size: h.Size, packed: h.Size, modified: h.ModTime}
			if e.open, err = at(h); err == nil {
				err = t.add(e)
			}
		}
		if err != nil {
			return err
		}
	}
}

// tarName is where a file of a tar lies in the tree, or why it doesn't.
func tarName(h *tar.Header, name string) (clean, why string) {
	switch {
	case h.Typeflag == tar.TypeLink || h.Typeflag == tar.TypeSymlink:
		return "", voice.T("It's a link to another file, not a file.")
	case h.Typeflag != tar.TypeReg && h.Typeflag != 0, h.PAXRecords["GNU.sparse.major"] != "": // the archive hasn't all of it
		return "", voice.T("It isn't an ordinary file.")
	}
	return cleanName(name)
}

// junk are files that systems leave in archives and nobody ever wrote.
func junk(name string) bool {
	name = strings.ReplaceAll(name, `\`, "/")
	base := path.Base(name)
	return strings.HasPrefix(name, "__MACOSX/") || base == ".DS_Store" || strings.EqualFold(base, "thumbs.db") ||
		strings.EqualFold(base, "desktop.ini") || strings.HasPrefix(base, "._")
}

// cleanName is a name in an archive as a path of the tree, or why it can't be one.
func cleanName(name string) (clean, why string) {
	slashed := norm.NFC.String(strings.ReplaceAll(name, `\`, "/"))
	switch {
	case len(slashed) > MaxPathLen:
		return "", voice.T("Its name is too long.")
	case strings.ContainsFunc(slashed, func(r rune) bool { return r < ' ' || r == 0x7f || r == utf8.RuneError }):
		return "", voice.T("Its name has characters that aren't allowed in file names.")
	case strings.HasPrefix(slashed, "/"), len(slashed) > 1 && slashed[1] == ':' && letter(slashed[0]),
		slices.Contains(strings.Split(slashed, "/"), ".."):
		return "", voice.T("Its name leads outside the archive.")
	}
	clean = path.Clean(slashed)
	if clean == "." || !fs.ValidPath(clean) {
		return "", voice.T("It has no name.")
	}
	return clean, ""
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// shown is a name that can't be used, as the manager can read it.
func shown(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return utf8.RuneError
		}
		return r
	}, name)
	if runes := []rune(name); len(runes) > 120 {
		name = string(runes[:120]) + "…"
	}
	return name
}
