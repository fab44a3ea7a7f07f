package storage

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"handback/notes"
)

// BenchmarkSaveBesideABackup saves a note again and again, first with nothing beside it and then while a backup is made; how long the
// backup takes is told too.
func BenchmarkSaveBesideABackup(b *testing.B) {
	for _, n := range benchSizes {
		b.Run(fmt.Sprintf("notes=%d", n), func(b *testing.B) {
			j := filledJournal(b, n)
			heads, err := j.NotesOf(2, 1)
			if err != nil || len(heads) == 0 {
				b.Fatal(err)
			}
			note, err := j.Note(heads[0].ID)
			if err != nil {
				b.Fatal(err)
			}
			s := &saver{b: b, j: j, note: note}
			alone := s.saves(func(done int) bool { return done < 300 })
			ended := make(chan time.Duration, 1)
			go func() {
				start := time.Now() //nolint:forbidigo // how long it takes is what is measured
				_, err := j.BackUp(context.Background())
				if err != nil {
					b.Error(err)
				}
				ended <- time.Since(start) //nolint:forbidigo // as above
			}()
			var took time.Duration
			beside := s.saves(func(int) bool {
				select {
				case took = <-ended:
					return false
				default:
					return true
				}
			})
			b.ReportMetric(took.Seconds()*1000, "ms/backup")
			for name, times := range map[string][]time.Duration{"alone": alone, "beside": beside} {
				b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, name+"-p50-ms")
				b.ReportMetric(float64(times[len(times)*99/100].Microseconds())/1000, name+"-p99-ms")
			}
			b.ReportMetric(float64(len(beside)), "saves-beside")
		})
	}
}

// saver saves a note as somebody does who writes.
type saver struct {
	b    *testing.B
	j    *Journal
	note notes.Note
	n    int
}

// saves saves as long as more wants it, and returns how long each save took, the shortest first.
func (s *saver) saves(more func(done int) bool) (times []time.Duration) {
	s.b.Helper()
	for more(len(times)) {
		s.n++
		start := time.Now() //nolint:forbidigo // how long it takes is what is measured
		rev, err := s.j.SaveBody(s.note.ID, s.note.Rev, fmt.Sprintf("%s\ntodo: number %d", s.note.Body, s.n))
		times = append(times, time.Since(start)) //nolint:forbidigo // as above
		if err != nil {
			s.b.Fatal(err)
		}
		s.note.Rev = rev
	}
	slices.Sort(times)
	return times
}
