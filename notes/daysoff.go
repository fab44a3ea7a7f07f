package notes

import (
	"slices"
	"strings"

	"handback/notes/voice"
)

// Span is some days in a row, both ends included.
type Span struct{ From, To Date }

// DaysOff are the days on which the manager is away, in order; no two spans touch. While one lasts nothing is asked,
// counted or overdue, and what is counted in days leaves them out.
type DaysOff []Span

// SettingDaysOff is the key under which the journal keeps the days off.
const SettingDaysOff = "days off"

// ReadDaysOff reads what String wrote. What it cannot read it leaves out.
func ReadDaysOff(text string) DaysOff {
	var o DaysOff
	for _, word := range strings.Fields(text) {
		from, to, _ := strings.Cut(word, "/")
		if s := (Span{Date(from), Date(to)}); s.From.Valid() && s.To.Valid() && s.From <= s.To {
			o = o.With(s)
		}
	}
	return o
}

// String is the days off as the journal keeps them: "2026-12-20/2027-01-03 …".
func (o DaysOff) String() string {
	words := make([]string, len(o))
	for i, s := range o {
		words[i] = string(s.From) + "/" + string(s.To)
	}
	return strings.Join(words, " ")
}

// With is o and some more days; spans that meet become one.
func (o DaysOff) With(more Span) DaysOff {
	var out DaysOff
	for _, s := range o {
		if s.To.AddDays(1) < more.From || more.To.AddDays(1) < s.From {
			out = append(out, s)
			continue
		}
		more = Span{min(s.From, more.From), max(s.To, more.To)}
	}
	out = append(out, more)
	slices.SortFunc(out, func(a, b Span) int { return strings.Compare(string(a.From), string(b.From)) })
	return out
}

// And is o and all other days off.
func (o DaysOff) And(others DaysOff) DaysOff {
	out := o
	for _, s := range others {
		out = out.With(s)
	}
	return out
}

// Without is o without one of its spans.
func (o DaysOff) Without(gone Span) DaysOff {
	return slices.DeleteFunc(slices.Clone(o), func(s Span) bool { return s == gone })
}

// Covers reports whether day is a day off.
func (o DaysOff) Covers(day Date) bool { return o.BackOn(day) != day }

// BackOn is the first day from day on that is not off.
func (o DaysOff) BackOn(day Date) Date {
	for _, s := range o {
		if s.From <= day && day <= s.To {
			day = s.To.AddDays(1)
		}
	}
	return day
}

// Say is what Today says while days off last, "" otherwise.
func (o DaysOff) Say(today Date) string {
	if !o.Covers(today) {
		return ""
	}
	return voice.T("You're off until {day}.", "day", SayDate(o.BackOn(today).AddDays(-1), today))
}

// Since is how many days have passed from day until today, those off left out.
func (o DaysOff) Since(day, today Date) int {
	n := today.DaysSince(day)
	for _, s := range o {
		if from, to := max(s.From, day.AddDays(1)), min(s.To, today); from <= to {
			n -= to.DaysSince(from) + 1
		}
	}
	return n
}

// Overdue reports whether something that was due on a day is late today: not during days off, and not before the
// evening of the first day back where it was due during them.
func (o DaysOff) Overdue(due, today Date) bool {
	return due != "" && !o.Covers(today) && o.BackOn(due) < today
}

// ReadSpan reads days as they are typed: a first and a last one, which may be empty for a single day.
func ReadSpan(from, to string, today Date) (Span, error) {
	first, err := ReadNearDate(FieldFirstDay, from, today)
	if err != nil {
		return Span{}, err
	}
	if first == "" {
		return Span{}, Invalid{Field: FieldFirstDay, Why: voice.T("Enter the first day off, such as 20 Dec.")}
	}
	last, err := ReadLastDate(FieldLastDay, to, first)
	switch {
	case err != nil:
		return Span{}, err
	case last == "":
		last = first
	case last < first:
		return Span{}, Invalid{Field: FieldLastDay, Why: voice.T("The last day is before the first. Choose a later one.")}
	case last.DaysSince(first) > 366:
		return Span{}, Invalid{Field: FieldLastDay, Why: voice.T("That's more than a year. Check the dates.")}
	}
	return Span{first, last}, nil
}

// The fields in which days off are typed.
var (
	FieldFirstDay = voice.T("First day")
	FieldLastDay  = voice.T("Last day")
)

// SaySpan is "20 Dec – 3 Jan 2027", or the one day.
func SaySpan(s Span, today Date) string {
	if s.From == s.To {
		return SayFull(s.From, today)
	}
	return SayDate(s.From, today) + " – " + SayDate(s.To, today)
}
