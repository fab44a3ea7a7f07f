package prompt

import (
	"handback/notes"
	"handback/notes/voice"
)

const (
	revisitTheirs = "theirs"
	revisitOurs   = "ours"
)

// revisit speaks from the day on that was set to look at a decision again, until its line says what became of it.
var revisit = kind{
	name: Revisit, cooldown: 1, lasting: true,
	occasions: map[string][]string{revisitTheirs: {"line", "date", "noted"}, revisitOurs: {"line", "date", "noted"}},
	due:       revisitDue,
}

func revisitDue(f notes.PromptFacts) []occasion {
	var found []occasion
	for _, d := range f.Revisit {
		if d.State != notes.Open || !d.Due.Valid() || d.Due > f.Today || takenUp(d, Revisit, f) {
			continue
		}
		name := revisitOurs
		if d.Actor == notes.Them {
			name = revisitTheirs
		}
		due, noted := notes.SayDate(d.Due, f.Today), notes.SayDate(d.NoteDate, f.Today)
		found = append(found, occasion{
			name: name, since: d.Due, because: []notes.Filed{d},
			slots: map[string]string{"line": short(d.Text), "date": due, "noted": noted},
			reason: voice.T("because you planned to look at this decision again on {due} (noted on {day}): “{line}”",
				"due", due, "day", noted, "line", quoted(d.Text)),
		})
	}
	return oldestFirst(found)
}

// takenUp reports whether a line was asked about, or done, since the last one-on-one: what comes of it is seen there.
func takenUp(l notes.Filed, name notes.PromptKind, f notes.PromptFacts) bool {
	on := settledOn(name, f, fromLine(l))
	return on != "" && !heldSince(on, f)
}

// heldSince reports whether a one-on-one was held after a day, or on it and it is over.
func heldSince(day notes.Date, f notes.PromptFacts) bool {
	for _, h := range f.Held {
		if h > day || h == day && day < f.Today {
			return true
		}
	}
	return false
}
