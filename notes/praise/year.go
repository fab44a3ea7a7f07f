package praise

import (
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// YearWeeks is how many weeks a year strip shows: the current one and the 52 before it.
const YearWeeks = 53

// StripCell is one week of a row of the year strip.
type StripCell int

// What a week holds. Of several things in one week the one that was said counts.
const (
	StripEmpty StripCell = iota
	StripUnsaid
	StripFilled
)

// YearStrip is the praise page's picture of a year: weeks from Monday to Sunday, the oldest first.
type YearStrip struct {
	Weeks     [YearWeeks]notes.Date // the Monday of each week
	Praise    [YearWeeks]StripCell
	Feedback  [YearWeeks]StripCell
	OneOnOnes [YearWeeks]StripCell // never StripUnsaid
	Months    []StripMonth         // the names below the weeks
	Summary   string               // what the strip shows, in a sentence
}

// StripMonth names the week in which a month begins.
type StripMonth struct {
	Week int
	Name string // "Jan"
}

// ShowYear draws the year that ends with today's week from a person's praise and feedback and the days of their
// held one-on-ones, in any order. What is older or given to me is left out.
func ShowYear(log []notes.Filed, held []notes.Date, today notes.Date) YearStrip {
	s := YearStrip{}
	monday := today.AddDays(-((int(today.Weekday()) + 6) % 7))
	for i := range s.Weeks {
		s.Weeks[i] = monday.AddDays(7 * (i - YearWeeks + 1))
		first := s.Weeks[i].AddDays(6).Time() // the week that holds the month's first day
		if first.Day() <= 7 {
			s.Months = append(s.Months, StripMonth{Week: i, Name: first.Format("Jan")})
		}
	}
	unsaid := 0
	for _, f := range log {
		if f.Actor == notes.Me {
			continue
		}
		cell := StripFilled
		if !f.Closed() {
			cell = StripUnsaid
		}
		switch f.Label {
		case notes.Praise:
			if s.put(&s.Praise, f.NoteDate, cell) && cell == StripUnsaid {
				unsaid++
			}
		case notes.Feedback:
			s.put(&s.Feedback, f.NoteDate, cell)
		}
	}
	for _, day := range held {
		s.put(&s.OneOnOnes, day, StripFilled)
	}
	s.Summary = s.summary(unsaid)
	return s
}

// put reports whether day is in the strip.
func (s *YearStrip) put(row *[YearWeeks]StripCell, day notes.Date, cell StripCell) bool {
	if !day.Valid() || day < s.Weeks[0] {
		return false
	}
	week := day.DaysSince(s.Weeks[0]) / 7
	if week >= YearWeeks {
		return false
	}
	row[week] = max(row[week], cell)
	return true
}

// summary is "16 weeks with praise said · 2 not said yet · longest gap 5 weeks".
func (s *YearStrip) summary(unsaid int) string {
	said, last, longest := 0, -1, 0
	for i, cell := range s.Praise {
		if cell != StripFilled {
			continue
		}
		if last >= 0 {
			longest = max(longest, i-last-1)
		}
		said, last = said+1, i
	}
	if last >= 0 {
		longest = max(longest, YearWeeks-1-last)
	}
	parts := []string{voice.T("no praise given this year")}
	if said > 0 {
		parts = []string{voice.N(said, "{n} week with praise given", "{n} weeks with praise given")}
	}
	if unsaid > 0 {
		parts = append(parts, voice.T("{n} not said yet", "n", unsaid))
	}
	if longest > 0 {
		parts = append(parts, voice.N(longest, "longest gap {n} week", "longest gap {n} weeks"))
	}
	return strings.Join(parts, " · ")
}
