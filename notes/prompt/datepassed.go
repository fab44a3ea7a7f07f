package prompt

import (
	"handback/notes"
	"handback/notes/voice"
)

const datePassedOnce = "passed"

// datePassed speaks when the date of a goal has passed and no new one was agreed. A date that moved twice with nothing noted
// since is stalled's, and while the goal waits for somebody outside, no date says anything about it.
var datePassed = kind{
	name: DatePassed, cooldown: 14,
	occasions: map[string][]string{datePassedOnce: {"goal", "date"}},
	due:       passedDates,
}

func passedDates(f notes.PromptFacts) []occasion {
	var found []occasion
	for _, g := range f.Goals {
		if g.State != notes.GoalOpen || !f.Person.Off.Overdue(g.Target, f.Today) || waitsOutside(g, f) {
			continue
		}
		if _, moved := movedTwice(g, f); moved {
			continue
		}
		found = append(found, occasion{
			name: datePassedOnce, since: f.Person.Off.BackOn(g.Target).AddDays(1), because: evidence(g, f),
			slots: goalSlots(g, g.Target, f.Today),
			reason: voice.T("because this goal was meant to be reached by {day}: “{goal}”",
				"day", notes.SayDate(g.Target, f.Today), "goal", quoted(g.Title)),
		})
	}
	return oldestFirst(found)
}
