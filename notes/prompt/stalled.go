package prompt

import (
	"slices"

	"handback/notes"
	"handback/notes/stepin"
	"handback/notes/voice"
)

const (
	manyMoves    = 2 // of its target date
	heldWhenLate = 2 // one-on-ones without a word about a goal, where the day of a step has passed
)

const (
	goalQuiet = "quiet"
	goalMoved = "moved"
)

// stalled speaks when a goal's date was moved twice, or nothing was noted on it for 28 days and through three one-on-ones,
// or two where a step of theirs is late; not while it is stuck outside, nor while the manager leads it from in front.
var stalled = kind{
	name: Stalled, cooldown: 21,
	occasions: map[string][]string{goalQuiet: {"goal", "date"}, goalMoved: {"goal", "date"}},
	due:       stalledGoals,
}

func stalledGoals(f notes.PromptFacts) []occasion {
	var found []occasion
	for _, g := range f.Goals {
		if g.State != notes.GoalOpen || waitsOutside(g, f) || isLed(g, f) {
			continue
		}
		if o, ok := movedTwice(g, f); ok {
			found = append(found, o)
		} else if o, ok := goneQuiet(g, f); ok {
			found = append(found, o)
		}
	}
	return oldestFirst(found)
}

// isLed reports whether a step-in is in force about a goal, by its area or by its words.
func isLed(g notes.Goal, f notes.PromptFacts) bool {
	return slices.ContainsFunc(stepin.InForce(f.StepIns, f.Today), func(s notes.SteppingIn) bool {
		return s.Goal != 0 && s.Goal == g.ID || s.Tag != "" && s.Tag == g.Tag || notes.SpeaksOf(s.What, g)
	})
}

// movedTwice holds when the target went to a later day at least twice and nothing was noted on the goal since.
func movedTwice(g notes.Goal, f notes.PromptFacts) (occasion, bool) {
	var days []notes.Date
	for _, m := range g.Moves {
		if m.From != "" && m.To > m.From {
			days = append(days, m.On)
		}
	}
	if len(days) < manyMoves || movement(g, f).Since > days[len(days)-1] {
		return occasion{}, false
	}
	last := days[len(days)-1]
	return occasion{
		name: goalMoved, since: last, because: evidence(g, f), slots: goalSlots(g, last, f.Today),
		reason: voice.T("because this goal's date was moved on {days}: “{goal}”", "days", sayDates(days, f.Today), "goal", quoted(g.Title)),
	}, true
}

func goneQuiet(g notes.Goal, f notes.PromptFacts) (occasion, bool) {
	m := movement(g, f)
	past := pastHeld(f.Held, m.Since)
	enough := enoughHeld
	if stepIsLate(g, f) {
		enough = heldWhenLate
	}
	if !m.Quiet || len(past) < enough || planIsDone(g, f.Today) {
		return occasion{}, false
	}
	said := notes.SayDate(m.Since, f.Today)
	reason := voice.T("because no line has mentioned this goal since {day}: “{goal}”", "day", said, "goal", quoted(g.Title))
	if g.Tag != "" {
		reason = voice.T("because no line has mentioned #{tag} since {day}: “{goal}”", "tag", g.Tag, "day", said, "goal", quoted(g.Title))
	}
	return occasion{
		name: goalQuiet, since: max(m.Since.AddDays(notes.QuietDays), past[enough-1]),
		because: evidence(g, f), slots: goalSlots(g, m.Since, f.Today),
		reason: reason,
	}, true
}

// stepIsLate reports whether an open step of theirs has passed its day, and the goal has not: of that its own kind speaks.
func stepIsLate(g notes.Goal, f notes.PromptFacts) bool {
	return (g.Target == "" || g.Target >= f.Today) && slices.ContainsFunc(g.Steps, func(s notes.Step) bool {
		return s.Owner == notes.Them && s.Done == "" && f.Person.Off.Overdue(s.Due, f.Today)
	})
}

// planIsDone reports whether every step of a goal was done, and its day is still to come: then nothing is left that could stall.
// When the day passes, that is asked about.
func planIsDone(g notes.Goal, today notes.Date) bool {
	open := func(s notes.Step) bool { return s.Done == "" || s.Done > today }
	return len(g.Steps) > 0 && g.Target >= today && !slices.ContainsFunc(g.Steps, open)
}

func movement(g notes.Goal, f notes.PromptFacts) notes.Movement {
	noted, off := f.Noted(g.ID), f.Person.Off
	if m := notes.MovementOf(g, noted, off, f.Today); !m.Quiet {
		return m
	}
	return notes.MovementOf(g, max(noted, notes.Mentioned(g, f.Written)), off, f.Today)
}

func evidence(g notes.Goal, f notes.PromptFacts) []notes.Filed {
	if e, ok := f.Evidence[g.ID]; ok && e.NoteUID != "" {
		return []notes.Filed{e}
	}
	return nil
}

func goalSlots(g notes.Goal, day, today notes.Date) map[string]string {
	return map[string]string{"goal": short(g.Title), "date": notes.SayDate(day, today)}
}
