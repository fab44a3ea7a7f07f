package prompt

import (
	"handback/notes"
	"handback/notes/voice"
)

const colleague = "colleague"

// connect speaks when another report has done what a goal of this one's needs. It is the only kind that may name
// somebody else, and says of them only what they would say aloud: that they have done work of this tag. What the manager
// noted about it stays with the manager.
var connect = kind{
	name: Connect, cooldown: 30,
	occasions: map[string][]string{colleague: {peer, "goal", "tag"}},
	due:       connectDue,
}

func connectDue(f notes.PromptFacts) []occasion {
	var found []occasion
	for _, g := range f.Goals {
		if g.State != notes.GoalOpen || g.Tag == "" || waitsForAnybody(g, f) {
			continue
		}
		for _, p := range f.Team {
			if o, ok := connectWith(p, g, f); ok {
				found = append(found, o)
			}
		}
	}
	return oldestFirst(found)
}

// connectWith is the occasion that a colleague's praise and calls under a goal's tag give.
func connectWith(p notes.Person, g notes.Goal, f notes.PromptFacts) (occasion, bool) {
	var lines []notes.Filed
	var days []notes.Date
	for _, l := range f.Strengths {
		if l.Person == p.ID && hasTag(l.Item, g.Tag) && l.NoteDate <= f.Today {
			lines, days = append(lines, l), append([]notes.Date{l.NoteDate}, days...)
		}
	}
	if len(lines) == 0 || !p.Active(f.Today) || p.ID == f.Person.ID {
		return occasion{}, false
	}
	return occasion{
		name: colleague, since: max(days[0], g.Start), because: lines,
		slots: map[string]string{peer: p.First(), "goal": short(g.Title), "tag": g.Tag},
		reason: voice.T("because you noted {peer}'s work on #{tag} ({days}), and this goal needs it: “{goal}”",
			"peer", p.First(), "tag", g.Tag, "days", sayDates(days, f.Today), "goal", quoted(g.Title)),
	}, true
}
