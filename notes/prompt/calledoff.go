package prompt

import (
	"slices"

	"handback/notes"
	"handback/notes/voice"
)

const (
	calledOffDays = 60
	calledOffMany = 2
)

const calledOffByMe = "cancelled"

// calledOff speaks when the manager called off two one-on-ones in 60 days, or the last two in a row.
var calledOff = kind{
	name: CalledOff, cooldown: 21,
	occasions: map[string][]string{calledOffByMe: {"count", "date"}},
	due:       calledOffDue,
}

// calledOffDue is settled until the manager calls off another one.
func calledOffDue(f notes.PromptFacts) []occasion {
	days := calledOffLately(f)
	if row := calledOffInARow(f); len(row) > len(days) {
		days = row
	}
	if len(days) < calledOffMany {
		return nil
	}
	newest := days[len(days)-1]
	if settledOn(CalledOff, f, anyEvent) >= newest {
		return nil
	}
	return []occasion{{
		name: calledOffByMe, since: calledOffSince(days, f),
		slots: map[string]string{"count": notes.SayCount(len(days)), "date": notes.SayDate(newest, f.Today)},
		reason: voice.T("because you called off your one-on-ones with {who} on {days}",
			"who", f.Person.First(), "days", sayDates(days, f.Today)),
	}}
}

// calledOffSince is the day from which the reason holds without a break: another one called off does not make it new.
func calledOffSince(days []notes.Date, f notes.PromptFacts) notes.Date {
	since, last := days[len(days)-1], notes.Date("")
	settled := settledOn(CalledOff, f, anyEvent)
	for _, d := range oldToNew(append(slices.Clone(days), f.CalledOff...)) {
		if d > settled && last != "" && last != d && f.Person.Off.Since(last, d) <= calledOffDays {
			since = min(since, d)
		} else if d != last {
			since = days[len(days)-1]
		}
		last = d
	}
	return since
}

// calledOffLately are the days of the last 60 on which one of theirs was called off by me, oldest first.
func calledOffLately(f notes.PromptFacts) []notes.Date {
	var days []notes.Date
	for _, d := range oldToNew(f.CalledOff) {
		if d <= f.Today && f.Person.Off.Since(d, f.Today) <= calledOffDays {
			days = append(days, d)
		}
	}
	return days
}

// calledOffInARow are the days of the last one-on-ones that I called off, with none held and none missed for another
// reason after them, oldest first.
func calledOffInARow(f notes.PromptFacts) []notes.Date {
	var days []notes.Date
	for _, h := range f.OneOnOnes {
		if h.Kind != notes.MissedNote || h.CalledOff != notes.CalledOffByMe {
			break
		}
		days = append(days, h.Date)
	}
	slices.Reverse(days)
	return days
}
