package lookback

import (
	"cmp"
	"slices"
	"time"

	"handback/notes"
	"handback/notes/voice"
)

// Month is a month of the stream: the entries from First on.
type Month struct {
	Title   string // "November 2026"
	Year    int
	Month   time.Month
	First   int
	Entries []Entry
}

// Months groups entries, the newest first, by their month.
func Months(entries []Entry) []Month {
	var months []Month
	for i, e := range entries {
		if last := len(months) - 1; last < 0 || e.Day[:7] != entries[i-1].Day[:7] {
			t := e.Day.Time()
			months = append(months, Month{Title: t.Format("January 2006"), Year: t.Year(), Month: t.Month(), First: i})
		}
		m := &months[len(months)-1]
		m.Entries = entries[m.First : i+1]
	}
	return months
}

// Year is how much stands in each month of a year.
type Year struct {
	Year   int
	Months [12]int
	All    int
}

// Years are the years of the entries, the newest first, those without one between them too.
func Years(entries []Entry) []Year {
	if len(entries) == 0 {
		return nil
	}
	newest, oldest := entries[0].Day.Time().Year(), entries[len(entries)-1].Day.Time().Year()
	years := make([]Year, 0, newest-oldest+1)
	for y := newest; y >= oldest; y-- {
		years = append(years, Year{Year: y})
	}
	for _, e := range entries {
		t := e.Day.Time()
		year := &years[newest-t.Year()]
		year.Months[t.Month()-1]++
		year.All++
	}
	return years
}

// FirstIn is the first of the entries, the newest first, that is of that month or older; len(entries) where none is.
func FirstIn(entries []Entry, year int, month time.Month) int {
	end, _ := notes.NewDate(year, month, 1)
	end = notes.DateOf(end.Time().AddDate(0, 1, -1))
	at, _ := slices.BinarySearchFunc(entries, end, func(e Entry, end notes.Date) int { return cmp.Compare(end, e.Day) })
	return at
}

// Anniversary is what stood on this day, or near it, some years ago.
type Anniversary struct {
	Years   int
	Title   string // "A year ago"
	Entries []Entry
}

const (
	nearDays  = 3 // how far from the day something may be to count as of it
	fewOfADay = 4 // how many lines of one year are shown
)

// OnThisDay is what stood within some days of today in the years before, the latest year first. Of a note that has lines
// of its own in the stream these are shown, and not the note; of a one-on-one that was not held nothing is.
func OnThisDay(entries []Entry, today notes.Date) []Anniversary {
	var all []Anniversary
	if len(entries) == 0 || !today.Valid() {
		return nil
	}
	oldest := entries[len(entries)-1].Day
	for years := 1; ; years++ {
		day := notes.DateOf(today.Time().AddDate(-years, 0, 0))
		if day.AddDays(nearDays) < oldest || years > 100 {
			return all
		}
		if near := nearest(entries, day); len(near) > 0 {
			all = append(all, Anniversary{Years: years, Title: sayYearsAgo(years), Entries: near})
		}
	}
}

func sayYearsAgo(n int) string { return voice.N(n, "A year ago", "{n} years ago") }

// nearest are the entries near a day that are worth a look, the nearest first.
func nearest(entries []Entry, day notes.Date) []Entry {
	from, _ := slices.BinarySearchFunc(entries, day.AddDays(nearDays), func(e Entry, d notes.Date) int { return cmp.Compare(d, e.Day) })
	var near []Entry
	spoken := map[notes.NoteID]bool{}
	for _, e := range entries[from:] {
		if e.Day < day.AddDays(-nearDays) {
			break
		}
		if e.Kind == Missed {
			continue
		}
		spoken[e.Note] = spoken[e.Note] || e.Kind != Note
		near = append(near, e)
	}
	near = slices.DeleteFunc(near, func(e Entry) bool { return e.Kind == Note && spoken[e.Note] })
	off := func(e Entry) int { return max(e.Day.DaysSince(day), -e.Day.DaysSince(day)) }
	slices.SortStableFunc(near, func(a, b Entry) int { return cmp.Compare(off(a), off(b)) })
	return near[:min(len(near), fewOfADay)]
}
