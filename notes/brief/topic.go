package brief

import (
	"handback/notes"
	"handback/notes/voice"
)

// AddTopic is the change for what was typed into *Add a topic* in Prep, and what it did in a few words. What is on an
// agenda goes to the next one-on-one; what else a labelled line files belongs to today. Planned is the day of the next
// one-on-one, "" where none is planned; on is how a line of a note of a day is read. It returns Invalid where TopicLine
// does.
func AddTopic(
	typed string, actor notes.Actor, who notes.PersonID, planned, today notes.Date, on func(notes.Date) notes.Context,
) (change notes.Change, say string, err error) {
	line, label, err := notes.TopicLine(typed, actor, on(today))
	if err != nil {
		return notes.Change{}, "", err
	}
	if label == notes.Topic || label == notes.Ask {
		if planned != "" {
			line = notes.OnAnotherDay(line, on(today), on(planned))
		}
		return notes.OnAgenda(who, line, today), voice.T("Added to the agenda"), nil
	}
	journal := notes.Append{Person: who, Kind: notes.JournalNote, Date: today, Text: line}
	return notes.Change{Appends: []notes.Append{journal}}, voice.T("Added to today's note"), nil
}
