package prompt

import "handback/notes"

// readyCalls is how many calls of theirs in an area, with none of mine beside them, make a raise worth a question.
const readyCalls = 3

const (
	growNoGoal = "no goal"
	growMyStep = "my step"
	growReady  = "ready"
)

// growth speaks when the next step of a goal is mine, when calls of theirs say that a level could be raised, or when
// there is no goal after three one-on-ones.
var growth = kind{
	name: Growth, cooldown: 21,
	occasions: map[string][]string{
		growNoGoal: {}, growMyStep: {"goal", "line"}, growReady: {"goal", "tag", "level", "wanted", "count", "date"},
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
		if o, ok := readyToRaise(g, f); ok {
			found = append(found, o)
		}
		if o, ok := nextStepMine(g, f); ok {
			found = append(found, o)
		}
	}
	third, enough := thirdHeld(f.Held)
	if open == 0 && enough {
		found = append(found, occasion{
			name: growNoGoal, since: third, slots: map[string]string{},
			reason: "there is no growth goal after one-on-ones on " + sayDates(lastHeld(f.Held), f.Today),
		})
	}
	return oldestFirst(found)
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
			reason: "the next step of “" + short(g.Title) + "” is yours; the goal began on " +
				notes.SayDate(g.Start, f.Today),
		}, true
	}
	return occasion{}, false
}

// readyToRaise holds when the goal wants a level above the one in force and the newest calls in its area were theirs.
func readyToRaise(g notes.Goal, f notes.PromptFacts) (occasion, bool) {
	level := levelOf(g.Tag, f)
	if g.Tag == "" || level == notes.NoLevel || g.Wanted <= level {
		return occasion{}, false
	}
	var calls []notes.Filed
	var days []notes.Date
	for _, i := range f.DoneLately {
		if i.Label == notes.Decided && i.Actor == notes.Them && i.State == notes.Open && hasTag(i.Item, g.Tag) {
			calls, days = append(calls, i), append([]notes.Date{i.NoteDate}, days...)
		}
	}
	if len(calls) < readyCalls || mineAfter(calls[readyCalls-1].NoteDate, g.Tag, f) {
		return occasion{}, false
	}
	return occasion{
		name: growReady, since: calls[readyCalls-1].NoteDate, because: calls,
		slots: map[string]string{
			"goal": short(g.Title), "tag": g.Tag, "level": level.String(), "wanted": g.Wanted.String(),
			"count": notes.SayCount(len(calls)), "date": notes.SayDate(days[0], f.Today),
		},
		reason: "you noted " + notes.SayCount(len(calls)) + " #" + g.Tag + " calls as " + f.Person.First() + "'s (" +
			sayDates(days, f.Today) + ")",
	}, true
}

// mineAfter reports whether a call of mine in the area is among the newest lines since a day.
func mineAfter(day notes.Date, tag string, f notes.PromptFacts) bool {
	for _, i := range f.Since {
		if i.Label == notes.Decided && i.Actor == notes.Me && i.NoteDate >= day && hasTag(i.Item, tag) {
			return true
		}
	}
	return false
}

func levelOf(tag string, f notes.PromptFacts) notes.Level {
	for _, a := range f.Areas {
		if a.Tag == tag {
			return a.LevelOn(f.Today)
		}
	}
	return notes.NoLevel
}
