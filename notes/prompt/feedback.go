package prompt

import (
	"handback/notes"
	"handback/notes/voice"
)

const feedbackNotSaid = "unsaid"

// feedback speaks when feedback for them was written and not said. It has no questions for them: what it is about is not
// to be met first on an agenda.
var feedback = kind{
	name: Feedback, cooldown: 7,
	occasions: map[string][]string{feedbackNotSaid: {"line", "date"}},
	due:       unsaidFeedback,
}

// unsaidFeedback counts from the day after it was written, as praise does, until the manager has done what was asked.
func unsaidFeedback(f notes.PromptFacts) []occasion {
	var found []occasion
	for _, i := range f.Unsaid {
		if i.Label != notes.Feedback || i.Actor == notes.Me || i.NoteDate >= f.Today || i.Closed() ||
			settledOn(Feedback, f, fromLine(i)) != "" {
			continue
		}
		happened, _, _ := notes.PraiseParts(i.Text)
		day := notes.SayDate(i.NoteDate, f.Today)
		found = append(found, occasion{
			name: feedbackNotSaid, since: i.NoteDate.AddDays(1), because: []notes.Filed{i},
			slots: map[string]string{"line": short(happened), "date": day},
			reason: voice.T("because you wrote this feedback on {day} and haven't marked it as said: “{line}”",
				"day", day, "line", quoted(happened)),
		})
	}
	return oldestFirst(found)
}
