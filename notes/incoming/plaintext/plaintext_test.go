package plaintext_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"handback/notes/incoming"
	"handback/notes/incoming/incomingtest"
	"handback/notes/incoming/plaintext"
)

func never(string) bool { return false }

// ofDates are the words of a date that is read, and of Org's own.
func ofDates(w string) bool {
	return strings.Trim(w, "0123456789") == "" || strings.Contains(" Tue TODO DEADLINE TITLE X January Nov November ", " "+w+" ")
}

func TestTexts(t *testing.T) {
	tree := os.DirFS("testdata/texts")
	got := incomingtest.Read(t, plaintext.Format, tree, incoming.Options{})
	incomingtest.Kept(t, "testdata/texts.txt", got)
	sources := map[string]string{}
	files, err := incoming.Files(tree, func(incoming.Skipped) error { return nil }, ".txt", ".md", ".org")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if s, err := incoming.ReadText(tree, name); err == nil {
			sources[name] = s
		}
	}
	if lost := incomingtest.Lost(got, sources, ofDates); len(lost) > 0 {
		t.Errorf("lost: %q", lost)
	}
	task := func(line string) bool { return strings.Contains(line, "TODO ") || strings.Contains(line, "[X]") }
	if unsaid := incomingtest.Unsaid(got, sources, task); len(unsaid) > 0 {
		t.Errorf("nobody said %q", unsaid)
	}
	if bared := incomingtest.Bared(got, sources); len(bared) > 0 {
		t.Errorf("bared %q", bared)
	}
}

func TestParts(t *testing.T) {
	yes := true
	for _, c := range []struct {
		name, file, from string
		in               incoming.Options
		want             string // date|person|title|body of each
	}{
		{"a day in the name", "2026-11-27.txt", "hello", incoming.Options{}, "2026-11-27|||hello"},
		{"a day and a person", "Ana Lima 2026-11-27.md", "hello", incoming.Options{}, "2026-11-27|Ana Lima||hello"},
		{"a person as the folder", "Ana Lima/2026-11-27.txt", "hello", incoming.Options{}, "2026-11-27|Ana Lima||hello"},
		{"folders of a day", "Ana/2026/11/27.txt", "hello", incoming.Options{}, "2026-11-27|Ana||hello"},
		{"no day", "growth talk.txt", "hello", incoming.Options{}, "||growth talk|hello"},
		{"headings", "Ana.md", "# 2026-11-27\na\n## More\nb\n# 2026-11-20\nc", incoming.Options{}, "2026-11-27|Ana||a⏎## More⏎b\n2026-11-20|Ana||c"},
		{"headings of words", "Ana.md", "## Friday, November 27, 2026\na\n## 1:1 November 20th, 2026\nb", incoming.Options{}, "2026-11-27|Ana||a\n2026-11-20|Ana|1:1|b"},
		{"bold headings", "Ana.txt", "**27.11.2026**\na\n**20.11.2026**\nb", incoming.Options{}, "2026-11-27|Ana||a\n2026-11-20|Ana||b"},
		{"persons as headings", "2026-11.txt", "2026-11-27 – Ana Lima\na\n\n2026-11-26: 1:1 with Ben\nb", incoming.Options{}, "2026-11-27|Ana Lima|Ana Lima|a\n2026-11-26|Ben|1:1 with Ben|b"},
		{"month first, by the whole file", "Ana.txt", "11/27/2026\na\n\n4/12/2026\nb", incoming.Options{}, "2026-11-27|Ana||a\n2026-04-12|Ana||b"},
		{"in two ways", "Ana.txt", "4/12/2026\nb", incoming.Options{}, "|Ana||4/12/2026⏎b\n--1"},
		{"told", "Ana.txt", "4/12/2026\nb", incoming.Options{DayFirst: &yes}, "2026-12-04|Ana||b"},
		{"a date in a sentence", "Ana.txt", "a\n\nOn 2026-11-27 we met", incoming.Options{}, "|Ana||a⏎⏎On 2026-11-27 we met"},
		{"a line that goes on from a date", "Ana.txt", "27.11.2026 was fine", incoming.Options{}, "|Ana||27.11.2026 was fine"},
		{"a due date in a list", "Ana.txt", "- send it\n  by 2026-11-27\n", incoming.Options{}, "|Ana||- send it⏎  by 2026-11-27"},
		{"days without a year", "Ana Lima.txt", "27 Nov\na\n\n20 Nov\nb", incoming.Options{}, "2026-11-27|Ana Lima||a\n2026-11-20|Ana Lima||b"},
		{"days without a year below a private line", "Ana Lima.txt", "20 Nov\na\nprivate: b\n  13 Nov\n  c", incoming.Options{}, "2026-11-20|Ana Lima||a⏎private: b⏎  13 Nov⏎  c"},
		{"code", "Ana.txt", "```\n2026-11-27\n```", incoming.Options{}, "|Ana||```⏎2026-11-27⏎```"},
		{"below a private line", "Ana.txt", "private: a\n  2026-11-27\n  b", incoming.Options{}, "|Ana||private: a⏎  2026-11-27⏎  b"},
		{"a private heading", "Ana.txt", "2026-11-27: private: she may go\nb", incoming.Options{}, "2026-11-27|Ana||private: she may go⏎b"},
		{"a day without text", "Ana.txt", "2026-11-27\n\n2026-11-20\na", incoming.Options{}, "2026-11-20|Ana||a\n--1"},
		{"a day of which the heading says all", "Ana.txt", "2026-11-27: sick\n\n2026-11-20: off", incoming.Options{}, "2026-11-27|Ana||sick\n2026-11-20|Ana||off"},
		{"a day twice", "Ana.txt", "2026-11-27\na\n\n2026-11-27\nb", incoming.Options{}, "2026-11-27|Ana||a\n2026-11-27|Ana||b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := incomingtest.Read(t, plaintext.Format, fstest.MapFS{c.file: {Data: []byte(c.from)}}, c.in)
			var all []string
			for _, n := range got.Notes {
				all = append(all, strings.ReplaceAll(strings.Join([]string{string(n.Date), n.Person, n.Title, n.Body}, "|"), "\n", "⏎"))
			}
			for range got.Skipped {
				all = append(all, "--1")
			}
			if said := strings.Join(all, "\n"); said != c.want {
				t.Errorf("%s\nwant\n%s", said, c.want)
			}
		})
	}
}

func TestWhatIsText(t *testing.T) {
	for _, c := range []struct {
		files string
		sure  int
	}{{"a.txt", 25}, {"a.txt b.org c.md", 31}, {"a.md", 5}, {"a.txt b.md", 5}, {"a.png", 0}, {".x.txt .git/a.txt", 0}} {
		t.Run(c.files, func(t *testing.T) {
			tree := fstest.MapFS{}
			for _, f := range strings.Fields(c.files) {
				tree[f] = &fstest.MapFile{}
			}
			if sure, err := plaintext.Format.Reads(tree); sure != c.sure || err != nil {
				t.Errorf("%d, %v", sure, err)
			}
		})
	}
}

func TestNothingIsLostOrMadeUp(t *testing.T) {
	line := rapid.SampledFrom([]string{
		"2026-11-27", "27.11.2026", "# 2026-11-20 alpha", "4/12/2026", "11/27/2026: beta", "gamma delta", "todo: epsilon", "- [ ] zeta",
		"private: eta", "  theta", "    2026-11-13",
		"```", "====", "", "", "> todo: iota", "**2026-11-06**", "On 2026-11-05 kappa", "Friday, November 27, 2026", "\ttodo: lambda", "* 2026-11-04 mu", ":PROPERTIES:",
	})
	rapid.Check(t, func(rt *rapid.T) {
		text := strings.Join(rapid.SliceOfN(line, 1, 15).Draw(rt, "lines"), "\n")
		file := rapid.SampledFrom([]string{"Ana.txt", "a.md", "2026-11-27.txt"}).Draw(rt, "file")
		got := &incomingtest.Taken{}
		if err := plaintext.Format.Notes(fstest.MapFS{file: {Data: []byte(text)}}, incoming.Options{}, got); err != nil {
			rt.Fatal(err)
		}
		sources := map[string]string{file: text}
		ok := func(w string) bool { return ofDates(w) || w == "Friday" }
		if lost := incomingtest.Lost(got, sources, ok); len(lost) > 0 {
			rt.Errorf("lost %q of\n%s\n%s", lost, text, got)
		}
		if unsaid := incomingtest.Unsaid(got, sources, never); len(unsaid) > 0 {
			rt.Errorf("nobody said %q in\n%s\n%s", unsaid, text, got)
		}
		if bared := incomingtest.Bared(got, sources); len(bared) > 0 {
			rt.Errorf("bared %q of\n%s\n%s", bared, text, got)
		}
	})
}

func FuzzPlainText(f *testing.F) {
	tree := os.DirFS("testdata/texts")
	for _, name := range []string{"Ana Lima.txt", "2026-11-26 Ben Okafor.txt", "log.org", "code.txt"} {
		b, err := fs.ReadFile(tree, name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(name, b)
	}
	f.Fuzz(func(t *testing.T, name string, b []byte) { incomingtest.Fuzz(t, plaintext.Format, name, b) })
}
