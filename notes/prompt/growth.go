package prompt

import (
	"handback/notes"
	"handback/notes/decisions"
	"handback/notes/voice"
)

// readyCalls is how many calls at or beyond the agreed level, one after the other, make a raise worth a question.
const readyCalls = 3

const (
	growNoGoal = "no goal"
	growMyStep = "my step"
	growReady  = "ready"
)

// growth speaks when the next step of a goal is mine, when the last calls in an area were at or beyond the level agreed
// there, or when there is no goal after three one-on-ones.
var growth = kind{
	name: Growth, cooldown: 21,
	occasions: map[string][]string{
		growNoGoal: {}, growMyStep: {"goal", "line"}, growReady: {"tag", "level", "wanted", "count", "date"},
	},
	due: growthDue,
}

func growthDue(f notes.PromptFacts) []occasion {
	var found []occasion
	open := 0
	for _, g := range f.Goals {
		if g.State != notes.GoalOpen {
			continue
		}
		open++
		if o, ok := nextStepMine(g, f); ok && !waitsForAnybody(g, f) {
			found = append(found, o)
		}
	}
	all := calls(f)
	for _, a := range f.Areas {
		if o, ok := readyToRaise(a, all, f); ok {
			found = append(found, o)
		}
	}
	found = oldestFirst(found)
	since, waited := heldFor(goalWaits, f.GoalClosed, f)
	if open == 0 && waited && !theyWait(f) {
		found = append(found, occasion{
			name: growNoGoal, absent: true, since: since, slots: map[string]string{},
			reason: voice.T("because there's no growth goal yet, after one-on-ones on {days}", "days", sayDates(lastHeld(f.Held), f.Today)),
		})
	}
	return found
}

func nextStepMine(g notes.Goal, f notes.PromptFacts) (occasion, bool) {
	for _, s := range g.Steps {
		if s.Done != "" {
			continue
		}
		if s.Owner != notes.Me || !g.Start.Valid() {
			return occasion{}, false
		}
		return occasion{
			name: growMyStep, since: g.Start, because: evidence(g, f),
			slots: map[string]string{"goal": short(g.Title), "line": short(s.Text)},
			reason: voice.T("because the next step of this goal, started on {day}, is yours: “{goal}”",
				"day", notes.SayDate(g.Start, f.Today), "goal", quoted(g.Title)),
		}, true
	}
	return occasion{}, false
}

// readyToRaise holds when the last calls in an area were at or beyond the level in force there, none of them mine, and
// the level is not the one that a goal wants, nor the highest.
func readyToRaise(a notes.Area, all []decisions.LedgerLine, f notes.PromptFacts) (occasion, bool) {
	level := a.LevelOn(f.Today)
	wanted := wantedLevel(a.Tag, level, f)
	if level == notes.NoLevel || wanted <= level || wanted > notes.Delegate {
		return occasion{}, false
	}
	theirs := callsIn(a.Tag, all, f.Today)
	if len(theirs) < readyCalls {
		return occasion{}, false
	}
	var days []notes.Date
	for _, l := range theirs {
		days = append([]notes.Date{l.NoteDate}, days...)
	}
	return occasion{
		name: growReady, since: days[readyCalls-1], because: theirs,
		slots: map[string]string{
			"tag": a.Tag, "level": level.String(), "wanted": wanted.String(),
			"count": notes.SayCount(len(theirs)), "date": notes.SayDate(days[0], f.Today),
		},
		reason: voice.T("because the last {count} #{tag} decisions you logged were at {level}, or gave others even more say ({days})",
			"count", notes.SayCount(len(theirs)), "tag", a.Tag, "level", level, "days", sayDates(days, f.Today)),
	}, true
}

// wantedLevel is the level that a goal wants in an area, or the next one where no goal says.
func wantedLevel(tag string, level notes.Level, f notes.PromptFacts) notes.Level {
	for _, g := range f.Goals {
		if g.State == notes.GoalOpen && g.Tag == tag && g.Wanted != notes.NoLevel {
			return g.Wanted
		}
	}
	return level + 1
}
