package prompt

import (
	"handback/notes"
	"handback/notes/voice"
)

// throughHeld is how many one-on-ones a topic of theirs may stay open through.
const throughHeld = 3

const topicOpen = "waiting"

// topicWaiting speaks when what they put on the agenda was still open after three held one-on-ones.
var topicWaiting = kind{
	name: TopicWaiting, cooldown: 14,
	occasions: map[string][]string{topicOpen: {"line", "date"}},
	due:       topicsWaiting,
}

// topicsWaiting counts the one-on-ones after the day on which it was noted, or on which the manager last saw to it.
func topicsWaiting(f notes.PromptFacts) []occasion {
	var found []occasion
	for _, i := range f.Agenda {
		if i.Actor != notes.Them || (i.Label != notes.Topic && i.Label != notes.Ask) || i.Closed() {
			continue
		}
		through := pastHeld(f.Held, max(i.NoteDate, settledOn(TopicWaiting, f, fromLine(i))))
		if len(through) < throughHeld {
			continue
		}
		line, days := quoted(i.Text), sayDates(through[len(through)-throughHeld:], f.Today)
		why := voice.T("because {who}'s topic stayed open through your one-on-ones on {days}: “{line}”",
			"who", f.Person.First(), "days", days, "line", line)
		if i.Label == notes.Ask {
			why = voice.T("because {who}'s question stayed open through your one-on-ones on {days}: “{line}”",
				"who", f.Person.First(), "days", days, "line", line)
		}
		found = append(found, occasion{
			name: topicOpen, since: through[throughHeld-1], because: []notes.Filed{i}, reason: why,
			slots: map[string]string{"line": short(i.Text), "date": notes.SayDate(i.NoteDate, f.Today)},
		})
	}
	return oldestFirst(found)
}
