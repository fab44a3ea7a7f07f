package formats

import (
	"io/fs"
	"os"
	"testing"
	"testing/fstest"
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
