package storage

import (
	"testing"
	"time"

	"handback/notes"
	"handback/storage/storagetest"
)

// BenchmarkSearchMix looks for what people look for, every kind of search as often as the others, and then for each kind alone.
// At 100,000 notes half of the mix takes 0.5 ms at most and 99 of 100 take 3 ms.
func BenchmarkSearchMix(b *testing.B) {
	kinds := append([]storagetest.QueryKind{{Name: "all"}}, storagetest.QueryKinds...)
	for _, kind := range kinds {
		b.Run(kind.Name, func(b *testing.B) {
			eachSize(b, func(b *testing.B, j *Journal) {
				queries := storagetest.NewQueries(2, notes.DateOf(benchNow))
				var slowest time.Duration
				var of notes.Query
				if _, _, err := j.Search(notes.Query{Text: "warm"}); err != nil {
					b.Fatal(err)
				}
				timed(b, func(i int) error {
					_, q := queries.Next()
					if kind.Make != nil {
						q = kind.Make(queries)
						q.Newest = i%2 == 0
					}
					start := time.Now() //nolint:forbidigo // a benchmark times with the real clock
					_, _, err := j.Search(q)
					if took := time.Since(start); took > slowest { //nolint:forbidigo // as above
						slowest, of = took, q
					}
					return err
				})
				b.Logf("slowest: %+v %v", of, slowest)
			})
		})
	}
}
