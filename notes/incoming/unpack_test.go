package incoming

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

type packed struct{ name, body string }

func zipOf(t testing.TB, files ...packed) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Deflate})
		if err == nil {
			_, err = io.WriteString(w, f.body)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// headersOf is a zip of files with headers as they are given, one byte each.
func headersOf(t testing.TB, headers ...zip.FileHeader) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, h := range headers {
		h.CompressedSize64, h.UncompressedSize64, h.CRC32 = 1, 1, crc32.ChecksumIEEE([]byte("x"))
		w, err := z.CreateRaw(&h)
		if err == nil {
			_, err = io.WriteString(w, "x")
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func tarOf(t testing.TB, headers ...tar.Header) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, h := range headers {
		body := h.Uname // so that a row says all
		h.Uname, h.Mode, h.Size = "", 0o644, int64(len(body))
		err := w.WriteHeader(&h)
		if err == nil {
			_, err = io.WriteString(w, body)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gzipped(t testing.TB, b []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func symlink(name string) zip.FileHeader {
	h := zip.FileHeader{Name: name}
	h.SetMode(fs.ModeSymlink | 0o777)
	return h
}

// opened is what an archive has, a line a file, and what was left out of it.
func opened(name string, b []byte) (files, out string, err error) {
	tree, err := Open(name, bytes.NewReader(b), int64(len(b)), time.Time{})
	if err != nil {
		return "", "", err
	}
	var have, left []string
	err = fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(tree, name)
		have = append(have, name+"="+string(body))
		return err
	})
	for _, s := range LeftOut(tree) {
		left = append(left, s.File+": "+s.Why)
	}
	return strings.Join(have, "\n"), strings.Join(left, "\n"), err
}

func TestOpen(t *testing.T) {
	nested := zipOf(t, packed{"Ana.md", "a"}, packed{"pages/Ben.md", "b"})
	stored := func() []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, err := z.CreateHeader(&zip.FileHeader{Name: "Part-1.zip", Method: zip.Store})
		if err == nil {
			_, err = w.Write(nested)
		}
		if err != nil || z.Close() != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}()
	for _, c := range []struct {
		name, file string
		from       []byte
		files, out string
	}{
		{"a single file", "Ana.md", []byte("hello"), "Ana.md=hello", ""},
		{"with its path", `C:\notes\Ana.md`, []byte("hello"), "Ana.md=hello", ""},
		{"an empty file", "Ana.md", nil, "Ana.md=", ""},
		{"a zip", "n.zip", zipOf(t, packed{"b/Ana.md", "a"}, packed{"Ben.md", "b"}, packed{"b/c/", ""}), "Ben.md=b\nb/Ana.md=a", ""},
		{"an empty zip", "n.zip", zipOf(t), "", ""},
		{"a Word document", "n.docx", zipOf(t, packed{"[Content_Types].xml", "x"}), "n.docx=" + string(zipOf(t, packed{"[Content_Types].xml", "x"})), ""},
		{"a zip in a zip", "n.zip", zipOf(t, packed{"Part-1.zip", string(nested)}), "Ana.md=a\npages/Ben.md=b", ""},
		{"a zip in a zip, not packed again", "n.zip", stored, "Ana.md=a\npages/Ben.md=b", ""},
		{
			"in a zip in a zip", "n.zip", zipOf(t, packed{"a.zip", string(zipOf(t, packed{"b.zip", string(nested)}))}), "",
			"b.zip: It's an archive inside an archive. Unpack it yourself, then choose the folder.",
		},
		{"a damaged zip in a zip", "n.zip", zipOf(t, packed{"a.zip", "PK"}, packed{"Ana.md", "a"}), "Ana.md=a", "a.zip: This zip file is damaged or incomplete. Download or export it again."},
		{"paths that climb", "n.zip", zipOf(t, packed{"../a", ""}, packed{"a/../../b", ""}, packed{`..\c`, ""}, packed{"ok", "k"}), "ok=k", "../a: Its name leads outside the archive.\na/../../b: Its name leads outside the archive.\n..\\c: Its name leads outside the archive."},
		{"absolute paths", "n.zip", zipOf(t, packed{"/etc/passwd", ""}, packed{`C:\a`, ""}, packed{`\\host\a`, ""}), "", "/etc/passwd: Its name leads outside the archive.\nC:\\a: Its name leads outside the archive.\n\\\\host\\a: Its name leads outside the archive."},
		{"paths of Windows", "n.zip", zipOf(t, packed{`pages\Ana.md`, "a"}), "pages/Ana.md=a", ""},
		{"odd slashes", "n.zip", zipOf(t, packed{"./a//b.md", "a"}), "a/b.md=a", ""},
		{"a name with a line end", "n.zip", zipOf(t, packed{"a\nb", ""}), "", "a\ufffdb: Its name has characters that aren't allowed in file names."},
		{"a long name", "n.zip", zipOf(t, packed{strings.Repeat("a", MaxPathLen+1), ""}), "", strings.Repeat("a", 120) + "…: Its name is too long."},
		{"a link", "n.zip", headersOf(t, symlink("a"), zip.FileHeader{Name: "b"}), "b=x", "a: It's a link to another file, not a file."},
		{"one with a password", "n.zip", headersOf(t, zip.FileHeader{Name: "a", Flags: 1}, zip.FileHeader{Name: "b"}), "b=x", "a: It has a password."},
		{"packed in another way", "n.zip", headersOf(t, zip.FileHeader{Name: "a", Method: 14}, zip.FileHeader{Name: "b"}), "b=x", "a: It's compressed in a way that Handback can't read."},
		{"the same name twice", "n.zip", zipOf(t, packed{"a", "1"}, packed{"a", "2"}), "a=1", "a: The archive has two files with this name. The first is used."},
		{"the same name twice, spelled in two ways", "n.zip", zipOf(t, packed{"Zoë", "1"}, packed{"Zoe\u0308", "2"}), "Zoë=1", "Zoë: The archive has two files with this name. The first is used."},
		{"names that differ in case", "n.zip", zipOf(t, packed{"Ana.md", "1"}, packed{"ana.md", "2"}), "Ana.md=1\nana.md=2", ""},
		{"a file and a folder of one name", "n.zip", zipOf(t, packed{"a", "1"}, packed{"a/b", "2"}, packed{"c/d", "3"}, packed{"c", "4"}), "a=1\nc/d=3", "a/b: The archive has a file and a folder with the same name.\nc: The archive has two files with this name. The first is used."},
		{"names of DOS", "n.zip", headersOf(t, zip.FileHeader{Name: "Gr\x81\xe1e.txt", NonUTF8: true}), "Grüße.txt=x", ""},
		{"what systems leave", "n.zip", zipOf(t, packed{"__MACOSX/._Ana.md", ""}, packed{"a/.DS_Store", ""}, packed{"Thumbs.db", ""}, packed{"Ana.md", "a"}), "Ana.md=a", ""},
		{"a tar", "n.jex", tarOf(t, tar.Header{Name: "a.md", Uname: "hello"}, tar.Header{Name: "r/", Typeflag: tar.TypeDir}, tar.Header{Name: "r/b.md", Uname: "b"}), "a.md=hello\nr/b.md=b", ""},
		{"a tar with long names", "n.tar", tarOf(t, tar.Header{Name: strings.Repeat("long/", 40) + "Zoë.md", Uname: "z"}), strings.Repeat("long/", 40) + "Zoë.md=z", ""},
		{"a packed tar", "n.tar.gz", gzipped(t, tarOf(t, tar.Header{Name: "a.md", Uname: "hello"})), "a.md=hello", ""},
		{"a packed file", "notes.txt.gz", gzipped(t, []byte("hello")), "notes.txt=hello", ""},
		{"a tar with links and paths that climb", "n.tar", tarOf(t, tar.Header{Name: "l", Typeflag: tar.TypeSymlink, Linkname: "/etc/passwd"}, tar.Header{Name: "h", Typeflag: tar.TypeLink, Linkname: "l"}, tar.Header{Name: "../x", Uname: "x"}, tar.Header{Name: "f", Typeflag: tar.TypeFifo}), "", "l: It's a link to another file, not a file.\nh: It's a link to another file, not a file.\n../x: Its name leads outside the archive.\nf: It isn't an ordinary file."},
	} {
		t.Run(c.name, func(t *testing.T) {
			files, out, err := opened(c.file, c.from)
			if err != nil || files != c.files || out != c.out {
				t.Errorf("files %q\nout %q\n%v\nwant %q\nand %q", files, out, err, c.files, c.out)
			}
		})
	}
}

func TestArchivesThatAreRefused(t *testing.T) {
	whole := zipOf(t, packed{"a.md", strings.Repeat("hello ", 200)})
	cut := tarOf(t, tar.Header{Name: "a.md", Uname: strings.Repeat("hello ", 500)})[:2000]
	for _, c := range []struct {
		name string
		from []byte
		says string
	}{
		{"a damaged zip", whole[:len(whole)-30], "damaged"},
		{"a zip with a password", headersOf(t, zip.FileHeader{Name: "a", Flags: 1}, zip.FileHeader{Name: "b", Flags: 1}), "password"},
		{"a tar that was cut off", cut, "damaged"},
		{"a packed tar that was cut off", gzipped(t, cut)[:40], "damaged"},
		{"7-Zip", []byte("7z\xbc\xaf\x27\x1c and more"), "can't unpack"},
		{"rar", []byte("Rar!\x1a\x07\x01\x00"), "can't unpack"},
		{"a zip bomb", zipOf(t, packed{"a", strings.Repeat("0", 8<<20)}), "far more"},
		{"a zip bomb in a zip", zipOf(t, packed{"a.zip", string(zipOf(t, packed{"b", strings.Repeat("0", 8<<20)}))}), "far more"},
		{"a zip bomb that is a zip", zipOf(t, packed{"a.zip", strings.Repeat("0", 8<<20)}), "far more"},
		{"a bomb of gzip", gzipped(t, make([]byte, 8<<20)), "far more"},
		{"files that share their bytes", quine(t), "far more"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files, out, err := opened("n.zip", c.from)
			var refused Refused
			if !errors.As(err, &refused) || !strings.Contains(refused.Why, c.says) {
				t.Errorf("%.60q, %q, %v, want a refusal that says %q", files, out, err, c.says)
			}
		})
	}
}

// quine is a zip with two entries for the same bytes.
func quine(t testing.TB) []byte {
	t.Helper()
	b := zipOf(t, packed{"a", "hello"}, packed{"b", "hello"})
	second := bytes.LastIndex(b, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(b[second+42:], 0) // where the entry of b begins
	return b
}

// TestTheCountOfFilesIsBounded makes a zip of more files than are taken, in one folder and in as many folders.
func TestTheCountOfFilesIsBounded(t *testing.T) {
	for _, name := range []string{"f%d", "d%d/f"} {
		t.Run(name, func(t *testing.T) {
			tree := newTree()
			var err error
			n := 0
			for ; err == nil && n <= MaxFiles+1; n++ {
				err = tree.add(&entry{name: fmt.Sprintf(name, n)})
			}
			if err == nil || !strings.Contains(Why(err), "200000 files") || n < MaxFiles {
				t.Errorf("%d files: %v", n, err)
			}
		})
	}
}

// TestTheTotalIsCountedOnce reads a file again and again, and then many, beyond what may be unpacked at all.
func TestTheTotalIsCountedOnce(t *testing.T) {
	tree := newTree()
	for range 100 {
		if why := tree.counted(&entry{packed: MaxFile, most: MaxFile}, MaxFile); why != "" {
			t.Fatal(why)
		}
	}
	for i := range MaxUnpack / MaxFile {
		if why := tree.counted(&entry{packed: MaxFile}, MaxFile); why != "" {
			t.Fatal(i, why)
		}
	}
	if why := tree.counted(&entry{packed: 1}, 1); why == "" {
		t.Error("more than MaxUnpack was unpacked")
	}
}

func TestATreeIsAFileSystem(t *testing.T) {
	b := zipOf(t, packed{"b/Ana.md", "a"}, packed{"Ben.md", "b"}, packed{"b/c/d.md", "d"},
		packed{"inner.zip", string(zipOf(t, packed{"e.md", "e"}))})
	tree, err := Open("n.zip", bytes.NewReader(b), int64(len(b)), time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	if err := fstest.TestFS(tree, "Ben.md", "b/Ana.md", "b/c/d.md", "e.md"); err != nil {
		t.Error(err)
	}
}

func TestFiles(t *testing.T) {
	tree := fstest.MapFS{
		"b.md": {}, "a/c.MD": {}, "a.txt": {}, ".obsidian/x.md": {}, "a/.trash/x.md": {}, ".x.md": {}, "p.png": {},
		"l.md": {Mode: fs.ModeSymlink},
	}
	var skipped []Skipped
	got, err := Files(tree, func(s Skipped) error { skipped = append(skipped, s); return nil }, ".md", ".txt")
	if want := "a.txt a/c.MD b.md"; err != nil || strings.Join(got, " ") != want {
		t.Errorf("%v, %v, want %s", got, err, want)
	}
	if len(skipped) != 1 || skipped[0].File != "l.md" {
		t.Errorf("skipped %v", skipped)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add("n.zip", zipOf(f, packed{"a/b.md", "hello"}, packed{"../c", ""}, packed{"i.zip", string(zipOf(f, packed{"e", "e"}))}))
	f.Add("n.jex", tarOf(f, tar.Header{Name: "a.md", Uname: "hello"}, tar.Header{Name: "l", Typeflag: tar.TypeSymlink, Linkname: "x"}))
	f.Add("n.tgz", gzipped(f, tarOf(f, tar.Header{Name: "a.md", Uname: "hello"})))
	f.Add("n.zip", quine(f))
	f.Add("", []byte("hello"))
	f.Fuzz(func(t *testing.T, name string, b []byte) {
		tree, err := Open(name, bytes.NewReader(b), int64(len(b)), time.Time{})
		if err != nil {
			if Why(err) == "" {
				t.Errorf("%v says nothing to the manager", err)
			}
			return
		}
		err = fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || !fs.ValidPath(name) {
				t.Errorf("%q: %v", name, err)
			}
			if d != nil && !d.IsDir() {
				_, _ = ReadText(tree, name) // it may be damaged, but ends
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
		for _, s := range LeftOut(tree) {
			if s.File == "" && name != "" && s.Why == "" {
				t.Errorf("left out without a word: %+v", s)
			}
		}
	})
}
