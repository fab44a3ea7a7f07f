package markdown_test

import (
	"errors"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"handback/notes/incoming"
	"handback/notes/incoming/incomingtest"
	"handback/notes/incoming/markdown"
)

func TestPeople(t *testing.T) {
	tree := os.DirFS("testdata/people")
	got := incomingtest.Read(t, markdown.Format, tree, incoming.Options{})
	incomingtest.Kept(t, "testdata/people.txt", got)
	sources := map[string]string{}
	files, err := fs.Glob(tree, "*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		b, err := fs.ReadFile(tree, name)
		if err != nil {
			t.Fatal(err)
		}
		sources[name] = string(b)
	}
	if lost := incomingtest.Lost(got, sources, regexp.MustCompile(`^(Nov|November|20|13|19|4)$`).MatchString); len(lost) > 0 {
		t.Errorf("lost: %q", lost)
	}
	if unsaid := incomingtest.Unsaid(got, sources, func(string) bool { return false }); len(unsaid) > 0 {
		t.Errorf("nobody said %q", unsaid)
	}
}

func TestWhoAndWhen(t *testing.T) {
	dayFirst := true
	for _, c := range []struct {
		name, file, text string
		in               incoming.Options
		want             string // person and day of each note
	}{
		{"by the file", "Ana Lima 2026-11-27.md", "x", incoming.Options{}, "Ana Lima 2026-11-27"},
		{"by folders", "Ana Lima/2026/2026-11-27.md", "x", incoming.Options{}, "Ana Lima 2026-11-27"},
		{"by folders of the day", "2026/11/27.md", "x", incoming.Options{}, " 2026-11-27"},
		{"a folder of everybody", "Meetings/2026-11-27.md", "x", incoming.Options{}, " 2026-11-27"},
		{"a page of no day is nobody's", "Kafka.md", "x", incoming.Options{}, " "},
		{"but for a one-on-one", "1-1 Ana.md", "x", incoming.Options{}, "Ana "},
		{"by front matter before the file", "Ana.md", "---\nwith: Ben Okafor\ndate: 2026-11-26\n---\nx", incoming.Options{}, "Ben Okafor 2026-11-26"},
		{
			"by front matter before a heading that says less", "2026-03-04 Priya.md",
			"---\nperson: Priya Nair\n---\n# 1:1 with Priya\nx",
			incoming.Options{},
			"Priya Nair 2026-03-04",
		},
		{
			"by the title that says more than the file", "Tom.md", "# Tom Becker\n## 2026-02-10\nx\n## 2026-02-24\ny",
			incoming.Options{},
			"Tom Becker 2026-02-10, Tom Becker 2026-02-24",
		},
		{"not by another's title", "Tom.md", "# Tomas Berg\n## 2026-02-10\nx", incoming.Options{}, "Tom 2026-02-10"},
		{"several people are nobody's", "x.md", "---\nattendees: [Ana, Ben]\ndate: 2026-11-26\n---\nx", incoming.Options{}, " 2026-11-26"},
		{"me and one", "x.md", "---\nattendees: [Ana, me]\ndate: 2026-11-26\n---\nx", incoming.Options{}, "Ana 2026-11-26"},
		{"a key without a value", "Ana.md", "---\ndate:\nperson:\n---\n## 2026-11-27\nx", incoming.Options{}, "Ana 2026-11-27"},
		{"when it was made", "x.md", "---\ncreated: 2026-11-26T10:00:00+01:00\n---\nx", incoming.Options{}, " 2026-11-26"},
		{"a day to be read twice", "Ana.md", "## 4/12/2026\nx", incoming.Options{}, "Ana "},
		{"and told", "Ana.md", "## 4/12/2026\nx", incoming.Options{DayFirst: &dayFirst}, "Ana 2026-12-04"},
		{"a one-on-one within a day", "2026-11-27.md", "a\n## 1:1 Ana\nx\n## More\ny", incoming.Options{}, " 2026-11-27, Ana 2026-11-27"},
		{"a person a heading", "1-1s.md", "# Ana Lima\n## 2026-11-27\nx\n# Ben\n## 2026-11-20\ny", incoming.Options{}, "Ana Lima 2026-11-27, Ben 2026-11-20"},
		{"a person beside the day", "1-1s.md", "## 2026-11-27 Ana\nx\n## 2026-11-20 - Ben\ny", incoming.Options{}, "Ana 2026-11-27, Ben 2026-11-20"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := incomingtest.Read(t, markdown.Format, fstest.MapFS{c.file: {Data: []byte(c.text)}}, c.in)
			var said []string
			for _, n := range got.Notes {
				said = append(said, n.Person+" "+string(n.Date))
			}
			if strings.Join(said, ", ") != c.want {
				t.Errorf("%q\n%s", said, got)
			}
		})
	}
}

func TestWhatIsNoMarkdown(t *testing.T) {
	var taken incomingtest.Taken
	if err := markdown.Format.Notes(fstest.MapFS{"a.txt": {}}, incoming.Options{}, &taken); !errors.Is(err, incoming.ErrNotMine) {
		t.Error(err)
	}
	tree := fstest.MapFS{"a.md": {Data: []byte("\x00\x01\x02")}, "b.md": {Data: []byte("hi")}}
	got := incomingtest.Read(t, markdown.Format, tree, incoming.Options{})
	if len(got.Notes) != 1 || len(got.Skipped) != 1 {
		t.Errorf("%s", got)
	}
}
