package prompt

import (
	"handback/notes"
	"handback/notes/voice"
)

const movedLately = 21 // days in which a moved date is worth a word

const (
	isStuck   = "stuck"
	movedDate = "moved"
)

// encourage speaks while something of theirs is stuck that waits for nobody else, and for three weeks
// after the date of a goal went to a later day.
var encourage = kind{
	name: Encourage, cooldown: 7,
	occasions: map[string][]string{isStuck: {"line", "date"}, movedDate: {"goal", "date", "until"}},
	due:       encourageDue,
}

func encourageDue(f notes.PromptFacts) []occasion {
	var found []occasion
	for _, i := range f.Stuck {
		if i.Closed() || i.NoteDate > f.Today || !i.NoteDate.Valid() || waitsForOthers(i.Text, f.Others) {
			continue
		}
		line, said := short(i.Text), notes.SayDate(i.NoteDate, f.Today)
		found = append(found, occasion{
			name: isStuck, since: i.NoteDate, because: []notes.Filed{i},
			slots:  map[string]string{"line": line, "date": said},
			reason: voice.T("because on {day} you noted this as stuck: “{line}”", "day", said, "line", quoted(i.Text)),
		})
	}
	for _, g := range f.Goals {
		if o, ok := movedOnce(g, f); ok {
			found = append(found, o)
		}
	}
	return oldestFirst(found)
}

// movedOnce is the last move of a goal's target to a later day.
func movedOnce(g notes.Goal, f notes.PromptFacts) (occasion, bool) {
	if g.State != notes.GoalOpen || len(g.Moves) == 0 {
		return occasion{}, false
	}
	m := g.Moves[len(g.Moves)-1]
	days := f.Today.DaysSince(m.On)
	if m.From == "" || m.To <= m.From || days < 0 || days > movedLately {
		return occasion{}, false
	}
	on := notes.SayDate(m.On, f.Today)
	return occasion{
		name: movedDate, since: m.On, because: evidence(g, f),
		slots: map[string]string{
			"goal": short(g.Title), "date": on, "until": notes.SayDate(m.To, f.Today),
		},
		reason: voice.T("because the date was moved to {date} (on {day}): “{goal}”",
			"date", notes.SayDate(m.To, f.Today), "day", on, "goal", quoted(g.Title)),
	}, true
}
