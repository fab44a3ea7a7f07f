package prompt

import (
	"handback/notes"
	"handback/notes/voice"
)

const ideaWaits = 21 // days in which an idea may go without an answer

const (
	ideaWaiting = "waiting"
	ideaNone    = "none"
)

// ideas speaks when an idea of theirs has waited three weeks for an answer, or when three one-on-ones brought none and none is
// under way.
var ideas = kind{
	name: Ideas, cooldown: 21,
	occasions: map[string][]string{ideaWaiting: {"line", "date"}, ideaNone: {"date"}},
	due:       ideasDue,
}

func ideasDue(f notes.PromptFacts) []occasion {
	var found []occasion
	for _, i := range f.Ideas {
		if i.State != notes.Open || f.Person.Off.Since(i.NoteDate, f.Today) < ideaWaits {
			continue
		}
		line, said := short(i.Text), notes.SayDate(i.NoteDate, f.Today)
		found = append(found, occasion{
			name: ideaWaiting, since: i.NoteDate.AddDays(ideaWaits), because: []notes.Filed{i}, mine: true,
			before: beforePraise(i.NoteDate, f),
			slots:  map[string]string{"line": line, "date": said},
			reason: voice.T("because this idea has had no answer since {day}: “{line}”", "day", said, "line", quoted(i.Text)),
		})
	}
	if f.IdeaGoing != "" || theyWait(f) {
		return oldestFirst(found) // one that waits, or is being done, is an idea
	}
	if three, since, ok := threeWithout(f.IdeaDates, ideaProse, f); ok {
		found = append(found, occasion{
			name: ideaNone, absent: true, since: since, slots: map[string]string{"date": notes.SayDate(three[0], f.Today)},
			reason: voice.T("because you noted no ideas from {who} in the last three one-on-ones ({days})",
				"who", f.Person.First(), "days", sayDates(three, f.Today)),
		})
	}
	return found
}
