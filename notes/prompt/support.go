package prompt

import (
	"handback/notes"
	"handback/notes/voice"
)

const (
	slippedAfter = 2  // held one-on-ones past its date
	needWaits    = 14 // days in which a need may stay open
)

const (
	helpSlipped = "slipped"
	helpNeed    = "need"
	helpNone    = "none"
)

// support speaks when an action of theirs slipped twice, when a need is open for two weeks, or when three one-on-ones
// brought no need.
var support = kind{
	name: Support, cooldown: 14,
	occasions: map[string][]string{
		helpSlipped: {"line", "date"}, helpNeed: {"line", "date"}, helpNone: {},
	},
	due: supportDue,
}

func supportDue(f notes.PromptFacts) []occasion {
	found := oldestFirst(append(slippedActions(f), openNeeds(f)...))
	if three, since, ok := threeWithout(f.NeedDates, needProse, f); ok && !theyWait(f) {
		found = append(found, occasion{
			name: helpNone, absent: true, since: since, slots: map[string]string{},
			reason: voice.T("because you noted nothing that {who} needs in the last three one-on-ones ({days})",
				"who", f.Person.First(), "days", sayDates(three, f.Today)),
		})
	}
	return found
}

func slippedActions(f notes.PromptFacts) []occasion {
	var found []occasion
	for _, i := range f.TheyOwn {
		past := pastHeld(f.Held, i.Due)
		if i.Due == "" || len(past) < slippedAfter {
			continue
		}
		line, due := short(i.Text), notes.SayDate(i.Due, f.Today)
		found = append(found, occasion{
			name: helpSlipped, since: past[slippedAfter-1], because: []notes.Filed{i},
			slots: map[string]string{"line": line, "date": due},
			reason: voice.T("because this was due on {due} and still open at the one-on-ones on {days}: “{line}”",
				"due", due, "days", sayDates(past[max(0, len(past)-enoughHeld):], f.Today), "line", quoted(i.Text)),
		})
	}
	return found
}

// pastHeld are the held one-on-ones after a day, oldest first.
func pastHeld(held []notes.Date, day notes.Date) []notes.Date {
	var past []notes.Date
	for _, d := range oldToNew(held) {
		if d > day {
			past = append(past, d)
		}
	}
	return past
}

func openNeeds(f notes.PromptFacts) []occasion {
	var found []occasion
	for _, i := range f.Needs {
		if f.Person.Off.Since(i.NoteDate, f.Today) < needWaits {
			continue
		}
		line, said := short(i.Text), notes.SayDate(i.NoteDate, f.Today)
		found = append(found, occasion{
			name: helpNeed, since: i.NoteDate.AddDays(needWaits), because: []notes.Filed{i}, before: beforePraise(i.NoteDate, f),
			slots:  map[string]string{"line": line, "date": said},
			reason: voice.T("because this need has been open since {day}: “{line}”", "day", said, "line", quoted(i.Text)),
		})
	}
	return found
}
