package notion_test

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"handback/notes/incoming"
	"handback/notes/incoming/incomingtest"
	"handback/notes/incoming/notion"
)

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
	tree, err := incoming.Open("Export.zip", bytes.NewReader(b), int64(len(b)), time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	if sure, err := notion.Format.Reads(tree); sure != 95 || err != nil {
		t.Errorf("%d, %v", sure, err)
	}
	got := incomingtest.Read(t, notion.Format, tree, incoming.Options{})
	incomingtest.Kept(t, "testdata/export.txt", got)
	sources := map[string]string{}
	err = fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(name, ".md") {
			b, err := fs.ReadFile(tree, name)
			sources[name] = regexp.MustCompile(`\(\S+\.(md|png)\)`).ReplaceAllString(string(b), "")
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

const (
	idA, idB, idC = "1a2b3c4d5e6f70819aabbccddeeff00a", "1a2b3c4d5e6f70819aabbccddeeff00b", "1a2b3c4d5e6f70819aabbccddeeff00c"
)

// said is a line of each note: its origin, person, day and first line.
func said(got *incomingtest.Taken) string {
	var lines []string
	for _, n := range got.Notes {
		first, _, _ := strings.Cut(n.Body, "\n")
		lines = append(lines, strings.Join([]string{n.Origin, n.Person, string(n.Date), first}, "|"))
	}
	return strings.Join(lines, "\n")
}

// TestTheIDOfAPageIsItsOrigin holds that a page which was renamed or moved since, in folders with ids or without, is the same page.
func TestTheIDOfAPageIsItsOrigin(t *testing.T) {
	table := "Name,Date,Sum\nCatch-up,2026-11-20,fine\n"
	for name, tree := range map[string]fstest.MapFS{
		"an export": {
			"Ana Lima " + idA + ".md":              {Data: []byte("# Ana Lima\n\n## 2026-11-12\n\nless\n")},
			"Talks " + idB + ".csv":                {Data: []byte(table)},
			"Talks " + idB + "/Ben " + idC + ".md": {Data: []byte("# Ben\n\nDate: 2026-11-18\n\nmore\n")},
		},
		"a later one": {
			"Home/Ana Lima Ruiz " + idA + ".md":       {Data: []byte("# Ana Lima Ruiz\n\n## 2026-11-12\n\nless\n")},
			"Home/Meetings " + idB + "_all.csv":       {Data: []byte(table)},
			"Home/Meetings/Ben Okafor " + idC + ".md": {Data: []byte("# Ben Okafor\n\nDate: 2026-11-18\n\nmore\n")},
		},
	} {
		t.Run(name, func(t *testing.T) {
			got := incomingtest.Read(t, notion.Format, tree, incoming.Options{})
			var origins []string
			for _, n := range got.Notes {
				if origins = append(origins, n.Origin); !n.ByID {
					t.Errorf("%s isn't known as an id", n.Origin)
				}
			}
			slices.Sort(origins)
			if want := []string{idA + "#2026-11-12", idB + "#Catch-up", idC}; !slices.Equal(origins, want) {
				t.Errorf("%q, not %q", origins, want)
			}
		})
	}
}

// TestAPageInsideAnotherIsAboutTheSame holds that what is inside the page of a one-on-one belongs to it, at any depth, unless it says
// itself whom it is about.
func TestAPageInsideAnotherIsAboutTheSame(t *testing.T) {
	talk := "# 1:1 Ana Lima\n\nDate: November 19, 2026\nPerson: Ana Lima\n\nhello\n"
	for _, figures := range []string{" " + idB, ""} { // since late 2025 folders are exported without
		tree := fstest.MapFS{
			"Talks " + idA + ".csv":                                                                   {Data: []byte("Name,Date,Person\n")},
			"Talks/1 1 Ana Lima " + idB + ".md":                                                       {Data: []byte(talk)},
			"Talks/1 1 Ana Lima" + figures + "/Growth Plan " + idC + ".md":                            {Data: []byte("# Growth Plan\n\nlead it\n")},
			"Talks/1 1 Ana Lima" + figures + "/Growth Plan/Draft 1a2b3c4d5e6f70819aabbccddeeff00d.md": {Data: []byte("# Draft\n\nfirst\n")},
			"Talks/1 1 Ana Lima" + figures + "/1 1 Ben 1a2b3c4d5e6f70819aabbccddeeff00e.md":           {Data: []byte("# 1:1 Ben Okafor\n\nhim\n")},
			"Other 1a2b3c4d5e6f70819aabbccddeeff00f.md":                                               {Data: []byte("# Other\n\nnobody\n")},
		}
		got := incomingtest.Read(t, notion.Format, tree, incoming.Options{})
		for _, want := range []string{
			idC + "|Ana Lima|2026-11-19|lead it", "1a2b3c4d5e6f70819aabbccddeeff00d|Ana Lima|2026-11-19|first",
			"1a2b3c4d5e6f70819aabbccddeeff00e|Ben Okafor|2026-11-19|him", "1a2b3c4d5e6f70819aabbccddeeff00f|||nobody",
		} {
			if !strings.Contains("\n"+said(got)+"\n", "\n"+want+"\n") {
				t.Errorf("figures %q: no %q in\n%s", figures, want, said(got))
			}
		}
	}
}

// TestAPageThatIsExportedTwiceIsReadOnce holds that of an export in which a page is at two places.
func TestAPageThatIsExportedTwiceIsReadOnce(t *testing.T) {
	page := &fstest.MapFile{Data: []byte("# Ana Lima\n\nhello\n")}
	tree := fstest.MapFS{"Part 1/Ana Lima " + idA + ".md": page, "Part 2/Ana Lima " + idA + ".md": page}
	got := incomingtest.Read(t, notion.Format, tree, incoming.Options{})
	if len(got.Notes) != 1 || len(got.Skipped) != 1 || !strings.Contains(got.Skipped[0].Why, "twice") {
		t.Errorf("%s", got)
	}
}

// TestRowsOfADatabase holds what the values of a table say: a person through a relation in each way in which exports write one.
func TestRowsOfADatabase(t *testing.T) {
	for name, value := range map[string]string{
		"a name": "Ana Lima", "an address": "Ana Lima (https://www.notion.so/Ana-Lima-" + idA + "?pvs=21)",
		"a page of the export": "Ana Lima (../People/Ana%20Lima%20" + idA + ".md)",
		"the newer address":    "Ana Lima (https://app.notion.com/p/Ana-Lima-" + idA + ")",
	} {
		t.Run(name, func(t *testing.T) {
			tree := fstest.MapFS{"Talks " + idB + ".csv": {Data: []byte("Name,Person,Date,Done,Notes\nCatch-up,\"" + value + "\",\"November 19, 2026\",Yes,went well\n")}}
			got := incomingtest.Read(t, notion.Format, tree, incoming.Options{})
			if want := idB + "#Catch-up|Ana Lima|2026-11-19|\\Done: Yes"; said(got) != want {
				t.Errorf("%q, not %q", said(got), want)
			}
		})
	}
}
