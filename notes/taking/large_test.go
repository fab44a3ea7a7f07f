package taking

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"handback/notes"
	"handback/notes/incoming"
	"handback/notes/incoming/csvfile"
	"handback/notes/incoming/joplin"
	"handback/notes/incoming/logseq"
	"handback/notes/incoming/markdown"
	"handback/notes/incoming/obsidian"
	"handback/notes/incoming/plaintext"
	"handback/notes/incoming/rednotebook"
)

// large are sources of one file of so many bytes each, or of so many files.
func large(bytes, files int) map[string]struct {
	format incoming.Format
	tree   fstest.MapFS
} {
	day := func(i int) notes.Date { return notes.Date("2001-01-01").AddDays(i % 9000) }
	fill := func(one func(i int) string) []byte {
		var b strings.Builder
		for i := 0; b.Len() < bytes; i++ {
			b.WriteString(one(i))
		}
		return []byte(b.String())
	}
	many := fstest.MapFS{".obsidian/app.json": {Data: []byte("{}")}}
	for i := range files {
		many[fmt.Sprintf("Ana Ruiz/%d/%s %d.md", i%100, day(i), i)] = &fstest.MapFile{Data: []byte("talked\n- [ ] a thing\n")}
	}
	dated := func(i int) string { return fmt.Sprintf("# %s\ntalked about %d\n- [ ] a thing\n\n", day(i), i) }
	type source = struct {
		format incoming.Format
		tree   fstest.MapFS
	}
	one := func(name string, data []byte) fstest.MapFS {
		return fstest.MapFS{name: {Data: data}, "logseq/config.edn": {Data: []byte("{}")}, ".obsidian/app.json": {Data: []byte("{}")}}
	}
	all := map[string]source{
		"markdown":        {markdown.Format, one("Ana Ruiz.md", fill(dated))},
		"markdown, a day": {markdown.Format, one("Ana Ruiz.md", append([]byte("# 2024-01-02\n"), fill(func(i int) string { return fmt.Sprintln("- [ ] line", i) })...))},
		"obsidian":        {obsidian.Format, one("Ana Ruiz.md", fill(dated))},
		"plain text":      {plaintext.Format, one("Ana Ruiz.txt", fill(func(i int) string { return fmt.Sprintf("%s\ntalked about %d\n\n", day(i), i) }))},
		"csv": {csvfile.Format, one("a.csv", append([]byte("person,date,text\n"), fill(func(i int) string {
			return fmt.Sprintf("Ana Ruiz,%s,talked about %d\n", day(i), i)
		})...))},
		"logseq":      {logseq.Format, one("pages/Ana Ruiz.md", fill(func(i int) string { return fmt.Sprintf("- [[%s]]\n\t- TODO a thing %d\n", day(i), i) }))},
		"rednotebook": {rednotebook.Format, one("2024-01.txt", fill(func(i int) string { return fmt.Sprintf("%d:\n  text: talked about %d\n", 1+i%28, i) }))},
		"joplin": {joplin.Format, one("Ana Ruiz.md", append([]byte("---\ntitle: Ana Ruiz\ncreated: 2024-01-02 10:00:00Z\nupdated: 2024-01-02 10:00:00Z\n---\n\n"), fill(func(i int) string {
			return fmt.Sprintln("- [ ] line", i)
		})...))},
	}
	if files > 0 {
		all["obsidian, many files"] = source{obsidian.Format, many}
		all["markdown, many files"] = source{markdown.Format, many}
	}
	return all
}

// TestCancelIsAskedWithinOneFile reads one file of some megabytes and stops in the middle of it.
func TestCancelIsAskedWithinOneFile(t *testing.T) {
	for name, s := range large(3<<20, 0) {
		t.Run(name, func(t *testing.T) {
			stopped := errors.New("stopped")
			asked := 0
			_, err := Look(s.format, notes.Source{Tree: s.tree, Name: "x", Folder: true}, incoming.Options{Today: "2026-11-23"}, team, func(done, _ int) error {
				if asked++; done < 0 {
					return stopped
				}
				return nil
			})
			if !errors.Is(err, stopped) {
				t.Errorf("asked %d times, it says %v", asked, err)
			}
		})
	}
}

// TestLargeSources reads a file of 50 MB, and 100,000 files, with each reader. It says how long that takes, what memory, and how
// long nobody could have stopped it: HANDBACK_LARGE=1 go test -run LargeSources -v ./notes/taking
func TestLargeSources(t *testing.T) {
	if os.Getenv("HANDBACK_LARGE") == "" {
		t.Skip("it takes minutes: set HANDBACK_LARGE")
	}
	for name, s := range large(50<<20, 100_000) {
		t.Run(name, func(t *testing.T) {
			debug.FreeOSMemory()
			var before, m runtime.MemStats
			runtime.ReadMemStats(&before)
			began := time.Now() //nolint:forbidigo // that is what is measured
			last, gap, heap := began, time.Duration(0), uint64(0)
			p, err := Look(s.format, notes.Source{Tree: s.tree, Name: "x", Folder: true}, incoming.Options{Today: "2026-11-23"}, team, func(int, int) error {
				now := time.Now() //nolint:forbidigo // that is what is measured
				gap, last = max(gap, now.Sub(last)), now
				return nil
			})
			runtime.ReadMemStats(&m)
			heap = m.Sys - before.Sys
			if err != nil {
				t.Fatal(err)
			}
			took := time.Since(began) //nolint:forbidigo // that is what is measured
			t.Logf("%d notes in %.1f s, up to %.2f s without being asked, %d MB more of memory", p.Notes, took.Seconds(), gap.Seconds(), heap>>20)
			if gap > 2*time.Second {
				t.Errorf("nobody could stop it for %v", gap)
			}
		})
	}
}
