package storage

import (
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"handback/notes"
	"handback/storage/storagetest"
)

// benchNow is the day on which the journals of the benchmarks end.
var benchNow = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

var benchSizes = []int{1_000, 10_000, 100_000}

var filled sync.Map // path of the journal of a size, made once in a run

// filledJournal opens a copy of a journal of n notes.
func filledJournal(b *testing.B, n int) *Journal {
	b.Helper()
	path, ok := filled.Load(n)
	if !ok {
		path = fillJournal(b, n)
		filled.Store(n, path)
	}
	copied := filepath.Join(b.TempDir(), FileName)
	if err := copyFile(path.(string), copied); err != nil {
		b.Fatal(err)
	}
	opt := optionsOf(b, func() time.Time { return benchNow })
	if *protectedFlag {
		must[[]string](b)(Protect(copied, opt.Key, quickKey(opt.Key), opt.Now, nil))
	}
	j, err := Open(copied, opt)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = j.Close() })
	return j
}

// fillJournal makes a journal of n notes in the system's temporary folder, or takes the one that a run before left.
func fillJournal(b *testing.B, n int) string {
	b.Helper()
	made := filepath.Join(os.TempDir(), fmt.Sprintf("handback-bench-%d-%s.db", n, benchVersion))
	if exists(made) {
		return made
	}
	fresh := filepath.Join(b.TempDir(), "fresh.db")
	j, err := Open(fresh, Options{Now: func() time.Time { return benchNow }, Create: true})
	if err != nil {
		b.Fatal(err)
	}
	text, err := storagetest.Fill(j, n, notes.DateOf(benchNow))
	if err != nil {
		b.Fatal(err)
	}
	if err := j.Idle(); err != nil {
		b.Fatal(err)
	}
	if err := j.Close(); err != nil {
		b.Fatal(err)
	}
	st, err := os.Stat(fresh)
	if err != nil {
		b.Fatal(err)
	}
	b.Logf("%d notes: text %.1f MB, file %.1f MB, %.2f of it", n, float64(text)/1e6, float64(st.Size())/1e6, float64(st.Size())/float64(text))
	if err := copyFile(fresh, made); err != nil {
		b.Fatal(err)
	}
	return made
}

// benchVersion changes with what a filled journal is made of.
const benchVersion = "12"

// report says what half and what 99 of 100 took at most.
func reportTimes(b *testing.B, all []time.Duration) {
	slices.Sort(all)
	b.ReportMetric(float64(all[len(all)/2])/1e6, "p50-ms")
	b.ReportMetric(float64(all[len(all)*99/100])/1e6, "p99-ms")
	b.ReportMetric(float64(all[len(all)-1])/1e6, "max-ms")
}

func eachSize(b *testing.B, run func(b *testing.B, j *Journal)) {
	for _, n := range benchSizes {
		b.Run(fmt.Sprintf("%d", n), func(b *testing.B) {
			j := filledJournal(b, n)
			b.ResetTimer()
			run(b, j)
		})
	}
}

// timed runs do b.N times and reports percentiles.
func timed(b *testing.B, do func(i int) error) {
	all := make([]time.Duration, 0, b.N)
	for i := 0; i < b.N; i++ {
		start := time.Now() //nolint:forbidigo // a benchmark times with the real clock
		if err := do(i); err != nil {
			b.Fatal(err)
		}
		all = append(all, time.Since(start)) //nolint:forbidigo // as above
	}
	b.StopTimer()
	reportTimes(b, all)
}

func firstReport(b *testing.B, j *Journal) notes.PersonID {
	people, err := j.People()
	if err != nil {
		b.Fatal(err)
	}
	for _, p := range people {
		if p.Kind == notes.KindReport {
			return p.ID
		}
	}
	b.Fatal("no report")
	return 0
}

// BenchmarkSave types into a note of 2 KB and saves it, with the work of a quiet moment after every fifty saves.
func BenchmarkSave(b *testing.B) {
	eachSize(b, func(b *testing.B, j *Journal) {
		w := storagetest.NewWriter(4)
		done, err := j.Apply(notes.Change{Rows: []notes.Row{notes.NewNote{
			Person: firstReport(b, j), Kind: notes.HeldNote, Date: notes.DateOf(benchNow), Body: w.Note(false),
		}}})
		if err != nil {
			b.Fatal(err)
		}
		n, err := j.Note(done.Made[0])
		if err != nil {
			b.Fatal(err)
		}
		all := make([]time.Duration, 0, b.N)
		for i := range b.N {
			n.Body += " " + w.Word()
			if i%12 == 11 { // a new line, and the text stays near its size
				n.Body = n.Body[strings.IndexByte(n.Body, '\n')+1:] + "\ntodo me: " + w.Sentence(3)
			}
			start := time.Now() //nolint:forbidigo // a benchmark times with the real clock
			if n.Rev, err = j.SaveBody(n.ID, n.Rev, n.Body); err != nil {
				b.Fatal(err)
			}
			all = append(all, time.Since(start)) //nolint:forbidigo // as above
			if i%50 == 49 {
				b.StopTimer()
				if err := j.Idle(); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
		}
		b.StopTimer()
		reportTimes(b, all)
	})
}

func BenchmarkFacts(b *testing.B) {
	eachSize(b, func(b *testing.B, j *Journal) {
		id := firstReport(b, j)
		timed(b, func(i int) error { _, err := j.Facts(id+notes.PersonID(i%12), benchNow); return err })
	})
}

func BenchmarkPromptFacts(b *testing.B) {
	eachSize(b, func(b *testing.B, j *Journal) {
		id := firstReport(b, j)
		timed(b, func(i int) error { _, err := j.PromptFacts(id+notes.PersonID(i%12), benchNow); return err })
	})
}

func BenchmarkRoster(b *testing.B) {
	eachSize(b, func(b *testing.B, j *Journal) {
		timed(b, func(int) error { _, err := j.Roster(benchNow); return err })
	})
}

func BenchmarkNotesOf(b *testing.B) {
	eachSize(b, func(b *testing.B, j *Journal) {
		id := firstReport(b, j)
		timed(b, func(i int) error { _, err := j.NotesOf(id+notes.PersonID(i%12), 61); return err })
	})
}

func BenchmarkTargets(b *testing.B) {
	eachSize(b, func(b *testing.B, j *Journal) {
		timed(b, func(int) error { _, err := j.Targets(); return err })
	})
}

func BenchmarkOpen(b *testing.B) {
	eachSize(b, func(b *testing.B, j *Journal) {
		path := j.Path()
		if err := j.Close(); err != nil {
			b.Fatal(err)
		}
		timed(b, func(int) error {
			j, err := Open(path, Options{Now: func() time.Time { return benchNow }})
			if err != nil {
				return err
			}
			return j.Close()
		})
	})
}

// BenchmarkSearch looks for words of every frequency and for their beginnings.
func BenchmarkSearch(b *testing.B) {
	for _, kind := range []struct {
		name  string
		query func(w *storagetest.Writer, r *rand.Rand) notes.Query
	}{
		{"newest", func(w *storagetest.Writer, r *rand.Rand) notes.Query {
			return notes.Query{Text: anyText(w, r), Newest: true}
		}},
		{"best", func(w *storagetest.Writer, r *rand.Rand) notes.Query { return notes.Query{Text: anyText(w, r)} }},
		{"page newest", func(w *storagetest.Writer, r *rand.Rand) notes.Query { // what the window asks for at first
			return notes.Query{Text: anyText(w, r), Newest: true, Limit: 10}
		}},
		{"page best", func(w *storagetest.Writer, r *rand.Rand) notes.Query {
			return notes.Query{Text: anyText(w, r), Limit: 10}
		}},
		{"phrase", func(w *storagetest.Writer, r *rand.Rand) notes.Query {
			return notes.Query{Text: `"` + w.Word() + " " + anyText(w, r), Newest: true, Limit: 10}
		}},
		{"two words", func(w *storagetest.Writer, r *rand.Rand) notes.Query {
			return notes.Query{Text: w.Word() + " " + anyText(w, r), Newest: true}
		}},
		{"person", func(w *storagetest.Writer, r *rand.Rand) notes.Query {
			return notes.Query{Text: anyText(w, r), Person: notes.PersonID(2 + r.Intn(12)), Newest: true}
		}},
		{"shared", func(w *storagetest.Writer, r *rand.Rand) notes.Query {
			return notes.Query{Text: anyText(w, r), Person: notes.PersonID(2 + r.Intn(12)), Shared: true, Newest: true}
		}},
		{"label", func(w *storagetest.Writer, r *rand.Rand) notes.Query {
			return notes.Query{Text: anyText(w, r), Label: notes.Praise, Newest: true}
		}},
	} {
		b.Run(kind.name, func(b *testing.B) {
			eachSize(b, func(b *testing.B, j *Journal) {
				w, r := storagetest.NewWriter(1), rand.New(rand.NewSource(2))
				slowest, text := time.Duration(0), ""
				timed(b, func(int) error {
					q := kind.query(w, r)
					start := time.Now() //nolint:forbidigo // a benchmark times with the real clock
					_, _, err := j.Search(q)
					if took := time.Since(start); took > slowest { //nolint:forbidigo // as above
						slowest, text = took, q.Text
					}
					return err
				})
				b.Logf("slowest: %q %v", text, slowest)
			})
		})
	}
}

func anyText(w *storagetest.Writer, r *rand.Rand) string {
	text := w.Words[r.Intn(len(w.Words))]
	switch r.Intn(3) {
	case 0:
		return w.Word()
	case 1:
		return text[:1+r.Intn(len(text))]
	}
	return text
}
