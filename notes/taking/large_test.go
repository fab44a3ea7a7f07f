package taking

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"handback/notes"
	"handback/notes/incoming"
	"handback/notes/incoming/csvfile"
	"handback/notes/incoming/googledocs"
	"handback/notes/incoming/joplin"
	"handback/notes/incoming/logseq"
	"handback/notes/incoming/markdown"
	"handback/notes/incoming/notion"
	"handback/notes/incoming/obsidian"
	"handback/notes/incoming/plaintext"
	"handback/notes/incoming/rednotebook"
	"handback/notes/incoming/word"
)

// source is one that is read.
type source struct {
	format incoming.Format
	tree   fs.FS
}

// large make sources of one file of so many bytes each, or of so many files.
func large(size, files int) map[string]func() source {
	const id = "1a2b3c4d5e6f70819aabbccddeeff001"
	day := func(i int) notes.Date { return notes.Date("2001-01-01").AddDays(i % 9000) }
	fill := func(head, one string) []byte { // {D} is a day, {N} a number
		b := []byte(head)
		for i := 0; len(b) < size; i++ {
			b = append(b, strings.NewReplacer("{D}", string(day(i)), "{N}", strconv.Itoa(i)).Replace(one)...)
		}
		return b
	}
	of := func(f incoming.Format, name, head, one string) func() source {
		return func() source { return source{f, fstest.MapFS{name: {Data: fill(head, one)}}} }
	}
	in := func(f incoming.Format, marker, name, head, one string) func() source {
		return func() source {
			return source{f, fstest.MapFS{marker: {Data: []byte("{}")}, name: {Data: fill(head, one)}}}
		}
	}
	many := func(f incoming.Format, marker string) func() source {
		return func() source {
			tree := fstest.MapFS{marker: {Data: []byte("{}")}}
			for i := range files {
				tree[fmt.Sprintf("Ana Ruiz/%d/%s %d.md", i%100, day(i), i)] = &fstest.MapFile{Data: []byte("talked\n- [ ] a thing\n")}
			}
			return source{f, tree}
		}
	}
	const dated = "# {D}\ntalked about {N}\n- [ ] a thing\n\n"
	all := map[string]func() source{
		"markdown":        of(markdown.Format, "Ana Ruiz.md", "", dated),
		"markdown, a day": of(markdown.Format, "Ana Ruiz.md", "# 2024-01-02\n", "- [ ] line {N}\n"),
		"obsidian":        in(obsidian.Format, ".obsidian/app.json", "Ana Ruiz.md", "", dated),
		"obsidian, linked": in(obsidian.Format, ".obsidian/app.json", "Ana Ruiz.md", "",
			"## {D}\nwith [[Ben Okoro|Ben]], ![[board.png]] #work/plan\n- [ ] a thing {N} 📅 {D}\n> [!note] x\n\n"),
		"plain text": of(plaintext.Format, "Ana Ruiz.txt", "", "{D}\ntalked about {N}\n\n"),
		"csv":        of(csvfile.Format, "a.csv", "person,date,text\n", "Ana Ruiz,{D},talked about {N}\n"),
		"logseq":     in(logseq.Format, "logseq/config.edn", "pages/Ana Ruiz.md", "", "- [[{D}]]\n\t- TODO a thing {N}\n"),
		"rednotebook": func() source {
			var b []byte
			for i := 1; i <= 28; i++ {
				b = append(fmt.Appendf(b, "%d:\n  text: |\n", i), strings.Repeat("    talked about it\n", size/28/20)...)
			}
			return source{rednotebook.Format, fstest.MapFS{"2024-01.txt": {Data: b}}}
		},
		"joplin": of(joplin.Format, "Ana Ruiz.md",
			"---\ntitle: Ana Ruiz\ncreated: 2024-01-02 10:00:00Z\nupdated: 2024-01-02 10:00:00Z\n---\n\n", dated),
		"joplin, jex": func() source {
			return source{joplin.Format, jex(append(fill("Ana Ruiz\n\n", dated), "\n\nid: "+id+"\ntype_: 1"...))}
		},
		"notion":          of(notion.Format, "Ana Ruiz "+id+".md", "", dated),
		"notion, a table": of(notion.Format, "Talks "+id+".csv", "Name,Person,Date,Notes\n", "Talk {N},Ana Ruiz,{D},went well\n"),
		"google docs":     of(googledocs.Format, "Ana Ruiz.md", "", "## **{D}**\n\ntalked about it\\#{N}\n\n"),
		"word": func() source {
			const one = `<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>{D}</w:t></w:r></w:p><w:p><w:r><w:t>talked about {N}</w:t></w:r></w:p>`
			return source{word.Format, fstest.MapFS{"Ana Ruiz.docx": {Data: docx(fill("", one))}}}
		},
	}
	if files > 0 {
		all["obsidian, many files"] = many(obsidian.Format, ".obsidian/app.json")
		all["markdown, many files"] = many(markdown.Format, "readme.text")
	}
	return all
}

// docx is a document of Word of paragraphs.
func docx(paragraphs []byte) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("word/document.xml")
	if err == nil {
		_, err = w.Write([]byte(`<w:document xmlns:w="x"><w:body>` + string(paragraphs) + `</w:body></w:document>`))
	}
	if err = errors.Join(err, z.Close()); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// jex is an export of Joplin of one note.
func jex(note []byte) fs.FS {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	err := w.WriteHeader(&tar.Header{Name: "1a2b3c4d5e6f70819aabbccddeeff001.md", Size: int64(len(note)), Mode: 0o600})
	if err == nil {
		_, err = w.Write(note)
	}
	tree, failed := incoming.Open("all.jex", bytes.NewReader(b.Bytes()), int64(b.Len()), time.Time{})
	if err = errors.Join(err, failed); err != nil {
		panic(err)
	}
	return tree
}

// TestCancelIsAskedWithinOneFile stops a reader that says nothing at all, as one does in the midst of a large file, and holds that what
// it reads and says afterwards comes to nobody.
func TestCancelIsAskedWithinOneFile(t *testing.T) {
	goesOn, ended := make(chan struct{}), make(chan error, 1)
	tree := fstest.MapFS{"a.md": {Data: []byte("hello")}}
	silent := incoming.Format{Name: "Silent", Notes: func(tree fs.FS, _ incoming.Options, take incoming.Taker) error {
		open, err := tree.Open("a.md")
		if err != nil {
			return err
		}
		<-goesOn
		_, read := open.Read(make([]byte, 1))
		_, again := tree.Open("a.md")
		ended <- errors.Join(read, again, take.Note(incoming.Note{Origin: "late"}))
		return nil
	}}
	stopped := errors.New("stopped")
	asked := 0
	_, err := Look(silent, notes.Source{Tree: tree, Name: "x", Folder: true}, incoming.Options{Today: "2026-11-23"}, team, func(int, int) error {
		if asked++; asked == 3 {
			return stopped
		}
		return nil
	})
	if !errors.Is(err, stopped) {
		t.Fatalf("asked %d times, it says %v", asked, err)
	}
	close(goesOn)
	if err := <-ended; strings.Count(err.Error(), errOver.Error()) != 3 {
		t.Errorf("it went on: %v", err)
	}
}

// TestLargeSources reads a file of 50 MB, and 100,000 files, with each reader. It says how long that takes, what memory, and how
// long nobody could have stopped it: HANDBACK_LARGE=50 go test -run LargeSources -v ./notes/taking
func TestLargeSources(t *testing.T) {
	if os.Getenv("HANDBACK_LARGE") == "" {
		t.Skip("it takes minutes: set HANDBACK_LARGE")
	}
	size, err := strconv.Atoi(os.Getenv("HANDBACK_LARGE")) // in MB; 50 where it says something else
	if err != nil || size < 2 {
		size = 50
	}
	for name, made := range large(size<<20, size*2000) {
		t.Run(name, func(t *testing.T) {
			s := made()
			debug.FreeOSMemory()
			var before, m runtime.MemStats
			runtime.ReadMemStats(&before)
			began := time.Now() //nolint:forbidigo // that is what is measured
			last, gap, heap := began, time.Duration(0), uint64(0)
			asked := func(int, int) error {
				now := time.Now() //nolint:forbidigo // that is what is measured
				if now.Sub(last) > askEach/2 {
					runtime.ReadMemStats(&m)
					heap = max(heap, m.HeapAlloc)
				}
				gap, last = max(gap, now.Sub(last)), now
				return nil
			}
			src := notes.Source{Tree: s.tree, Name: "x", Folder: true}
			if _, err := Open(src, asked); err != nil {
				t.Fatal(err)
			}
			opened := time.Since(began) //nolint:forbidigo // that is what is measured
			p, err := Look(s.format, src, incoming.Options{Today: "2026-11-23"}, team, asked)
			if err != nil {
				t.Fatal(err)
			}
			took := time.Since(began) //nolint:forbidigo // that is what is measured
			t.Logf("%d notes in %.1f s, of which known in %.1f s; up to %.2f s without being asked; %d MB of memory besides the file",
				p.Notes, took.Seconds(), opened.Seconds(), gap.Seconds(), (heap-min(heap, before.HeapAlloc))>>20)
			if gap > time.Second {
				t.Errorf("nobody could stop it for %v", gap)
			}
		})
	}
}
