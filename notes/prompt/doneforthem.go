package prompt

import (
	"slices"

	"handback/notes"
	"handback/notes/stepin"
	"handback/notes/voice"
)

// workDoneForThem are plain lines of the last 30 days which say that I did something myself in an area of which the calls were
// agreed to be theirs: not on a day on which they were away, nor where I lead from in front, nor where they made a call there since.
func workDoneForThem(f notes.PromptFacts) []occasion {
	if len(stepin.InForce(f.StepIns, f.Today)) > 0 {
		return nil
	}
	lines := plainLines(f, callWaits, mayBeDoneMyself, func(line string) bool {
		return didMyself().MatchString(withWho(line, f.Person)) && !wasAsked().MatchString(line)
	})
	var found []occasion
	for _, l := range lines {
		tag := areaOfTheirs(l, f)
		if tag == "" || f.Person.Off.Covers(l.NoteDate) || isKept(l, f) || askedAbout(l, HandBack, f) || calledSince(tag, l.NoteDate, f) {
			continue
		}
		said := notes.SayDate(l.NoteDate, f.Today)
		found = append(found, occasion{
			name: doneForThem, since: l.NoteDate, because: []notes.Filed{l},
			slots:  map[string]string{"tag": tag, "line": short(l.Text), "date": said},
			reason: voice.T("because you noted this on {day}: “{line}”", "day", said, "line", quoted(l.Text)),
		})
	}
	return newestFirst(found)
}

// areaOfTheirs is the tag of an area that a line names, and of which the calls were agreed to be theirs on its day.
func areaOfTheirs(l notes.Filed, f notes.PromptFacts) string {
	for _, a := range f.Areas {
		if notes.SpeaksOf(l.Text, notes.Goal{Tag: a.Tag}) && a.LevelOn(l.NoteDate).Call() == notes.Theirs {
			return a.Tag
		}
	}
	return ""
}

// calledSince reports whether they made a call in an area after a day.
func calledSince(tag string, day notes.Date, f notes.PromptFacts) bool {
	return slices.ContainsFunc(f.Decisions, func(d notes.Filed) bool {
		return d.Actor == notes.Them && d.NoteDate > day && hasTag(d.Item, tag)
	})
}
