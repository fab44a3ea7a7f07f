package prompt

import (
	"slices"

	"handback/notes"
	"handback/notes/voice"
)

const (
	reachedFor    = 60 // days after which a goal that was reached is history
	celebrateFor  = 28 // days in which to celebrate it
	reachedBehind = 14 // after so many it can be asked what comes next
)

const (
	reachedToday  = "celebrate"
	reachedNext   = "next"
	reachedCredit = "credit"
)

// goalReached speaks in the sixty days after a goal of theirs was closed as reached: to celebrate it, of what comes next, and of
// the credit in the review.
var goalReached = kind{
	name: GoalReached, cooldown: 7,
	occasions: map[string][]string{
		reachedToday: {"goal", "date"}, reachedNext: {"goal", "date"}, reachedCredit: {"goal", "date"},
	},
	due: goalsReached,
}

// goalsReached takes the newest goal first. To ask or to do it settles each of the three: their reasons differ.
func goalsReached(f notes.PromptFacts) []occasion {
	var celebrate, later []occasion
	for _, g := range f.Reached {
		days := f.Person.Off.Since(g.Closed, f.Today)
		if g.State != notes.GoalReached || !g.Closed.Valid() || g.Closed > f.Today || days > reachedFor {
			continue
		}
		slots, day, title := goalSlots(g, g.Closed, f.Today), notes.SayDate(g.Closed, f.Today), quoted(g.Title)
		if days <= celebrateFor {
			celebrate = append(celebrate, occasion{
				name: reachedToday, since: g.Closed, slots: slots,
				reason: voice.T("because {who} reached this goal on {day}: “{goal}”", "who", f.Person.First(), "day", day, "goal", title),
			})
		}
		if days < reachedBehind {
			continue
		}
		since := dayAfter(g.Closed, reachedBehind, f)
		if !newGoalSince(g, f) {
			later = append(later, occasion{
				name: reachedNext, since: since, slots: slots,
				reason: voice.T("because {who} reached this goal on {day} and no new one has started since: “{goal}”",
					"who", f.Person.First(), "day", day, "goal", title),
			})
		}
		later = append(later, occasion{
			name: reachedCredit, since: since, slots: slots,
			reason: voice.T("because the next review should say that {who} reached this goal on {day}: “{goal}”",
				"who", f.Person.First(), "day", day, "goal", title),
		})
	}
	return append(celebrate, later...)
}

// newGoalSince reports whether a goal of theirs began on the day on which another was reached, or later.
func newGoalSince(reached notes.Goal, f notes.PromptFacts) bool {
	return slices.ContainsFunc(f.Goals, func(g notes.Goal) bool { return g.State == notes.GoalOpen && g.Start >= reached.Closed })
}
