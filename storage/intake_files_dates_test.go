package storage

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"handback/notes"
	"handback/notes/incoming"
	"handback/notes/incoming/plaintext"
	"handback/notes/incoming/word"
	"handback/notes/taking"
)

// docx is a Word document of one paragraph that says no day.
func docx(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` +
			`<w:p><w:r><w:t>Talked about the rollout.</w:t></w:r></w:p></w:body></w:document>`,
	} {
		if _, err := must[interface{ Write([]byte) (int, error) }](t)(z.Create(name)).Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	try(t, z.Close())
	return b.Bytes()
}

// TestASingleFileHasADateToo so that it can be used for the notes in it that say none, as that of each file of a folder can.
func TestASingleFileHasADateToo(t *testing.T) {
	j, _ := newJournal(t)
	for name, c := range map[string]struct {
		format incoming.Format
		data   []byte
	}{
		"Ana Ruiz.docx": {word.Format, docx(t)},
		"Ana Ruiz.txt":  {plaintext.Format, []byte("Talked about the rollout.\n")},
	} {
		t.Run(name, func(t *testing.T) {
			at := filepath.Join(t.TempDir(), name)
			try(t, os.WriteFile(at, c.data, 0o600))
			try(t, os.Chtimes(at, time.Time{}, time.Date(2023, 5, 6, 12, 0, 0, 0, time.Local)))
			src := must[notes.Source](t)(j.Files(at))
			defer src.Close() //nolint:errcheck // it is only read
			quietly := func(int, int) error { return nil }
			p := must[*taking.Preview](t)(taking.Look(c.format, src, incoming.Options{Today: "2026-11-23"}, nil, quietly))
			if !p.Changed || len(p.NoDate) != 1 || p.NoDate[0].Changed != "2023-05-06" {
				t.Errorf("known: %v, of %+v", p.Changed, p.NoDate)
			}
		})
	}
}
