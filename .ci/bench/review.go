package main

import (
	"fmt"
	"time"

	"handback/notes"
	"handback/notes/review"
)

// measureReviews makes the pack of the last year of each person in turn: what storage reads, and what the screen shows of it.
func measureReviews(j journal, reports []notes.PersonID, today notes.Date, n int) (times, error) {
	var all times
	period := review.PeriodOf(review.Since, today.AddDays(-365), "", today)
	for i := range n {
		start := time.Now()
		facts, err := j.Review(reports[i%len(reports)], period.From, today)
		if err != nil {
			return nil, err
		}
		pack := review.Show(facts, period, today)
		all = append(all, time.Since(start))
		if pack.Lines == 0 {
			return nil, fmt.Errorf("the year of person %d is empty", reports[i%len(reports)])
		}
	}
	return all, nil
}
