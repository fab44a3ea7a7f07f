package notes

// LongAway is from how many days on being away is an absence after which somebody has to find their way back: more than
// a week with its weekend.
const LongAway = 8

// GoAway is p away from today until the day on which they are back, "" where that is not known. Who is away already was
// so from the day it was said first.
func (p Person) GoAway(until, today Date) Person {
	from, known := today, true
	if p.AwayOn(today) {
		from, known = p.awaySince(today)
	}
	p.State, p.Until = StateAway, until
	if !known {
		return p
	}
	last := today
	if until != "" {
		last = max(until.AddDays(-1), from)
	}
	p.Absences = p.Absences.before(from).With(Span{from, last})
	return p
}

// ComeBack is p no more away today, in the state that is said. Where they are away still, yesterday was the last day.
func (p Person) ComeBack(state PersonState, today Date) Person {
	if from, known := p.awaySince(today); known && p.AwayOn(today) {
		p.Absences = p.Absences.before(from)
		if from < today {
			p.Absences = p.Absences.With(Span{from, today.AddDays(-1)})
		}
	} else if s, ok := p.untilAlone(); ok {
		p.Absences = p.Absences.With(s)
	}
	p.State, p.Until = state, ""
	return p
}

// awaySince is the first day of the absence that lasts, where that is known.
func (p Person) awaySince(today Date) (from Date, known bool) {
	if n := len(p.Absences); n > 0 && (p.Until == "" || p.Absences[n-1].To >= today) {
		return p.Absences[n-1].From, true
	}
	return "", false
}

// untilAlone is the last day of an absence of which nothing else was kept.
func (p Person) untilAlone() (Span, bool) {
	last := p.Until.AddDays(-1)
	known := p.State != StateAway || !p.Until.Valid() || p.Absences.Covers(last)
	return Span{last, last}, !known
}

// before are the days off that begin before a day.
func (o DaysOff) before(day Date) DaysOff {
	var out DaysOff
	for _, s := range o {
		if s.From < day {
			out = append(out, s)
		}
	}
	return out
}

// GentleDays are the days after a long absence in which nothing more is expected than before it.
const GentleDays = 21

// BackSince is the first day back of an absence that is over since less than GentleDays.
func (p Person) BackSince(today Date) (Date, bool) {
	s, ok := p.LastAbsence(today)
	first := s.To.AddDays(1)
	return first, ok && today.DaysSince(first) < GentleDays
}

// LastAbsence is the newest absence of p that is over on day and was long; From is no date where only its end is known.
func (p Person) LastAbsence(day Date) (Span, bool) {
	if s, ok := p.untilAlone(); ok && s.To < day {
		return Span{"", s.To}, true
	}
	for i := len(p.Absences) - 1; i >= 0; i-- {
		if s := p.Absences[i]; s.To < day && s.To.DaysSince(s.From)+1 >= LongAway {
			return s, true
		}
	}
	return Span{}, false
}
