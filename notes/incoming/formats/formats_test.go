package formats

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

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
		{"a vault of Obsidian", os.DirFS("../obsidian/testdata/vault"), "Obsidian"},
		{"a folder with links", fstest.MapFS{"a.md": {Data: []byte("see [[b]]")}}, "Obsidian"},
		{"a folder of Markdown", os.DirFS("../markdown/testdata/people"), "Markdown"},
		{"one note per person", fstest.MapFS{"Ana Lima.md": {Data: []byte("## 2026-11-27\nhello")}}, "Markdown"},
		{"Joplin's notebooks", os.DirFS("../joplin/testdata/md"), "Joplin"},
		{"a page of Notion", fstest.MapFS{"Ana 1a2b3c4d5e6f70819aabbccddeeff001.md": {Data: []byte("# Ana")}}, "Notion"},
		{"an export of Notion", os.DirFS("../notion/testdata/export"), "Notion"},
		{"documents of Word", fstest.MapFS{"Ana.docx": {}, "picture.png": {}}, "Word"},
		{"an old document", fstest.MapFS{"Ana.doc": {}}, "Word"},
		{"a document of Google Docs", fstest.MapFS{"Ana.html": {}, "images/image1.png": {}}, "Google Docs"},
		{"Markdown of Google Docs", fstest.MapFS{"Ana.md": {Data: []byte("## Nov 27, 2026\n\nfine\\! Agreed\n")}}, "Google Docs"},
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
			tree, err := incoming.Open("n.zip", bytes.NewReader(b.Bytes()), int64(b.Len()), time.Time{})
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
