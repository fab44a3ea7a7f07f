package obsidian_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"handback/notes"
	"handback/notes/incoming"
	"handback/notes/incoming/incomingtest"
	"handback/notes/incoming/obsidian"
)

// pieces are what pages are made of. W is a word that is nowhere else.
var pieces = []string{
	"W W W", "", "# W", "## 2026-11-20", "## Fri 6 Nov 2026 - W", "### 4/12/2026", "**Nov 3, 2026**", "2026-10-02: W W", "## 14 Oct",
	"2026-10-02\n---", "- W", "  - W [[W|W]] #W/W", "- [ ] W W 📅 2026-12-04", "- [x] W ✅ 2026-11-20", "- [-] W", "- [?] W",
	"- [ ] todo: W [due:: 2026-12-01]", "%% W %%", "W %%W%% W", "%%", "<!-- W", "-->", "```", "```\ntodo: W\n```", "todo: W", "W todo: W",
	"kudos Ana: W", "private: W", "    W", "> todo: W", "mood:: W", "with:: [[W]]", "[W:: W]", "![[W.png]]", "W ^a1b2c3", "| W | W |",
	"1:1 [[W W]]", "## 1:1 Ana", "## [[Ana Lima]]", "private\n   ## 2026-11-13\n   W",
	"private: W\n  # W", "- private W\n  - [ ] W\n    with:: W", "private:\n   ## 1:1 Ana\n   W", "[[todo]]: W", "- [[praise]] W: W", "\\todo: W", "+ [ ] @Ana W", "a: b", "---", "...",
}

var front = []string{
	"tags: [W, W]", "date: 2026-11-19", "with: \"[[W]]\"", "x: {a: W}",
	"list:\n  - W\n  - W", "bad: \"W", "\tW: W", "title: W", "# W",
}

func page(t *rapid.T) string {
	n := 0
	word := func() string { n++; return fmt.Sprintf("Wq%dz", n) }
	var lines []string
	add := func(piece string) {
		for strings.Contains(piece, "W") {
			piece = strings.Replace(piece, "W", "\x00", 1)
			piece = strings.Replace(piece, "\x00", strings.ToLower(word()), 1)
		}
		lines = append(lines, piece)
	}
	if rapid.Bool().Draw(t, "front") {
		add("---")
		for _, f := range rapid.SliceOfN(rapid.SampledFrom(front), 0, 5).Draw(t, "fields") {
			add(f)
		}
		add("---")
	}
	for _, p := range rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 25).Draw(t, "lines") {
		add(p)
	}
	return strings.Join(lines, "\n")
}

// TestNothingIsLostOrInvented holds for any page that every word of it is somewhere, and that no line files which didn't say so.
func TestNothingIsLostOrInvented(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := page(t)
		name := rapid.SampledFrom([]string{"Ana Lima.md", "2026-11-27.md", "People/Ana.md", "x.md"}).Draw(t, "name")
		taken := &incomingtest.Taken{}
		tree := fstest.MapFS{name: {Data: []byte(text)}, ".obsidian/app.json": {Data: []byte("{}")}}
		if err := obsidian.Format.Notes(tree, incoming.Options{Today: "2026-11-27"}, taken); err != nil {
			t.Fatal(err)
		}
		marked := func(word string) bool { return !strings.HasSuffix(word, "z") || !strings.HasPrefix(word, "wq") }
		if lost := incomingtest.Lost(taken, map[string]string{name: text}, marked); len(lost) > 0 {
			t.Errorf("lost %q of\n%s\nin\n%s", lost, text, taken)
		}
		if files, said := filed(taken), said(text); files > said {
			t.Errorf("%d lines file, and %d said so:\n%s\nin\n%s", files, said, text, taken)
		}
		if bared := incomingtest.Bared(taken, map[string]string{name: text}); len(bared) > 0 {
			t.Errorf("%q can be seen of\n%s\nin\n%s", bared, text, taken)
		}
		for _, n := range taken.Notes {
			if strings.Contains(n.Body, "%%") && strings.Count(text, "%%")%2 == 0 && !strings.Contains(text, "```") {
				t.Errorf("a comment is left in\n%s", n.Body)
			}
		}
	})
}

func filed(taken *incomingtest.Taken) int {
	n := 0
	for _, note := range taken.Notes {
		n += len(notes.Parse(note.Body, notes.Context{Date: "2026-11-27", Person: 2, Me: 1}))
	}
	return n
}

// said counts the lines that file, or are tasks, wherever they stand.
func said(text string) int {
	n := 0
	for _, line := range strings.Split(norm.NFC.String(notes.Normalise(text)), "\n") {
		if task(line) || len(notes.Parse(line, notes.Context{Date: "2026-11-27", Person: 2, Me: 1})) > 0 {
			n++
		}
	}
	return n
}

func FuzzPage(f *testing.F) {
	f.Add("Ana Lima.md", []byte("---\ndate: 2026-11-27\nwith: [[Ana]]\n---\n# a\n## 2026-11-20\n- [ ] x 📅 2026-12-04\n%% y %%"))
	f.Add("2026-11-27.md", []byte("## 1:1 [[Ana Lima]]\n<!-- x\n-->\n```\ntodo: x\n```\n## more\n[[todo]]: y"))
	f.Add("x/27.11.2026 Ana.md", []byte("---\n\ta: \"b\n---\n**Nov 3**\n\n2026-10-02\n---\nmood:: fine ^a1b2c3"))
	f.Fuzz(func(t *testing.T, name string, b []byte) {
		if !strings.HasSuffix(name, ".md") || len(b) > 1<<16 {
			t.Skip()
		}
		tree := fstest.MapFS{".obsidian/app.json": {Data: []byte("{}")}}
		if tree[name] = (&fstest.MapFile{Data: b}); fstest.TestFS(tree, name) != nil {
			t.Skip()
		}
		taken := incomingtest.Read(t, obsidian.Format, tree, incoming.Options{})
		if text, err := incoming.Text(b); err == nil && filed(taken) > said(text) {
			t.Errorf("%d lines file, and %d said so:\n%s\nin\n%s", filed(taken), said(text), text, taken)
		}
	})
}
