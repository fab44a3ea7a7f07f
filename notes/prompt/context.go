package prompt

import (
	"handback/notes"
	"handback/notes/voice"
)

const (
	noLimits       = "no limits"
	noCompanyGoal  = "no company goal"
	companyChanged = "changed"
)

// context speaks when a kind of decision is theirs and nothing says what must stay true, and when a company goal was changed and
// not talked through since. That a goal of theirs hangs on no company goal, although there are some, is merely not noted.
var context = kind{
	name: Context, cooldown: 30,
	occasions: map[string][]string{
		noLimits: {"tag", "level", "date"}, noCompanyGoal: {"goal", "date"}, companyChanged: {"company", "date"},
	},
	due: contextDue,
}

func contextDue(f notes.PromptFacts) []occasion {
	var found []occasion
	for _, a := range f.Areas {
		if o, ok := withoutLimits(a, f); ok {
			found = append(found, o)
		}
	}
	for _, c := range f.Company {
		if o, ok := changedCompanyGoal(c, f); ok {
			found = append(found, o)
		}
	}
	return append(oldestFirst(found), oldestFirst(goalsOfNoCompanyGoal(f))...)
}

func withoutLimits(a notes.Area, f notes.PromptFacts) (occasion, bool) {
	level := a.LevelOn(f.Today)
	if level < notes.Advise || a.Limits != "" {
		return occasion{}, false
	}
	since := notes.Date("")
	for _, l := range a.Levels { // the first day of those on which it has been theirs without a break
		switch {
		case l.From > f.Today:
		case l.Level < notes.Advise:
			since = ""
		case since == "":
			since = l.From
		}
	}
	said := notes.SayDate(since, f.Today)
	return occasion{
		name: noLimits, since: since, slots: map[string]string{"tag": a.Tag, "level": level.String(), "date": said},
		reason: voice.T("because #{tag} has been theirs since {day} and no limits are noted yet", "tag", a.Tag, "day", said),
	}, since.Valid()
}

func changedCompanyGoal(c notes.CompanyGoal, f notes.PromptFacts) (occasion, bool) {
	changed := f.CompanyChanged[c.ID]
	if c.Closed != "" || !changed.Valid() || changed > f.Today {
		return occasion{}, false
	}
	for _, t := range c.Talks {
		if t.Person == f.Person.ID && t.On >= changed {
			return occasion{}, false
		}
	}
	if notes.Mentioned(notes.Goal{Person: f.Person.ID, Title: c.Title}, f.Written) >= changed {
		return occasion{}, false // a note with them says its words
	}
	title, said := short(c.Title), notes.SayDate(changed, f.Today)
	return occasion{
		name: companyChanged, since: changed, slots: map[string]string{"company": title, "date": said},
		reason: voice.T("because this changed on {day} and you haven't noted talking to {who} about it since: “{goal}”",
			"day", said, "who", f.Person.First(), "goal", quoted(c.Title)),
	}, true
}

func goalsOfNoCompanyGoal(f notes.PromptFacts) []occasion {
	open := map[notes.CompanyGoalID]bool{}
	for _, c := range f.Company {
		if c.Closed == "" {
			open[c.ID] = true
		}
	}
	var found []occasion
	for _, g := range f.Goals {
		if len(open) == 0 || g.State != notes.GoalOpen || open[g.Company] || !g.Start.Valid() || waitsForAnybody(g, f) {
			continue
		}
		since, waited := heldFor(goalWaits, g.Start, f)
		if !waited {
			continue
		}
		found = append(found, occasion{
			name: noCompanyGoal, absent: true, since: since, because: evidence(g, f), slots: goalSlots(g, g.Start, f.Today),
			reason: voice.T("because this goal, started on {day}, isn't linked to a company goal: “{goal}”",
				"day", notes.SayDate(g.Start, f.Today), "goal", quoted(g.Title)),
		})
	}
	return found
}
