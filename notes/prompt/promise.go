package prompt

import (
	"handback/notes"
	"handback/notes/voice"
)

// myPromise speaks when a day that I promised has gone by: a todo of mine, or a need with a date.
var myPromise = kind{
	name: MyPromise, cooldown: 3, twice: true, lasting: true,
	occasions: map[string][]string{overdue: {"line", "date", "noted"}},
	due:       promisesOverdue,
}

const overdue = "overdue"

func promisesOverdue(f notes.PromptFacts) []occasion {
	var found []occasion
	for _, i := range f.IOwe {
		if !i.IsOwedByMe() || !f.Person.Off.Overdue(i.Due, f.Today) {
			continue
		}
		line, due, noted := short(i.Text), notes.SayDate(i.Due, f.Today), notes.SayDate(i.NoteDate, f.Today)
		found = append(found, occasion{
			name: overdue, since: i.Due.AddDays(1),
			slots:   map[string]string{"line": line, "date": due, "noted": noted},
			because: []notes.Filed{i},
			reason: voice.T("because you promised this by {due} (noted on {day}): “{line}”",
				"due", due, "day", noted, "line", quoted(i.Text)),
		})
	}
	return oldestFirst(found)
}
