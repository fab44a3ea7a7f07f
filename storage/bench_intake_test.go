package storage

import (
	"fmt"
	"testing"
	"time"

	"handback/notes"
)

// BenchmarkTakeIn brings notes in and shows them: what is brought goes in pieces, what is shown in one go.
func BenchmarkTakeIn(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for range b.N {
				b.StopTimer()
				j, _ := newJournal(b)
				ana := addPerson(b, j, "Ana Ruiz")
				b.StartTimer()
				id := must[notes.ImportID](b)(j.BeginImport("Obsidian", "Vault"))
				began := time.Now()
				for at := 0; at < n; at += 200 {
					piece := make([]notes.Brought, 0, 200)
					for i := at; i < min(n, at+200); i++ {
						piece = append(piece, notes.Brought{
							Origin: fmt.Sprint("o", i), Person: ana, Date: notes.Date("2010-01-01").AddDays(i / 20),
							Body: fmt.Sprintf("One-on-one %d\n\nWe talked about the plan and the rota of week %d.\n\ntodo: draft page %d\n"+
								"decided: take the second queue\npraise: kept calm in the outage %d\n", i, i%52, i, i),
						})
					}
					must[[]notes.Standing](b)(j.Bring(id, piece))
				}
				b.ReportMetric(time.Since(began).Seconds(), "s/bring")
				began = time.Now()
				take(b, j, id)
				b.ReportMetric(time.Since(began).Seconds(), "s/take")
			}
		})
	}
}
