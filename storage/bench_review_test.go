package storage

import (
	"testing"

	"handback/notes"
	"handback/notes/review"
)

// BenchmarkReviewOfAYear reads a year of one person, and makes the pack of it: 150 ms at most at 100,000 notes.
func BenchmarkReviewOfAYear(b *testing.B) {
	eachSize(b, func(b *testing.B, j *Journal) {
		today := notes.DateOf(benchNow)
		person := firstReport(b, j)
		period := review.PeriodOf(review.Since, today.AddDays(-365), "", today)
		lines := 0
		timed(b, func(int) error {
			facts, err := j.Review(person, period.From, today)
			if err != nil {
				return err
			}
			lines = review.Show(facts, period, today).Lines
			return nil
		})
		b.ReportMetric(float64(lines), "lines")
	})
}

// BenchmarkAllThatIsHeld reads a year of notes of one person as they would read it.
func BenchmarkAllThatIsHeld(b *testing.B) {
	eachSize(b, func(b *testing.B, j *Journal) {
		today, person := notes.DateOf(benchNow), firstReport(b, j)
		people, err := j.People()
		if err != nil {
			b.Fatal(err)
		}
		names, lines := notes.NewNames(people), 0
		timed(b, func(int) error {
			held, err := j.Disclosed(person, today.AddDays(-365), today)
			lines = len(review.ShowHeld(review.HeldFacts{
				Person: people[1], Today: today, Disclosed: held,
				Context: func(p notes.PersonID, d notes.Date) notes.Context {
					return notes.Context{Date: d, Person: p, Me: people[0].ID, Names: names}
				},
			}).Lines)
			return err
		})
		b.ReportMetric(float64(lines), "lines")
	})
}
