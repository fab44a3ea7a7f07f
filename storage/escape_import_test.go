package storage

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"handback/notes"
	"handback/notes/incoming"
	"handback/notes/incoming/formats"
)

// goodText is read by more than one format.
const goodText = "# 2026-11-20\n\n- [ ] a todo\n"

func evilZip(t *testing.T, more ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range append(slices.Clone(badNames), more...) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(name, "/") {
			try(t, second(w.Write([]byte(goodText))))
		}
	}
	link := &zip.FileHeader{Name: "link.md"}
	link.SetMode(fs.ModeSymlink | 0o777)
	w, err := z.CreateHeader(link)
	if err != nil {
		t.Fatal(err)
	}
	try(t, second(w.Write([]byte("../../../../etc/passwd"))))
	try(t, z.Close())
	return b.Bytes()
}

func second[T any](_ T, err error) error { return err }

func evilTar(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, name := range badNames {
		if strings.ContainsRune(name, 0) || strings.HasSuffix(name, "/") {
			continue // a tar can't say it, or takes it for a folder
		}
		try(t, w.WriteHeader(&tar.Header{Name: name, Mode: 0o600, Size: int64(len(goodText))}))
		try(t, second(w.Write([]byte(goodText))))
	}
	for _, kind := range []byte{tar.TypeSymlink, tar.TypeLink} {
		try(t, w.WriteHeader(&tar.Header{Name: "link" + string(kind) + ".md", Linkname: "/etc/passwd", Typeflag: kind}))
		try(t, w.WriteHeader(&tar.Header{Name: "out" + string(kind), Linkname: "..", Typeflag: kind}))
	}
	for _, kind := range []byte{tar.TypeChar, tar.TypeBlock, tar.TypeFifo} {
		try(t, w.WriteHeader(&tar.Header{Name: "device" + string(kind), Typeflag: kind}))
	}
	try(t, w.Close())
	return b.Bytes()
}

// reader takes what a format reads and keeps the names.
type reader struct{ names []string }

func (r *reader) Note(n incoming.Note) error  { r.names = append(r.names, n.File); return nil }
func (r *reader) Skip(incoming.Skipped) error { return nil } // it names what was left out as it is called
func (r *reader) Progress(int, int) error     { return nil }

// TestAnImportWritesNothingAndReadsNothingOutside gives every reader archives whose names and links lead out of them.
func TestAnImportWritesNothingAndReadsNothingOutside(t *testing.T) {
	j, _ := newJournal(t)
	for name, data := range map[string][]byte{
		"notes.zip": evilZip(t, "good/2026-11-20 Ana.md"), "notes.jex": evilTar(t),
		"notes.docx": evilZip(t, "[Content_Types].xml", "word/document.xml"), "vault.zip": evilZip(t, ".obsidian/app.json", "Ana.md"),
		"graph.zip":   evilZip(t, "logseq/config.edn", "pages/Ana.md", "journals/2026_11_20.md"),
		"takeout.zip": evilZip(t, "Ana.html"), "table.csv": []byte("person,date,text\n../../evil,2026-11-20,todo: x\n"),
	} {
		around := t.TempDir()
		file := filepath.Join(around, "deep", "down", name)
		try(t, errors.Join(os.MkdirAll(filepath.Dir(file), 0o700), os.WriteFile(file, data, 0o600)))
		src := must[notes.Source](t)(j.Files(file))
		t.Cleanup(func() { try(t, src.Close()) })
		for _, f := range formats.All {
			t.Run(f.Name+" reads "+name, func(t *testing.T) {
				r := &reader{}
				err := f.Notes(src.Tree, incoming.Options{Today: "2026-11-26"}, r)
				if refused := (incoming.Refused{}); err != nil && !errors.As(err, &refused) {
					t.Logf("it says %v", err)
				}
				for _, n := range r.names {
					if strings.Contains(n, "..") && !strings.Contains(n, "....") || filepath.IsAbs(n) {
						t.Errorf("it read %q", n)
					}
				}
				if now := onDiskIn(t, around); len(now) != 1 || now["deep/down/"+name] != string(data) {
					t.Errorf("on the disk there is %d files", len(now))
				}
			})
		}
	}
}
