package obsidian_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"handback/notes/incoming"
	"handback/notes/incoming/obsidian"
)

// count takes notes without keeping them.
type count struct{ notes, skipped, bytes int }

func (c *count) Note(n incoming.Note) error  { c.notes++; c.bytes += len(n.Body); return nil }
func (c *count) Skip(incoming.Skipped) error { c.skipped++; return nil }
func (c *count) Progress(int, int) error     { return nil }

func vault(files map[string]string) fstest.MapFS {
	tree := fstest.MapFS{".obsidian/app.json": {Data: []byte("{}")}}
	for name, text := range files {
		tree[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return tree
}

// TestLargePagesAreReadWhole reads pages of some megabytes whose lines are the hardest for a reader; a reading that isn't linear doesn't
// come back from them.
func TestLargePagesAreReadWhole(t *testing.T) {
	size := 1 << 18
	if testing.Short() {
		size >>= 4
	}
	for name, line := range map[string]string{
		"links": "hello there [[a]] my friend\n", "tasks": "- [ ] hello 📅 2026-12-04\n", "days": "## 2026-11-27\nx\n", "comments": "%% a %%\n",
		"a comment that nothing closes": "<!-- a\n", "one line": "x ", "fields": "with:: b c d e\n", "stars": "**",
		"brackets": "[[", "tags": "#a/b ",
		"underlined": "x\n---\n\n", "days without a year": "## 5 Nov\nx\n", "figures": "1", "rules": "---\n", "fences": "```\n", "tabs": "\t",
	} {
		t.Run(name, func(t *testing.T) {
			var c count
			text := strings.Repeat(line, size/len(line))
			if err := obsidian.Format.Notes(vault(map[string]string{"a.md": text}), incoming.Options{Today: "2026-11-27"}, &c); err != nil {
				t.Fatal(err)
			}
			if blank := strings.TrimSpace(text) == ""; c.notes == 0 && c.skipped == 0 || !blank && c.notes > 0 && c.bytes < c.notes {
				t.Errorf("%+v", c)
			}
		})
	}
}

func TestAFileThatIsTooLargeIsNamed(t *testing.T) {
	tree := vault(map[string]string{"a.md": strings.Repeat("x", incoming.MaxFile+1), "b.md": "hello"})
	var c count
	if err := obsidian.Format.Notes(tree, incoming.Options{Today: "2026-11-27"}, &c); err != nil || c.notes != 1 || c.skipped != 1 {
		t.Errorf("%v, %+v", err, c)
	}
}

func TestTooManyFilesAreRefused(t *testing.T) {
	tree := fstest.MapFS{".obsidian/app.json": {Data: []byte("{}")}}
	file := &fstest.MapFile{Data: []byte("x")}
	for i := range incoming.MaxFiles + 1 {
		tree[fmt.Sprintf("%d.md", i)] = file
	}
	var c count
	if err := obsidian.Format.Notes(tree, incoming.Options{Today: "2026-11-27"}, &c); err == nil || c.notes > 0 {
		t.Errorf("%v, %+v", err, c)
	}
}

func BenchmarkPage(b *testing.B) {
	text := "---\ndate: 2026-11-27\nwith: Ana\n---\n# x\n- [ ] x 📅 2026-12-04\ntext [[a|b]]\n" + strings.Repeat("more text\n", 20)
	tree := vault(map[string]string{"a.md": text})
	for range b.N {
		if err := obsidian.Format.Notes(tree, incoming.Options{Today: "2026-11-27"}, &count{}); err != nil {
			b.Fatal(err)
		}
	}
}
