package rednotebook_test

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"go.yaml.in/yaml/v3"
	"pgregory.net/rapid"

	"handback/notes/incoming"
	"handback/notes/incoming/incomingtest"
	"handback/notes/incoming/rednotebook"
)

// texts are what somebody wrote in a month, without YAML.
func texts(t testing.TB, month []byte) string {
	t.Helper()
	var days map[int]map[string]any
	if err := yaml.Unmarshal(month, &days); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, day := range days {
		for name, what := range day {
			switch what := what.(type) {
			case string:
				all = append(all, what)
			case map[string]any:
				all = append(all, name)
				for entry := range what {
					all = append(all, entry)
				}
			default:
				all = append(all, name)
			}
		}
	}
	return strings.Join(all, "\n")
}

func never(string) bool { return false }

func known(word string) bool {
	return slices.Contains([]string{"color", "red", "400", "file", "home", "Pictures"}, word)
}

// TestMonths reads files that RedNotebook wrote.
func TestMonths(t *testing.T) {
	tree := os.DirFS("testdata")
	if sure, err := rednotebook.Format.Reads(tree); sure != 95 || err != nil {
		t.Errorf("%d, %v", sure, err)
	}
	got := incomingtest.Read(t, rednotebook.Format, os.DirFS("testdata/data"), incoming.Options{})
	incomingtest.Kept(t, "testdata/data.txt", got)
	sources := map[string]string{}
	for _, name := range []string{"2026-11.txt", "2026-12.txt"} {
		b, err := os.ReadFile("testdata/data/" + name)
		if err != nil {
			t.Fatal(err)
		}
		sources[name] = texts(t, b)
	}
	if lost := incomingtest.Lost(got, sources, known); len(lost) > 0 {
		t.Errorf("lost: %q", lost)
	}
	if unsaid := incomingtest.Unsaid(got, sources, never); len(unsaid) > 0 {
		t.Errorf("nobody said %q", unsaid)
	}
	if bared := incomingtest.Bared(got, sources); len(bared) > 0 {
		t.Errorf("bared %q", bared)
	}
}

// month is a day of a month, written by YAML's library.
func month(t testing.TB, text string) fstest.MapFS {
	t.Helper()
	b, err := yaml.Marshal(map[int]map[string]any{27: {"text": text}})
	if err != nil {
		t.Fatal(err)
	}
	return fstest.MapFS{"2026-11.txt": {Data: b}}
}

func TestMarkup(t *testing.T) {
	for _, c := range []struct{ name, from, want string }{
		{"bold stays", "a **b** c", "a **b** c"},
		{"italic", "a //b c// d", "a *b c* d"},
		{"no italic", "http://e.org//x and 1 // 2 // 3", "http://e.org//x and 1 // 2 // 3"},
		{"struck through", "a --b-- c", "a ~~b~~ c"},
		{"dashes", "a -- b -- c", "a -- b -- c"},
		{"code", "``//a//``", "`//a//`"},
		{"raw", `""//a//""`, "//a//"},
		{"a link", `[the page ""http://e.org//x""]`, "[the page](http://e.org//x)"},
		{"a picture", `[""/home/me/a b"".png?300]`, "![](/home/me/a b.png)"},
		{"a reference", "[2026-11-20] and [before 2026-11-20]", "[2026-11-20] and [before 2026-11-20]"},
		{"a heading", "== Work ==", "## Work"},
		{"no heading", "= a ==", "= a =="},
		{"numbers", "+ a\n  + b", "1. a\n  1. b"},
		{"a quotation", "\t\ttodo: a", "> > todo: a"},
		{"a break", `a\\`, "a"},
		{"a colour", "{a|color:#ff0000} b", "a b"},
		{"verbatim", "```\n//a//\n```", "```\n//a//\n```"},
		{"a block of raw text", "\"\"\"\ntodo: //a//\n\"\"\"", "```\ntodo: //a//\n```"},
		{"a label behind marks that go", `{todo|color:red}: a`, `\todo: a`},
		{"a label that is raw", `""todo:"" a`, `\todo: a`},
		{"a name below a private line", "private: a\n === Ana Lima ===\n b", "private: a\n === Ana Lima ===\n b"},
		{"a quotation below a private line", "private: a\n\tb", "private: a\n    b"},
		{"two blank lines after a list", "- a\n\n\nb", "- a\n\nb"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := incomingtest.Read(t, rednotebook.Format, month(t, c.from), incoming.Options{})
			if len(got.Notes) != 1 || got.Notes[0].Body != c.want || got.Notes[0].Date != "2026-11-27" {
				t.Errorf("%s\nwant %q", got, c.want)
			}
		})
	}
}

func TestOddMonths(t *testing.T) {
	for _, c := range []struct{ name, file, from, want string }{
		{"an empty one", "2026-11.txt", "", "--- 2026-11.txt:0 It's empty.\n"},
		{"broken YAML", "2026-11.txt", "27: {text: 'a\n", "--- 2026-11.txt:0 This month is damaged. Open it in RedNotebook, or restore it from a backup, and try again.\n"},
		{"no month", "2026-11.txt", "- a\n", "--- 2026-11.txt:0 It isn't a RedNotebook month, such as 2026-11.txt.\n"},
		{"a day that isn't", "2026-11.txt", "31: {text: a}\n", "--- 2026-11.txt:1 “31” isn't a day in this month.\n"},
		{"a day that isn't one", "2026-11.txt", "3: a\n", "--- 2026-11.txt:1 This day is damaged. Open it in RedNotebook and save it again.\n"},
		{"a blank day", "2026-11.txt", "3: {text: '  '}\n", "--- 2026-11.txt:1 There's no text for this day.\n"},
		{"a day twice", "2026-11.txt", "3: {text: a}\n3: {text: b}\n", "=== 2026-11.txt#2026-11-03 | 2026-11.txt:1 |  | 2026-11-03 | \na\n=== 2026-11.txt#2026-11-03 + | 2026-11.txt:2 |  | 2026-11-03 | \nb\n"},
		{"as an old Python wrote it", "2026-11.txt", "3: {text: !!python/unicode 'a'}\n", "=== 2026-11.txt#2026-11-03 | 2026-11.txt:1 |  | 2026-11-03 | \na\n"},
		{"a tag that the text has", "2026-11.txt", "3: {text: 'a #okapi', Okapi: null}\n", "=== 2026-11.txt#2026-11-03 | 2026-11.txt:1 |  | 2026-11-03 | \na #okapi\n"},
		{"words where none belong", "2026-11.txt", "3: {text: a, Mood: calm, Idea: {b: c}}\n", "=== 2026-11.txt#2026-11-03 | 2026-11.txt:1 |  | 2026-11-03 | \na\n\n#Mood\n- Idea\n  - b\n~ Mood: calm\n~ b: c\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := incomingtest.Read(t, rednotebook.Format, fstest.MapFS{c.file: {Data: []byte(c.from)}}, incoming.Options{})
			if got.String() != c.want {
				t.Errorf("%q\nwant %q", got.String(), c.want)
			}
		})
	}
	t.Run("what isn't its own", func(t *testing.T) {
		for name, want := range map[string]int{"2026-11.txt": 95, "a/data/2026-11.txt": 95, "2026-13.txt": 0, "notes.txt": 0} {
			tree := fstest.MapFS{name: {Data: []byte("27: {text: a}\n")}}
			if sure, err := rednotebook.Format.Reads(tree); sure != want || err != nil {
				t.Errorf("%s: %d, %v", name, sure, err)
			}
		}
		if sure, _ := rednotebook.Format.Reads(fstest.MapFS{"2026-11.txt": {Data: []byte("We met.\n")}}); sure != 0 {
			t.Errorf("plain text: %d", sure)
		}
		if err := rednotebook.Format.Notes(fstest.MapFS{"a.txt": {}}, incoming.Options{}, &incomingtest.Taken{}); err == nil {
			t.Error("it reads what isn't its own")
		}
	})
}

func TestNothingIsLostOrMadeUp(t *testing.T) {
	piece := rapid.SampledFrom([]string{
		"todo: ", "//", "--", "**", "__", "``", `""`, "''", "[", "]", "alpha", " ", "beta", "\n", "\n", "=== ", " ===", "\t", "- ", "+ ", "```\n", "1:1 Ana", "{", "{gamma|color:red}",
		"http://e.org", `\\`, "private: ", "praise: ", "Ben Okafor", "% ", `"""` + "\n", "(done)", "[x] ",
	})
	rapid.Check(t, func(rt *rapid.T) {
		text := strings.Join(rapid.SliceOfN(piece, 1, 25).Draw(rt, "pieces"), "")
		got := &incomingtest.Taken{}
		if err := rednotebook.Format.Notes(month(t, text), incoming.Options{}, got); err != nil {
			rt.Fatal(err)
		}
		sources := map[string]string{"2026-11.txt": text}
		plain := map[string]string{"2026-11.txt": text + "\n" + strings.ReplaceAll(text, "|color:red", "")}
		if lost := incomingtest.Lost(got, sources, known); len(lost) > 0 {
			rt.Errorf("lost %q of\n%s\n%s", lost, text, got)
		}
		if unsaid := incomingtest.Unsaid(got, plain, never); len(unsaid) > 0 {
			rt.Errorf("nobody said %q in\n%q\n%s", unsaid, text, got)
		}
		if bared := incomingtest.Bared(got, sources); len(bared) > 0 {
			rt.Errorf("bared %q of\n%q\n%s", bared, text, got)
		}
	})
}

func FuzzRedNotebook(f *testing.F) {
	for _, name := range []string{"2026-11.txt", "2026-12.txt"} {
		b, err := fs.ReadFile(os.DirFS("testdata/data"), name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add([]byte("3: &a {text: *a}\n"))
	f.Add([]byte("3: {text: a, B: {c: null}, D: null}\n? [x]\n: y\n"))
	f.Fuzz(func(t *testing.T, b []byte) { incomingtest.Fuzz(t, rednotebook.Format, "2026-11.txt", b) })
}
