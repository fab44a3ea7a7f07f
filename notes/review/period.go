package review

import (
	"strings"
	"time"

	"handback/notes"
	"handback/notes/voice"
)

// Kind is how a period is chosen.
type Kind string

// The kinds of period. The room keeps them in its place, so that they stay for good.
const (
	ThisHalf Kind = "this-half"
	LastHalf Kind = "last-half"
	ThisYear Kind = "this-year"
	LastYear Kind = "last-year"
	Since    Kind = "since"
	FromTo   Kind = "from-to"
)

// Kinds lists them in the order in which they are offered.
var Kinds = []Kind{ThisHalf, LastHalf, ThisYear, LastYear, Since, FromTo}

// Name is a kind as it is offered.
func (k Kind) Name() string {
	switch k {
	case LastHalf:
		return voice.T("Last half-year")
	case ThisYear:
		return voice.T("This year")
	case LastYear:
		return voice.T("Last year")
	case Since:
		return voice.T("Since a date …")
	case FromTo:
		return voice.T("From – to")
	}
	return voice.T("This half-year")
}

// Period is some days, both ends included. To may be to come, and is no date where it goes on until today.
type Period struct {
	Kind     Kind
	From, To notes.Date
}

// PeriodOf is the period of a kind, as of today. Since and FromTo keep the days given.
func PeriodOf(k Kind, from, to, today notes.Date) Period {
	year := today.Time().Year()
	second := today.Time().Month() > time.June
	switch k {
	case LastHalf:
		if second {
			return half(k, year, false)
		}
		return half(k, year-1, true)
	case ThisYear:
		return Period{k, day(year, time.January, 1), day(year, time.December, 31)}
	case LastYear:
		return Period{k, day(year-1, time.January, 1), day(year-1, time.December, 31)}
	case Since:
		return Period{Kind: k, From: from}
	case FromTo:
		return Period{k, from, to}
	}
	return half(ThisHalf, year, second)
}

func half(k Kind, year int, second bool) Period {
	if second {
		return Period{k, day(year, time.July, 1), day(year, time.December, 31)}
	}
	return Period{k, day(year, time.January, 1), day(year, time.June, 30)}
}

func day(y int, m time.Month, d int) notes.Date {
	out, _ := notes.NewDate(y, m, d)
	return out
}

// The fields of a period that Invalid may name.
var (
	FieldFrom = voice.T("From")
	FieldTo   = voice.T("To")
)

// ReadPeriod reads a period of days as they are typed. It returns Invalid where one is missing, is none, or the period ends
// before it begins.
func ReadPeriod(k Kind, from, to string, today notes.Date) (Period, error) {
	p := Period{Kind: k}
	var err error
	if p.From, err = notes.ReadPastDate(FieldFrom, from, today); err != nil {
		return p, err
	}
	if p.From == "" {
		return p, notes.Invalid{Field: FieldFrom, Why: voice.T("Enter the first day, like 4 Dec.")}
	}
	if k == FromTo {
		if p.To, err = notes.ReadLastDate(FieldTo, to, p.From); err != nil {
			return p, err
		}
		if p.To == "" {
			return p, notes.Invalid{Field: FieldTo, Why: voice.T("Enter the last day, like 4 Dec.")}
		}
	}
	return p, p.Check(today)
}

// Check returns Invalid where no day lies in the period, or none of it has come.
func (p Period) Check(today notes.Date) error {
	switch {
	case p.To != "" && p.To < p.From:
		return notes.Invalid{Field: FieldTo, Why: voice.T("The last day is before the first. Change one of them.")}
	case p.From > today:
		return notes.Invalid{Field: FieldFrom, Why: voice.T("This period hasn't begun yet. Choose an earlier first day.")}
	}
	return nil
}

// Is reports whether Check finds nothing wrong.
func (p Period) Is(today notes.Date) bool { return p.Check(today) == nil }

// Last is the last day that counts: no later than today.
func (p Period) Last(today notes.Date) notes.Date {
	if p.To == "" || p.To > today {
		return today
	}
	return p.To
}

// Say is the period in days: "1 Jan – 30 Jun 2026", "since 4 May".
func (p Period) Say(today notes.Date) string {
	if p.To == "" {
		return notes.SaySince(p.From, today)
	}
	from := notes.SayDate(p.From, today)
	if p.From.Time().Year() == p.To.Time().Year() {
		from = notes.SayDate(p.From, p.From)
	}
	return voice.T("{from} – {to}", "from", from, "to", notes.SayDate(p.To, today))
}

// SayInFull is the period with its years: on paper it is read years later.
func (p Period) SayInFull(today notes.Date) string {
	to := p.To
	if to == "" {
		to = today
	}
	if p.From.Time().Year() == to.Time().Year() {
		return voice.T("{from} – {to}", "from", notes.SayDate(p.From, p.From), "to", to.Time().Format("2 Jan 2006"))
	}
	return voice.T("{from} – {to}", "from", p.From.Time().Format("2 Jan 2006"), "to", to.Time().Format("2 Jan 2006"))
}

// Key is the period as a place keeps it; ReadKey reads it.
func (p Period) Key() string {
	switch p.Kind {
	case Since, FromTo:
		return string(p.Kind) + ":" + string(p.From) + ":" + string(p.To)
	}
	return string(p.Kind)
}

// ReadKey is the period of a key as of today. What it can't read is this half-year.
func ReadKey(key string, today notes.Date) Period {
	kind, days, _ := strings.Cut(key, ":")
	from, to, _ := strings.Cut(days, ":")
	k := Kind(kind)
	if (k == Since || k == FromTo) && !notes.Date(from).Valid() || k == FromTo && !notes.Date(to).Valid() {
		k = ThisHalf
	}
	return PeriodOf(k, notes.Date(from), notes.Date(to), today)
}
