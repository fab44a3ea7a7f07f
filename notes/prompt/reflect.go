package prompt

import (
	"slices"

	"handback/notes"
	"handback/notes/decisions"
	"handback/notes/voice"
)

// manyMine is how many calls of mine since the last one-on-one are worth looking back on.
const manyMine = 3

const (
	myCalls  = "my calls"
	monthEnd = "month"
)

// reflect speaks to the manager when three or more calls since the last one-on-one were theirs to make and made by the
// manager. That a month has ended is no person's: see MonthsEnd.
var reflect = kind{
	name: Reflect, cooldown: 30,
	occasions: map[string][]string{myCalls: {"count", "date", "line"}, monthEnd: {"month"}},
	due:       reflectDue,
}

func reflectDue(f notes.PromptFacts) []occasion {
	if len(f.Held) == 0 {
		return nil
	}
	mine := slices.DeleteFunc(calls(f), func(l decisions.LedgerLine) bool { return l.Whose != notes.Mine })
	last := f.Held[0]
	lately := between(mine, last, "")
	if len(lately) < manyMine {
		return nil
	}
	since := lately[len(lately)-manyMine].NoteDate
	for i := 1; i < len(f.Held); i++ { // it has held since the first of the one-on-ones that all brought as many
		before := between(mine, f.Held[i], f.Held[i-1])
		if len(before) < manyMine {
			break
		}
		since = before[len(before)-manyMine].NoteDate
	}
	var days []notes.Date
	for _, l := range lately {
		days = append([]notes.Date{l.NoteDate}, days...)
	}
	return []occasion{{
		name: myCalls, since: since, because: lately,
		slots: map[string]string{
			"count": notes.SayCount(len(lately)), "date": notes.SayDate(last, f.Today), "line": short(lately[0].Text),
		},
		reason: voice.T("because you logged {count} decisions as yours since your one-on-one on {day} ({days})",
			"count", notes.SayCount(len(lately)), "day", notes.SayDate(last, f.Today), "days", sayDates(days, f.Today)),
	}}
}

// between are the lines dated from a day on and before another, "" for no other; newest first as they came.
func between(lines []decisions.LedgerLine, from, before notes.Date) []notes.Filed {
	var some []notes.Filed
	for _, l := range lines {
		if l.NoteDate >= from && (before == "" || l.NoteDate < before) {
			some = append(some, l.Filed)
		}
	}
	return some
}
