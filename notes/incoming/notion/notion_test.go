package notion_test

import (
	"archive/zip"
	"bytes"
	"flag"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"handback/notes/incoming"
	"handback/notes/incoming/incomingtest"
	"handback/notes/incoming/notion"
)

var update = flag.Bool("update", false, "write what is read of testdata/export")

func zipped(t *testing.T, tree fs.FS) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	if err := w.AddFS(tree); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestExport(t *testing.T) {
	folder := os.DirFS("testdata/export")
	const part = "ExportBlock-1-Part-1"
	b := zipped(t, fstest.MapFS{part + ".zip": {Data: zipped(t, folder)}})
	tree, err := incoming.Open("Export.zip", bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	if sure, err := notion.Format.Reads(tree); sure != 95 || err != nil {
		t.Errorf("%d, %v", sure, err)
	}
	got := incomingtest.Read(t, notion.Format, tree, incoming.Options{})
	const kept = "testdata/export.txt"
	if *update {
		if err := os.WriteFile(kept, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(kept)
	if err != nil || got.String() != string(want) {
		t.Errorf("%v\n%s", err, got)
	}
	sources := map[string]string{}
	err = fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(name, ".md") {
			b, err := fs.ReadFile(tree, name)
			sources[name] = regexp.MustCompile(`\(\S+\.md\)`).ReplaceAllString(string(b), "")
			return err
		}
		return err
	})
	if err != nil || len(sources) != 4 {
		t.Fatal(err, len(sources))
	}
	known := regexp.MustCompile(`^(Date|Tags|aside|19|10|30|11|00|AM|GMT|1|November|18|12|5|Attendees)$`)
	if lost := incomingtest.Lost(got, sources, known.MatchString); len(lost) > 0 {
		t.Errorf("lost: %q", lost)
	}
	if unsaid := incomingtest.Unsaid(got, sources, func(string) bool { return false }); len(unsaid) > 0 {
		t.Errorf("nobody said %q", unsaid)
	}
}

const id = " 1a2b3c4d5e6f70819aabbccddeeff001"

func TestPages(t *testing.T) {
	for _, c := range []struct{ name, table, page, want string }{
		{"properties of columns alone", "Name,Date,Topic\n", "# a\n\nDate: November 19, 2026\nTopic: pay\n\nTopic: mine", "2026-11-19||\\Topic: pay;;Topic: mine"},
		{"a property that reads as a label", "Name,Blocked\n", "# a\n\nBlocked: by legal\n\nx", "||\\Blocked: by legal;;x"},
		{"no columns, no properties", "Name\n", "# a\n\nDate: November 19, 2026\nNote: x", "2026-11-19||Date: November 19, 2026;Note: x"},
		{"a value of more lines", "Name,Sum\n", "# a\n\nSum: one\ntwo\n\nx", "||Sum: one;two;;x"},
		{"a slashed date", "Name,Date\n", "# a\n\nDate: 2026/11/19\n\nx", "2026-11-19||x"},
		{"one that can be read twice", "Name,Date\n", "# a\n\nDate: 4/12/2026\n\nx", "||Date: 4/12/2026;;x"},
		{"a person", "Name,Person\n", "# a\n\nPerson: Ana Lima\n\nx", "|Ana Lima|x"},
		{"people", "Name,Attendees\n", "# a\n\nAttendees: Ana Lima, Ben Okafor\n\nx", "||Attendees: Ana Lima, Ben Okafor;;x"},
		{"no title", "Name\n", "x", "||x"},
		{"an empty page with properties", "Name,Mood\n", "# a\n\nMood: good\n", "||Mood: good"},
		{"a link to a page", "Name\n", "# a\n\nsee [Ana (L)](Ana%20(L)%201a2b3c4d5e6f70819aabbccddeeff004.md) and [this](https://example.org)", "||see Ana (L) and [this](https://example.org)"},
		{"no table", "", "# a\n\nDate: November 19, 2026\n", "2026-11-19||Date: November 19, 2026"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tree := fstest.MapFS{"db" + id + "/a" + id + ".md": {Data: []byte(c.page)}}
			if c.table != "" {
				tree["db"+id+".csv"] = &fstest.MapFile{Data: []byte(c.table)}
			}
			got := incomingtest.Read(t, notion.Format, tree, incoming.Options{})
			if len(got.Notes) != 1 {
				t.Fatalf("%s", got)
			}
			n := got.Notes[0]
			if said := string(n.Date) + "|" + n.Person + "|" + strings.ReplaceAll(n.Body, "\n", ";"); said != c.want {
				t.Errorf("%q, want %q", said, c.want)
			}
		})
	}
}

func FuzzPage(f *testing.F) {
	f.Add([]byte("# a\n\nDate: November 19, 2026\nPerson: Ana\n\nhello"), []byte("Name,Date,Person\nB,2026-11-19,Ana\nB,,\n"))
	f.Add([]byte("# 2026-11-27\n\n\n## @November 5, 2026\nx"), []byte("\xef\xbb\xbfName,\n\"a\nb\",c,d\n,,x\n"))
	f.Fuzz(func(t *testing.T, page, table []byte) {
		tree := fstest.MapFS{"db" + id + "/a" + id + ".md": {Data: page}, "db" + id + ".csv": {Data: table}}
		incomingtest.Read(t, notion.Format, tree, incoming.Options{})
	})
}
