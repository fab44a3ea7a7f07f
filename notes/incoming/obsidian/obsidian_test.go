package obsidian_test

import (
	"flag"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"handback/notes/incoming"
	"handback/notes/incoming/incomingtest"
	"handback/notes/incoming/obsidian"
)

var update = flag.Bool("update", false, "write what is read of testdata/vault")

func TestVault(t *testing.T) {
	tree := os.DirFS("testdata/vault")
	if sure, err := obsidian.Format.Reads(tree); sure != 90 || err != nil {
		t.Errorf("%d, %v", sure, err)
	}
	got := incomingtest.Read(t, obsidian.Format, tree, incoming.Options{})
	const kept = "testdata/vault.txt"
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
		if err != nil || !strings.HasSuffix(name, ".md") {
			return err
		}
		b, err := fs.ReadFile(tree, name)
		sources[name] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if lost := incomingtest.Lost(got, sources, known); len(lost) > 0 {
		t.Errorf("lost: %q", lost)
	}
	if unsaid := incomingtest.Unsaid(got, sources, task); len(unsaid) > 0 {
		t.Errorf("nobody said %q", unsaid)
	}
}

func task(line string) bool { return regexp.MustCompile(`^\s*[-*+] \[[ xX/<>]\]`).MatchString(line) }

// known are the words that may go: the keys whose values are read, and what a plugin calls a date.
func known(word string) bool {
	return regexp.MustCompile(`^(tags|aliases|date|attendees|with|due|completion|x|Fri|6|Nov|1|People|10|30)$`).MatchString(word)
}

// TestATemplateIsNoNote holds that what other pages are made from is left where it is, and that a page which only looks so isn't.
func TestATemplateIsNoNote(t *testing.T) {
	for text, is := range map[string]bool{
		"---\ndate: <% tp.date.now() %>\n---\n# 1:1\n": true,
		"# 1:1 {{name}}\n":                      true,
		"# {{date:YYYY-MM-DD}}\ntalk\n":         true,
		"We use {{handlebars}} and <% erb %>\n": false,
	} {
		t.Run(text, func(t *testing.T) {
			tree := fstest.MapFS{".obsidian/app.json": {Data: []byte("{}")}, "a.md": {Data: []byte(text)}}
			got := incomingtest.Read(t, obsidian.Format, tree, incoming.Options{})
			if (len(got.Notes) == 0) != is || is && got.Skipped[0].Why != "A template. It stays where it is." {
				t.Errorf("%s", got)
			}
		})
	}
}
