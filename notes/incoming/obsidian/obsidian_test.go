package obsidian_test

import (
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

func TestVault(t *testing.T) {
	tree := os.DirFS("testdata/vault")
	if sure, err := obsidian.Format.Reads(tree); sure != 90 || err != nil {
		t.Errorf("%d, %v", sure, err)
	}
	got := incomingtest.Read(t, obsidian.Format, tree, incoming.Options{})
	incomingtest.Kept(t, "testdata/vault.txt", got)
	sources := map[string]string{}
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
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

// known are the words that may go: the keys whose values are read, what a plugin calls a date, and what it is asked in a block of code.
func known(word string) bool {
	return regexp.MustCompile(`^(tags|aliases|date|attendees|with|due|completion|x|Fri|6|Nov|1|People|10|30|quote|dataview|TASK|WHERE|contains|text|code)$`).MatchString(word)
}

// TestATemplateIsNoNote holds that what other pages are made from is left where it is, and that a page which only looks so isn't.
func TestATemplateIsNoNote(t *testing.T) {
	for text, is := range map[string]bool{
		"---\ndate: <% tp.date.now() %>\n---\n# 1:1\n": true,
		"# 1:1 {{name}}\n":                      true,
		"# {{date:YYYY-MM-DD}}\ntalk\n":         true,
		"We use {{handlebars}} and <% erb %>\n": false,
		"<%*\nlet date = tp.date.now('YYYY-MM-DD');\n_%>\n<%\"---\"%>\ndate: <% date %>\n<%\"---\"%>\n# How are you?\n": true,
		"<%\"---\"%>\nPosition:\n<%\"---\"%>\n# Characteristic\n":                                                       true,
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

// TestTheFolderOfTemplaterHoldsTemplates holds that pages in it are none of the manager's, whatever they look like.
func TestTheFolderOfTemplaterHoldsTemplates(t *testing.T) {
	tree := fstest.MapFS{
		".obsidian/plugins/templater-obsidian/data.json": {Data: []byte(`{"templates_folder": "Forms"}`)},
		"Forms/1-1.md": {Data: []byte("# How are you?")}, "Ana Lima-2026-11-20.md": {Data: []byte("---\ndate: 2026-11-20\npeople: \"[[Ana Lima]]\"\n---\nfine")},
	}
	got := incomingtest.Read(t, obsidian.Format, tree, incoming.Options{})
	if len(got.Notes) != 1 || got.Notes[0].Person != "Ana Lima" || len(got.Skipped) != 1 || got.Skipped[0].Why != "A template. It stays where it is." {
		t.Errorf("%s", got)
	}
}

// TestRealTasks reads pages of the sample vault of the plugin Tasks, as Obsidian has them; testdata/README.md says from where.
func TestRealTasks(t *testing.T) {
	keeps(t, "tasks", "testdata/tasks.txt")
}

// keeps holds what is read of a folder of testdata to what is kept of it.
func keeps(t *testing.T, folder, kept string) {
	t.Helper()
	tree := fstest.MapFS{".obsidian/app.json": {Data: []byte("{}")}}
	err := fs.WalkDir(os.DirFS("testdata/"+folder), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".md") {
			return err
		}
		b, err := os.ReadFile("testdata/" + folder + "/" + name)
		tree[name] = &fstest.MapFile{Data: b}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	got := incomingtest.Read(t, obsidian.Format, tree, incoming.Options{})
	incomingtest.Kept(t, kept, got)
}
