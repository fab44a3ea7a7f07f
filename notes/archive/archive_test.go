package archive

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
	"pgregory.net/rapid"
)

// texts are what people type, and what breaks formats.
var texts = rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
	"", "Ana Lima", "yes", "No", "null", "~", "12", "1e5", "0x1F", "09:30", "2026-11-27", "2026-11-27T10:00:00.000Z",
	"a: b", "- x", "#tag", "a #b",
	"'", `"`, `\`, "a\nb", "a\r\nb", "\t", " x ", "[[Ana]]", "{a}", "*a", "&a", "!a", "|", ">", "%", "@", "`", "\u2028", "\u0085", "\ufeff", "😀", "é",
}))

func drawRow(t *rapid.T) *Row {
	r := &Row{Body: rapid.OneOf(texts, rapid.SampledFrom([]string{"\n---\n", "---\nx: y\n---\n", "todo: x\r\n"})).Draw(t, "body")}
	for _, name := range []string{"uid", "name", "updated_at", "absences"} {
		text := strings.ToValidUTF8(texts.Draw(t, name), "")
		r.Fields = append(r.Fields, Field{Name: name, Text: text})
	}
	r.Fields = append(r.Fields, Number("rev", rapid.Int64().Draw(t, "rev")),
		Field{Name: "people", List: true, Items: rapid.SliceOfN(rapid.Map(texts, func(s string) string { return strings.ToValidUTF8(s, "") }), 1, 3).Draw(t, "people")})
	return r
}

func TestWhatIsWrittenIsReadAgain(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r := drawRow(rt)
		got, ok, err := Read("x.md", Write(r))
		if err != nil || !ok {
			rt.Fatalf("%q: %v, %v", Write(r), ok, err)
		}
		if got.Body != r.Body || len(got.Fields) != len(r.Fields) {
			rt.Fatalf("%q is read as %+v", Write(r), got)
		}
		for i, f := range r.Fields {
			if got.Fields[i].Text != f.Text || strings.Join(got.Fields[i].Items, "|") != strings.Join(f.Items, "|") {
				rt.Fatalf("%s: %q %q is read as %q %q", f.Name, f.Text, f.Items, got.Fields[i].Text, got.Fields[i].Items)
			}
		}
	})
}

// TestAnotherLibraryReadsTheFrontMatter holds the writer against a YAML library that isn't ours.
func TestAnotherLibraryReadsTheFrontMatter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r := drawRow(rt)
		front, _, _ := strings.Cut(strings.TrimPrefix(string(Write(r)), "---\n"), "\n---\n")
		var node yaml.Node
		if err := yaml.Unmarshal([]byte(front), &node); err != nil {
			rt.Fatalf("%q: %v", front, err)
		}
		pairs := node.Content[0].Content
		if len(pairs) != 2*len(r.Fields) {
			rt.Fatalf("%q has %d values", front, len(pairs)/2)
		}
		for i, f := range r.Fields {
			value := pairs[2*i+1]
			if pairs[2*i].Value != f.Name || !f.List && value.Value != f.Text {
				rt.Fatalf("%s: %q is read as %q", f.Name, f.Text, value.Value)
			}
			if !f.List && !f.Number && value.Tag != "!!str" && value.Tag != "!!timestamp" {
				rt.Fatalf("%s: %q is read as a %s", f.Name, f.Text, value.Tag)
			}
			for k, item := range f.Items {
				if value.Content[k].Value != item {
					rt.Fatalf("%q is read as %q", item, value.Content[k].Value)
				}
			}
		}
	})
}

func TestLinesAreReadAgain(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r := drawRow(rt)
		r.Fields = r.Fields[:5]
		line := WriteLine(r)
		if strings.Count(string(line), "\n") != 1 {
			rt.Fatalf("%q is more than a line", line)
		}
		got, err := ReadLine("x.jsonl", 1, line)
		if err != nil {
			rt.Fatal(err)
		}
		for i, f := range r.Fields {
			if got.Fields[i].Text != f.Text || got.Fields[i].Name != f.Name {
				rt.Fatalf("%+v is read as %+v", f, got.Fields[i])
			}
		}
	})
}

func TestWhatIsWrittenByHandIsRead(t *testing.T) {
	for name, tt := range map[string]struct{ text, want, body, bad string }{
		"plain":             {"---\nperson: Ana Lima\ndate: 2026-11-27\n---\ntodo: x\n", "Ana Lima", "todo: x\n", ""},
		"of Windows":        {"\ufeff---\r\nperson: Ana Lima\r\n---\r\ntodo: x\r\n", "Ana Lima", "todo: x\n", ""},
		"with quotes":       {"---\nperson: 'Ana O''Neil' # her\n---\n", "Ana O'Neil", "", ""},
		"with a comment":    {"---\n# who\n\nperson: Ana # her\n---\nx", "Ana", "x", ""},
		"with tags":         {"---\ntags: [a, \"b, c\"]\nperson: Ana\naliases:\n  - x\n---\n", "Ana", "", ""},
		"long text":         {"---\nperson: Ana\nsummary: |-\n  one: two\n\n    three\nmore: >-\n  a\n  b\n---\nx", "Ana", "x", ""},
		"long text last":    {"---\nsummary: >\n  a: b\nperson: Ana\n---\nx", "Ana", "x", ""},
		"long text, twice":  {"---\nperson: Ana\nperson: |\n  Ben\n---\nx", "", "", "line 3"},
		"no front matter":   {"# A heading\n", "", "", "none"},
		"no end":            {"---\nperson: Ana\n", "", "", "a line with --- is missing"},
		"nested":            {"---\nperson:\n  name: Ana\n---\n", "", "", "line 3"},
		"an anchor":         {"---\nperson: &a Ana\n---\n", "", "", "line 2"},
		"twice":             {"---\nperson: Ana\nperson: Ben\n---\n", "", "", "twice"},
		"a half quote":      {"---\nperson: \"Ana\n---\n", "", "", "line 2"},
		"more than a value": {"---\nperson: \"Ana\" Lima\n---\n", "", "", "line 2"},
	} {
		t.Run(name, func(t *testing.T) {
			r, ok, err := Read("a.md", []byte(tt.text))
			switch {
			case tt.bad == "none":
				if ok || err != nil {
					t.Errorf("it is %+v, %v", r, err)
				}
			case tt.bad != "":
				var bad Bad
				if !errors.As(err, &bad) || !strings.Contains(err.Error(), tt.bad) || !strings.Contains(err.Error(), "a.md") {
					t.Errorf("it says %v", err)
				}
			default:
				if err != nil {
					t.Fatal(err)
				}
				if got, _ := r.Get("person"); got != tt.want || r.Body != tt.body {
					t.Errorf("it is %q, %q", got, r.Body)
				}
			}
		})
	}
}

func TestNamesOfFiles(t *testing.T) {
	for text, want := range map[string]string{
		"Ana Lima": "Ana Lima", "../../etc/passwd": "-..-etc-passwd", "a/b\\c": "a-b-c",
		"CON": "_CON", "con.notes": "_con.notes", "LPT1": "_LPT1",
		"": "-", "...": "-", " Ana. ": "Ana", "a\x00b\nc": "ab c", "[[Ana]]|#1": "--Ana----1", "COM¹": "_COM¹",
	} {
		t.Run(text, func(t *testing.T) {
			if got := Stem(text); got != want {
				t.Errorf("it is %q", got)
			}
		})
	}
	t.Run("any text", func(t *testing.T) {
		rapid.Check(t, func(rt *rapid.T) {
			names := Names{}
			seen := map[string]bool{}
			for range 4 {
				name := names.Give(rapid.OneOf(texts, rapid.StringN(0, 400, -1)).Draw(rt, "text"), rapid.String().Draw(rt, "uid")) + ".md"
				if seen[Folded(name)] || len(name) > 255 || !fs.ValidPath(name) || !filepath.IsLocal(name) || strings.ContainsAny(name, `/\:*?"<>|`) ||
					!utf8.ValidString(name) {
					rt.Fatalf("%q", name)
				}
				seen[Folded(name)] = true
			}
		})
	})
}

func TestCaseTwinsGetNamesOfTheirOwn(t *testing.T) {
	names := Names{}
	for _, c := range []struct{ text, uid, want string }{
		{"Ana", "u1", "Ana"}, {"ANA", "u2abcdefgh", "ANA (u2abcdef)"}, {"ana", "u2abcdefij", "ana (u2abcdefij)"}, {"É", "u4", "É"}, {"e\u0301", "u5", "é (u5)"},
	} {
		t.Run(c.text, func(t *testing.T) {
			if got := names.Give(c.text, c.uid); got != c.want {
				t.Errorf("it is %q", got)
			}
		})
	}
}

// collect takes rows and what is skipped.
type collect struct {
	rows []*Row
	skip []string
}

func (c *collect) Row(r *Row) error {
	c.rows = append(c.rows, r)
	return nil
}

func (c *collect) Skip(file, _ string) error {
	c.skip = append(c.skip, file)
	return nil
}

func TestNotesMayLieAnywhere(t *testing.T) {
	note := &fstest.MapFile{Data: []byte("---\nperson: Ana\ndate: 2026-11-27\n---\nx")}
	tree := fstest.MapFS{
		"a.md": note, "Notes/Ana/b.md": note, "2026/c.MD": note, "People/Ana.md": note, ".obsidian/d.md": note, "Handback/e.md": note,
		"plain.md": {Data: []byte("x")}, "README.md": {Data: []byte("x")}, "picture.png": {}, "Trash/Notes/f.md": note, "Trash/People/g.md": note,
		"link.md": {Data: note.Data, Mode: fs.ModeSymlink},
	}
	var got, people collect
	if err := errors.Join(ReadTable(tree, Notes, &got), ReadTable(tree, "person", &people)); err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, r := range got.rows {
		files = append(files, r.File)
	}
	if want := "2026/c.MD Notes/Ana/b.md Trash/Notes/f.md a.md"; strings.Join(files, " ") != want {
		t.Errorf("notes are %q", files)
	}
	if len(people.rows) != 2 || strings.Join(got.skip, " ") != "link.md plain.md" {
		t.Errorf("%d people, skipped %q", len(people.rows), got.skip)
	}
}

func TestALaterFormIsRefused(t *testing.T) {
	for text, want := range map[string]string{`{"format":1}`: "", `{"format":2}`: "newer version", `[]`: "doesn't say", "": "doesn't say"} {
		t.Run(text, func(t *testing.T) {
			err := CheckFormat(fstest.MapFS{FormatFile: {Data: []byte(text)}})
			if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
				t.Errorf("it says %v", err)
			}
		})
	}
}

func TestAFileThatIsTooLargeIsRefusedByName(t *testing.T) {
	folder := t.TempDir()
	f, err := os.Create(filepath.Join(folder, "big.md"))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Truncate(MaxFile+1), f.Close()); err != nil {
		t.Fatal(err)
	}
	err = ReadTable(os.DirFS(folder), Notes, &collect{})
	if err == nil || !strings.Contains(err.Error(), "big.md") {
		t.Errorf("it says %v", err)
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"---\nperson: Ana\ndate: 2026-11-27\n---\ntodo: x", "---\nuid: \"a\\u0041\"\ntags: [a, 'b']\n---\n", "---\na:\n  - b\n---", "---\n---\n", "\ufeff---\r\na: b\r\n---\r\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, ok, err := Read("x.md", data)
		if err != nil || !ok {
			return
		}
		again, ok, err := Read("x.md", Write(r))
		if err != nil || !ok || again.Body != r.Body || len(again.Fields) != len(r.Fields) {
			t.Fatalf("%q is written as %q: %v", data, Write(r), err)
		}
		for i, f := range r.Fields {
			if again.Fields[i].Text != f.Text || strings.Join(again.Fields[i].Items, "|") != strings.Join(f.Items, "|") {
				t.Fatalf("%q: %+v became %+v", data, f, again.Fields[i])
			}
		}
	})
}

func FuzzReadLine(f *testing.F) {
	for _, seed := range []string{`{"uid":"a","rev":1}`, `{"uid":null,"done":true}`, `{"a":{}}`, `{"a":1e9}`, `{`, `{"a":"\ud800"}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := ReadLine("x.jsonl", 1, data)
		if err != nil {
			return
		}
		again, err := ReadLine("x.jsonl", 1, WriteLine(r))
		if err != nil || len(again.Fields) != len(r.Fields) {
			t.Fatalf("%q is written as %q: %v", data, WriteLine(r), err)
		}
		for i, f := range r.Fields {
			if again.Fields[i].Text != f.Text {
				t.Fatalf("%q: %+v became %+v", data, f, again.Fields[i])
			}
		}
	})
}

// TestNotesComeByTheDayOfTheirFiles holds that the notes of several people come in one order of days, and copies after their file.
func TestNotesComeByTheDayOfTheirFiles(t *testing.T) {
	tree := fstest.MapFS{}
	for _, file := range []string{
		"Notes/Ana/2026-11-20 Ana.md", "Notes/Ana/2026-11-20 Ana (copy).md", "Notes/Ana/2026-11-22 Ana.md", "Notes/Ben/2026-11-21 Ben.md",
		"Notes/Ben/2026-11-20 Ben.md", "Notes/by hand.md", "Notes/2026-99-99.md",
	} {
		tree[file] = &fstest.MapFile{Data: []byte("---\nperson: Ana\ndate: 2026-11-20\n---\nx\n")}
	}
	var got order
	if err := ReadTable(tree, Notes, &got); err != nil {
		t.Fatal(err)
	}
	want := order{
		"Notes/2026-99-99.md", "Notes/by hand.md", "Notes/Ana/2026-11-20 Ana.md", "Notes/Ana/2026-11-20 Ana (copy).md",
		"Notes/Ben/2026-11-20 Ben.md", "Notes/Ben/2026-11-21 Ben.md", "Notes/Ana/2026-11-22 Ana.md",
	}
	if !slices.Equal(got, want) {
		t.Errorf("they come as %q, want %q", got, want)
	}
}

// order is a taker of the names of files.
type order []string

func (o *order) Row(r *Row) error          { *o = append(*o, r.File); return nil }
func (o *order) Skip(file, _ string) error { *o = append(*o, file); return nil }
