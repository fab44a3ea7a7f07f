package backups

import (
	"time"

	"handback/notes"
)

// How many backups are kept: the last one of so many hours, of so many days, and of so many months in which one was made.
const (
	Hours  = 24
	Days   = 14
	Months = 12
)

// Keep reports which of the backups are kept, that were made at these moments in this order. Nothing is compared with a clock: of
// the newest hours, days and months in which any was made the last is kept, so that a clock that jumps ahead and back costs no
// more than the places that it took. The newest always stays.
func Keep(made []time.Time, zone *time.Location) []bool {
	keep := make([]bool, len(made))
	spans := []struct {
		most int
		of   func(time.Time) int64
	}{
		{Hours, func(t time.Time) int64 { return t.Unix() / int64(time.Hour/time.Second) }}, // of UTC: where clocks go back there are two
		{Days, func(t time.Time) int64 { y, m, d := t.In(zone).Date(); return int64(y*10000 + int(m)*100 + d) }},
		{Months, func(t time.Time) int64 { y, m, _ := t.In(zone).Date(); return int64(y*100 + int(m)) }},
	}
	for _, span := range spans {
		seen := map[int64]bool{}
		for i := len(made) - 1; i >= 0 && len(seen) < span.most; i-- {
			if of := span.of(made[i]); !seen[of] {
				seen[of] = true
				keep[i] = true
			}
		}
	}
	return keep
}

// ByHand is how many of those that the manager asked for are kept beside these.
const ByHand = 12

// KeepByHand keeps the newest of those that the manager asked for too, whatever was made in the same hour.
func KeepByHand(keep, byHand []bool) []bool {
	keep = append([]bool(nil), keep...)
	for i, n := len(keep)-1, 0; i >= 0 && n < ByHand; i-- {
		if byHand[i] {
			keep[i] = true
			n++
		}
	}
	return keep
}

// Fit lets go of the oldest ones that are kept until all take no more than most bytes. The newest always stays.
func Fit(sizes []int64, keep []bool, most int64) []bool {
	fits := append([]bool(nil), keep...)
	total := int64(0)
	for i, size := range sizes {
		if fits[i] {
			total += size
		}
	}
	for i := 0; i < len(sizes)-1 && total > most; i++ {
		if fits[i] {
			fits[i] = false
			total -= sizes[i]
		}
	}
	return fits
}

// Every is how long after a backup the next one may be made.
const Every = time.Hour

// Due is how long to wait for the next backup, 0 for not at all. A clock that was set back waits for nothing.
func Due(last, now time.Time) time.Duration {
	if last.IsZero() || now.Before(last) {
		return 0
	}
	return max(0, last.Add(Every).Sub(now))
}

// Oldest is the day of the oldest backup, "" where there is none.
func Oldest(all []Backup, zone *time.Location) notes.Date {
	oldest := notes.Date("")
	for _, b := range all {
		if day := notes.DateOf(b.Made.In(zone)); oldest == "" || day < oldest {
			oldest = day
		}
	}
	return oldest
}
