package formats

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"handback/notes/incoming"
	"handback/notes/incoming/incomingtest"
)

// TestWhoseFiles finds the program of real folders, and of what says little.
func TestWhoseFiles(t *testing.T) {
	for _, c := range []struct {
		name string
		tree fs.FS
		want string // "" where nobody knows it
	}{
		{"a graph of Logseq", os.DirFS("../logseq/testdata/graph"), "Logseq"},
		{"months of RedNotebook", os.DirFS("../rednotebook/testdata/data"), "RedNotebook"},
		{"texts", os.DirFS("../plaintext/testdata/texts"), "Text"},
		{"a table", fstest.MapFS{"1on1s.csv": {Data: []byte("Person,Date,Notes\n")}}, "CSV"},
		{"a text", fstest.MapFS{"Ana.txt": {Data: []byte("hello")}}, "Text"},
		{"a text that is called like a month", fstest.MapFS{"2026-11.txt": {Data: []byte("hello")}}, "Text"},
		{"pictures", fstest.MapFS{"a.png": {}}, ""},
		{"nothing", fstest.MapFS{}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, ok, err := Of(c.tree)
			if err != nil || ok != (c.want != "") || f.Name != c.want {
				t.Errorf("%q, %v, %v", f.Name, ok, err)
			}
		})
	}
}

// TestAPackedFolderReadsAsTheFolder packs folders as a file manager does, and reads what is in the archive.
func TestAPackedFolderReadsAsTheFolder(t *testing.T) {
	for folder, want := range map[string]string{
		"../logseq/testdata/graph": "Logseq", "../rednotebook/testdata/data": "RedNotebook", "../plaintext/testdata/texts": "Text",
	} {
		t.Run(want, func(t *testing.T) {
			var b bytes.Buffer
			z := zip.NewWriter(&b)
			if err := z.AddFS(os.DirFS(folder)); err != nil {
				t.Fatal(err)
			}
			if err := z.Close(); err != nil {
				t.Fatal(err)
			}
			tree, err := incoming.Open("n.zip", bytes.NewReader(b.Bytes()), int64(b.Len()))
			if err != nil {
				t.Fatal(err)
			}
			f, ok, err := Of(tree)
			if err != nil || !ok || f.Name != want {
				t.Fatalf("%q, %v, %v", f.Name, ok, err)
			}
			packed := incomingtest.Read(t, f, tree, incoming.Options{}).String()
			if open := incomingtest.Read(t, f, os.DirFS(folder), incoming.Options{}).String(); packed != open || !strings.Contains(packed, "===") {
				t.Errorf("packed:\n%s\nopen:\n%s", packed, open)
			}
		})
	}
}
