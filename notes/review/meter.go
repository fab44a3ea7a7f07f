package review

import (
	"math"
	"strconv"
	"strings"
	"time"

	"handback/notes"
	"handback/notes/voice"
)

const (
	recentDays  = 42 // the last six weeks
	meteredDays = 84 // of a shorter period, half or more is recent anyway
	monthDays   = 14 // how many days of a month have to be in the period for it to be named as empty
	mostRuns    = 4  // how many runs of empty months are named
)

// Meter says, a sentence each, how evenly the days of a pack's lines cover a period, with the days on which the person
// was on the team. It says nothing of a pack without lines.
func Meter(days []notes.Date, p Period, who notes.Person, today notes.Date) []string {
	if len(days) == 0 {
		return nil
	}
	var says []string
	if share := sayShare(days, p, who, today); share != "" {
		says = append(says, share)
	}
	if empty := sayEmpty(days, p, who, today); empty != "" {
		says = append(says, empty)
	}
	return says
}

// sayShare says how much is of the last six weeks of the days on which the person was there: of somebody who left long ago
// nothing is of the last six weeks, and of somebody who came four weeks ago all is.
func sayShare(days []notes.Date, p Period, who notes.Person, today notes.Date) string {
	from, last := around(p, who, today)
	if last.DaysSince(from)+1 < meteredDays {
		return ""
	}
	recent := 0
	for _, d := range days {
		if d > last.AddDays(-recentDays) {
			recent++
		}
	}
	switch left := who.LeftOn != "" && who.LeftOn <= last && last < today; {
	case left && recent == len(days):
		return voice.T("All of this is from {first}'s last six weeks here.", "first", who.First())
	case left && recent == 0:
		return voice.T("None of this is from {first}'s last six weeks here.", "first", who.First())
	case left:
		return voice.T("{share} of this is from {first}'s last six weeks here.", "share", percent(recent, len(days)), "first", who.First())
	}
	return sayRecent(recent, len(days), last < today)
}

// sayRecent says it of somebody who is there still; over where the period is.
func sayRecent(recent, all int, over bool) string {
	switch {
	case recent == all && over:
		return voice.T("All of this is from the period's last six weeks.")
	case recent == all:
		return voice.T("All of this is from the last six weeks.")
	case recent == 0 && over:
		return voice.T("None of this is from the period's last six weeks.")
	case recent == 0:
		return voice.T("None of this is from the last six weeks.")
	case over:
		return voice.T("{share} of this is from the period's last six weeks.", "share", percent(recent, all))
	}
	return voice.T("{share} of this is from the last six weeks.", "share", percent(recent, all))
}

// percent is a part of a whole, which is neither none nor all of it: from 1% to 99%.
func percent(part, all int) string {
	n := int(math.Round(100 * float64(part) / float64(all)))
	return strconv.Itoa(min(max(n, 1), 99)) + "%"
}

// month is a month of the calendar, by its first day.
type month struct{ first notes.Date }

func monthOf(d notes.Date) month { return month{day(d.Time().Year(), d.Time().Month(), 1)} }

func (m month) next() month {
	t := m.first.Time()
	return month{notes.DateOf(time.Date(t.Year(), t.Month()+1, 1, 0, 0, 0, 0, time.UTC))}
}

func (m month) say(year bool) string {
	if year {
		return m.first.Time().Format("January 2006")
	}
	return m.first.Time().Format("January")
}

// sayEmpty names the months of which no line is.
func sayEmpty(days []notes.Date, p Period, who notes.Person, today notes.Date) string {
	from, last := around(p, who, today)
	if last < from {
		return ""
	}
	filled := map[month]bool{}
	for _, d := range days {
		filled[monthOf(d)] = true
	}
	var runs [][2]month
	for m := monthOf(from); m.first <= last; m = m.next() {
		begins, ends := max(m.first, from), min(m.next().first.AddDays(-1), last)
		if filled[m] || here(begins, ends, who) < monthDays {
			continue
		}
		if n := len(runs); n > 0 && runs[n-1][1].next() == m {
			runs[n-1][1] = m
		} else {
			runs = append(runs, [2]month{m, m})
		}
	}
	return sayRuns(runs, from.Time().Year() != last.Time().Year())
}

// around are the days of the period on which the person was on the team, and which have come.
func around(p Period, who notes.Person, today notes.Date) (from, last notes.Date) {
	from, last = p.From, p.Last(today)
	from = max(from, who.Joined)
	if who.LeftOn != "" {
		last = min(last, who.LeftOn)
	}
	return from, last
}

// here is on how many of the days the person was not away.
func here(from, to notes.Date, who notes.Person) int {
	return who.Absences.Since(from.AddDays(-1), to)
}

func sayRuns(runs [][2]month, year bool) string {
	var named []string
	more := 0
	for i, r := range runs {
		switch {
		case i >= mostRuns:
			for m := r[0]; m != r[1].next(); m = m.next() {
				more++
			}
		case r[0] == r[1]:
			named = append(named, r[0].say(year))
		default:
			sameYear := r[0].first[:4] == r[1].first[:4]
			named = append(named, voice.T("{from} to {to}", "from", r[0].say(year && !sameYear), "to", r[1].say(year)))
		}
	}
	switch n := len(named); {
	case n == 0:
		return ""
	case more > 0:
		return voice.N(more, "Nothing from {months}, and {n} more month.", "Nothing from {months}, and {n} more months.",
			"months", strings.Join(named, ", "))
	case n == 1:
		return voice.T("Nothing from {months}.", "months", named[0])
	default:
		return voice.T("Nothing from {months}, or {last}.", "months", strings.Join(named[:n-1], ", "), "last", named[n-1])
	}
}

// Was says, a sentence each, on which days of the period the person was not on the team, or away.
func Was(p Period, who notes.Person, today notes.Date) []string {
	last := p.Last(today)
	var says []string
	first := who.First()
	switch {
	case who.Joined > last:
		says = append(says, voice.T("{first} joined on {day}, after this period.", "first", first, "day", notes.SayDate(who.Joined, today)))
	case who.Joined > p.From:
		says = append(says, voice.T("{first} joined on {day}.", "first", first, "day", notes.SayDate(who.Joined, today)))
	}
	switch {
	case who.LeftOn != "" && who.LeftOn < p.From:
		says = append(says, voice.T("{first} left on {day}, before this period.", "first", first, "day", notes.SayDate(who.LeftOn, today)))
	case who.LeftOn != "" && who.LeftOn < last:
		says = append(says, voice.T("{first}'s last day was {day}.", "first", first, "day", notes.SayDate(who.LeftOn, today)))
	}
	for _, s := range who.Absences {
		if s.To < p.From || s.From > last || s.To.DaysSince(s.From)+1 < monthDays {
			continue
		}
		says = append(says, voice.T("{first} was away {days}.", "first", first, "days", notes.SaySpan(s, today)))
	}
	return says
}
