package logseq_test

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"handback/notes/incoming"
	"handback/notes/incoming/incomingtest"
	"handback/notes/incoming/logseq"
)

func TestGraph(t *testing.T) {
	tree := os.DirFS("testdata/graph")
	if sure, err := logseq.Format.Reads(tree); sure != 100 || err != nil {
		t.Errorf("%d, %v", sure, err)
	}
	got := incomingtest.Read(t, logseq.Format, tree, incoming.Options{})
	incomingtest.Kept(t, "testdata/graph.txt", got)
	sources := sourcesOf(t, tree)
	if lost := incomingtest.Lost(got, sources, known); len(lost) > 0 {
		t.Errorf("lost: %q", lost)
	}
	if unsaid := incomingtest.Unsaid(got, sources, task); len(unsaid) > 0 {
		t.Errorf("nobody said %q", unsaid)
	}
	if bared := incomingtest.Bared(got, sources); len(bared) > 0 {
		t.Errorf("bared %q", bared)
	}
}

func sourcesOf(t *testing.T, tree fs.FS) map[string]string {
	t.Helper()
	sources := map[string]string{}
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasPrefix(name, "pages") || strings.HasPrefix(name, "journals/") {
			b, err := fs.ReadFile(tree, name)
			sources[name] = string(b)
			return err
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	delete(sources, "pages")
	delete(sources, "journals")
	return sources
}

var marks = regexp.MustCompile(`^\s*(?:[-*]+\s+)?(#+\s+)?(TODO|DOING|NOW|LATER|DONE|WAITING|WAIT|IN-PROGRESS|STARTED|CANCELED|CANCELLED)\s`)

func task(line string) bool { return marks.MatchString(line) }

// known are the words of Logseq's own that may go, and those of a date that is read.
func known(word string) bool {
	return regexp.MustCompile(`^(TODO|DOING|NOW|LATER|DONE|WAIT|IN|PROGRESS|STARTED|CANCELE?D|CANCELLED|WAITING|SCHEDULED|DEADLINE|CLOSED|A|Fri|Mon|Wed|Nov|13th|2026|11|12|06|09|30|10|00|BEGIN|END|SRC|TITLE|PROPERTIES|sh|X|1w)$`).MatchString(word)
}

func TestBlocks(t *testing.T) {
	for _, c := range []struct{ name, from, want string }{
		{"a task", "- TODO Send it", "- [ ] Send it"},
		{"a task as a heading", "- ## TODO Send it", "- [ ] Send it"},
		{"done", "- DONE Send it", "- [x] Send it"},
		{"due", "- LATER Send it\n  DEADLINE: <2026-11-27 Fri>", "- [ ] Send it by 2026-11-27"},
		{"scheduled", "- NOW Send it\n  SCHEDULED: <2026-11-27 Fri 10:00>", "- [ ] Send it by 2026-11-27\n~ SCHEDULED: <2026-11-27 Fri 10:00>"},
		{"both", "- TODO Send it\n  SCHEDULED: <2026-11-27 Fri>\n  DEADLINE: <2026-12-01 Tue>", "- [ ] Send it by 2026-12-01\n~ SCHEDULED: 2026-11-27"},
		{"a day that isn't", "- TODO Send it\n  DEADLINE: <2026-02-30 Mon>", "- [ ] Send it\n~ DEADLINE: <2026-02-30 Mon>"},
		{"a date of its own besides", "- TODO Send it by Friday\n  DEADLINE: <2026-11-27 Fri>", "- [ ] Send it by Friday by 2026-11-27"},
		{"TODO inside a sentence", "- the TODO list", "- the TODO list"},
		{"a word that begins so", "- TODOs for us", "- TODOs for us"},
		{"given up", "- CANCELED Move it", "- Move it (cancelled)"},
		{"a property that reads as a label", "- Growth\n  topic:: him", "- Growth\n  topic:: him"},
		{"a link that would read as a label", "- [[todo]]: buy milk", "\\- todo: buy milk"},
		{"a link", "- met [[Ana Lima]] #[[big plans]] #okapi", "- met Ana Lima #big-plans #okapi"},
		{"two levels", "- a\n\t- b\n\t  more\n\t\t- c", "- a\n    - b\n      more\n        - c"},
		{"spaces for tabs", "- a\n  - b\n    - c", "- a\n  - b\n    - c"},
		{"code", "- ```\n  - todo: x\n  ```\n- after", "- ```\n  - todo: x\n  ```\n- after"},
		{"a fence that nothing closes", "- ```\n- todo: x", "- ```\n- todo: x"},
		{"private, and what is below", "- private\n\t- TODO x\n- y", "- private\n    - TODO x\n- y"},
		{"a private task that was given up", "- CANCELED private: x", "- private: x (cancelled)"},
		{"text before the first bullet", "hello\n- a", "hello\n- a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := incomingtest.Read(t, logseq.Format, fstest.MapFS{"journals/2026_11_27.md": {Data: []byte(c.from)}}, incoming.Options{})
			said := ""
			for _, n := range got.Notes {
				said += n.Body
				for _, l := range n.Loose {
					said += "\n~ " + l
				}
			}
			if said != c.want {
				t.Errorf("%q, want %q", said, c.want)
			}
		})
	}
}

func TestAPrivateBlockIsNoHeading(t *testing.T) {
	tree := fstest.MapFS{"logseq/config.edn": {}, "pages/Ana Lima.md": {Data: []byte("- private 2026-11-13\n\t- she thinks of leaving\n")}}
	got := incomingtest.Read(t, logseq.Format, tree, incoming.Options{})
	if len(got.Notes) != 1 || got.Notes[0].Body != "- private 2026-11-13\n    - she thinks of leaving" {
		t.Errorf("%s", got)
	}
}

func TestWhoseBlock(t *testing.T) {
	for line, want := range map[string]string{
		"- [[Ana Lima]]":                                "Ana Lima",
		"- ## [[@Ana Lima]]":                            "Ana Lima",
		"- [[People/Ana Lima]] 1:1":                     "Ana Lima",
		"- [[1:1]] with [[Ana Lima]]":                   "Ana Lima",
		"- 1-1 Ana":                                     "Ana",
		"- [[Ana]] and [[Ben]] 1:1":                     "",
		"- [[Ana]]: short call, all fine, she is happy": "",
		"- TODO [[Ana]]":                                "",
		"- [[okapi]]":                                   "",
		"- talked to nobody":                            "",
	} {
		t.Run(line, func(t *testing.T) {
			tree := fstest.MapFS{"journals/2026_11_27.md": {Data: []byte(line + "\n\t- more\n")}}
			got := incomingtest.Read(t, logseq.Format, tree, incoming.Options{})
			if len(got.Notes) != 1 || got.Notes[0].Person != want || got.Notes[0].Date != "2026-11-27" {
				t.Errorf("%s", got)
			}
		})
	}
}

func TestWhereAGraphIs(t *testing.T) {
	for _, c := range []struct {
		name string
		file string
		sure int
	}{
		{"by its settings", "logseq/config.edn", 100},
		{"in a folder", "mine/logseq/config.edn", 100},
		{"by its journals", "journals/2026_11_27.md", 85},
		{"by journals with dashes", "mine/journals/2026-11-27.md", 85},
		{"not by anything called so", "journals/ana.md", 0},
		{"nothing of it", "ana.md", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if sure, err := logseq.Format.Reads(fstest.MapFS{c.file: {}}); sure != c.sure || err != nil {
				t.Errorf("%d, %v", sure, err)
			}
		})
	}
}

func TestDaysAsTheSettingsNameThem(t *testing.T) {
	for _, c := range []struct{ name, config, file, text, want string }{
		{"as it is at first", "", "journals/2026_12_04.md", "- a", "2026-12-04"},
		{"the day first", `{:journal/file-name-format "dd_MM_yyyy"}`, "journals/04_12_2026.md", "- a", "2026-12-04"},
		{"the month first", `{:journal/file-name-format "MM-dd-yyyy"}`, "journals/04-12-2026.md", "- a", "2026-04-12"},
		{"without marks", `{:journal/file-name-format "yyyyMMdd"}`, "journals/20261204.md", "- a", "2026-12-04"},
		{"only an example", `{} ;; {:journal/file-name-format "dd_MM_yyyy"}`, "journals/04_12_2026.md", "- a", ""},
		{"in a link", `{:journal/page-title-format "dd-MM-yyyy"}`, "pages/Ana Lima.md", "- [[04-12-2026]]\n\t- a", "2026-12-04"},
		{"in a folder of its own", `{:journals-directory "days"}`, "days/2026_12_04.md", "- a", "2026-12-04"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tree := fstest.MapFS{"logseq/config.edn": {Data: []byte(c.config)}, c.file: {Data: []byte(c.text)}}
			got := incomingtest.Read(t, logseq.Format, tree, incoming.Options{})
			if len(got.Notes) != 1 || string(got.Notes[0].Date) != c.want {
				t.Errorf("%s, want %q", got, c.want)
			}
		})
	}
}

// TestNothingIsLostOrMadeUp reads random pages of Logseq's shapes.
func TestNothingIsLostOrMadeUp(t *testing.T) {
	line := rapid.Custom(func(t *rapid.T) string {
		indent := strings.Repeat("\t", rapid.IntRange(0, 2).Draw(t, "depth"))
		start := rapid.SampledFrom([]string{"- ", "- ", "- ", "  ", "", "- TODO ", "- DONE ", "- ## ", "  id:: ", "  todo:: ", "- [[", "- ```", "  ```", "- > ", "  DEADLINE: ", "- CANCELED ", "- private "}).Draw(t, "start")
		return indent + start + rapid.SampledFrom([]string{
			"alpha beta", "todo: gamma", "[[todo]]: delta", "Ana Lima]] 1:1", "<2026-11-27 Fri>", "private: epsilon", "[[Nov 13th, 2026]]",
			"#[[zeta eta]]", "",
			"topic:: theta", "2026-11-13 iota", "kappa by Friday", "[#B] lambda", "(done)", "we said [x] mu",
		}).Draw(t, "text")
	})
	rapid.Check(t, func(rt *rapid.T) {
		text := strings.Join(rapid.SliceOfN(line, 1, 12).Draw(rt, "lines"), "\n")
		file := rapid.SampledFrom([]string{"journals/2026_11_27.md", "pages/Ana Lima.md"}).Draw(rt, "file")
		tree := fstest.MapFS{"logseq/config.edn": {}, file: {Data: []byte(text)}}
		got := &incomingtest.Taken{}
		if err := logseq.Format.Notes(tree, incoming.Options{Today: "2026-11-27"}, got); err != nil {
			rt.Fatal(err)
		}
		sources := map[string]string{file: text}
		ok := func(w string) bool { return known(w) || w == "B" || w == "27" || w == "id" }
		if lost := incomingtest.Lost(got, sources, ok); len(lost) > 0 {
			rt.Errorf("lost %q of\n%s\n%s", lost, text, got)
		}
		if unsaid := incomingtest.Unsaid(got, sources, task); len(unsaid) > 0 {
			rt.Errorf("nobody said %q in\n%s\n%s", unsaid, text, got)
		}
		if bared := incomingtest.Bared(got, sources); len(bared) > 0 {
			rt.Errorf("bared %q of\n%s\n%s", bared, text, got)
		}
	})
}

func FuzzLogseq(f *testing.F) {
	tree := os.DirFS("testdata/graph")
	for _, name := range []string{"journals/2026_11_27.md", "journals/2026_11_26.md", "pages/Ben Okafor.md", "pages/Old.org"} {
		b, err := fs.ReadFile(tree, name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(path.Dir(name), path.Base(name), b)
	}
	f.Fuzz(func(t *testing.T, folder, name string, b []byte) {
		if !fs.ValidPath(path.Join(folder, name)) || strings.Contains(name, "/") {
			t.Skip()
		}
		tree := fstest.MapFS{"logseq/config.edn": {}, path.Join(folder, name): {Data: b}}
		incomingtest.Read(t, logseq.Format, tree, incoming.Options{})
	})
}

// TestRealPages reads pages of Logseq's own documentation, as the program wrote them; testdata/README.md says from where.
func TestRealPages(t *testing.T) {
	tree := os.DirFS("testdata/docs")
	if sure, err := logseq.Format.Reads(tree); sure == 0 || err != nil {
		t.Errorf("%d, %v", sure, err)
	}
	incomingtest.Kept(t, "testdata/docs.txt", incomingtest.Read(t, logseq.Format, tree, incoming.Options{}))
}

// TestWhatOnlyLogseqShows holds that frames are quotations, and that queries, blocks of other pages and the sizes of pictures aren't
// left in the text.
func TestWhatOnlyLogseqShows(t *testing.T) {
	for name, c := range map[string]struct{ text, body, loose string }{
		"a frame":          {"- #+BEGIN_NOTE\n  be kind\n  #+END_NOTE\n- x", "- > Note\n  > be kind\n- x", ""},
		"a quotation":      {"- she said\n  #+BEGIN_QUOTE\n  todo: x\n  #+END_QUOTE", "- she said\n  > todo: x", ""},
		"a query":          {"- x\n  #+BEGIN_QUERY\n  {:query [:find]}\n  #+END_QUERY", "- x", "A query block is left out: what it shows isn't part of the note."},
		"a block":          {"- see ((123e4567-e89b-12d3-a456-426614174000))", "- see (a block from another page)", "A block from another page: 123e4567-e89b-12d3-a456-426614174000"},
		"a picture's size": {"- ![a.png](../assets/a_1.png){:height 2, :width 4}", "- a.png (attachment: a_1.png)", "Attachment left out: a_1.png"},
		"front matter":     {"---\ntitle: Nov 20th, 2026\n---\n\n- x", "- x", "title: Nov 20th, 2026"},
		"what isn't":       {"---\nhello there\n---\n- x", "---\nhello there\n---\n- x", ""},
		"an empty heading": {"## \n- x", "- x", ""},
	} {
		t.Run(name, func(t *testing.T) {
			tree := fstest.MapFS{"logseq/config.edn": {Data: []byte("{}")}, "journals/2026_11_20.md": {Data: []byte(c.text)}}
			got := incomingtest.Read(t, logseq.Format, tree, incoming.Options{})
			if len(got.Notes) != 1 || got.Notes[0].Body != c.body || strings.Join(got.Notes[0].Loose, ";") != c.loose {
				t.Errorf("%s", got)
			}
		})
	}
}
