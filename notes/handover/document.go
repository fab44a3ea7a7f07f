package handover

import (
	"cmp"

	"handback/notes/document"
	"handback/notes/voice"
)

// Title is the title of the pack.
func (p Pack) Title() string { return voice.T("Handover: {who}", "who", p.Person.Name) }

// Document is the pack as it leaves the journal: without what is left out, and with what the person said below each line.
func (p Pack) Document() document.Document {
	d := document.Document{Title: p.Title(), Whose: p.Person.Name, On: p.Today, Lead: []string{p.SayState()}}
	if p.Kept.To != "" {
		d.Lead = append(d.Lead, voice.T("For {who}.", "who", p.Kept.To))
	}
	for _, part := range p.Parts {
		lines := p.leaving(part)
		if len(lines) > 0 {
			d.Parts = append(d.Parts, document.Part{Title: part.Title, Lines: lines})
		}
	}
	return d
}

// leaving are the lines of a part that leave the journal.
func (p Pack) leaving(part Part) []document.Line {
	var lines []document.Line
	for _, l := range part.Lines {
		if l.Out {
			continue
		}
		line := document.Line{Text: l.Text, Rest: l.Rest}
		if l.Said != "" {
			line.Comment = voice.T("{first} says: {what}", "first", p.Person.First(), "what", l.Said)
		}
		lines = append(lines, line)
	}
	return lines
}

// fewInTalk is how many lines of a part stand in the agenda: the others are in the pack, which lies beside it.
const fewInTalk = 5

// Agenda is the agenda of the talk between the manager, who takes over and the person: what of the pack is gone through,
// with room to write. Me is the manager's name, "" where it isn't known.
func (p Pack) Agenda(me string) document.Document {
	first := p.Person.First()
	to, me := cmp.Or(p.Kept.To, voice.T("the new manager")), cmp.Or(me, voice.T("the outgoing manager"))
	d := document.Document{
		Title: voice.T("Handing over: {first} and {to}", "first", first, "to", to),
		Whose: p.Person.Name, On: p.Today,
		Lead: []string{
			voice.T("Allow about 45 minutes. {first} speaks first on each point, then {me}, then {to}.", "first", first, "me", me, "to", to),
			p.SayState(),
		},
	}
	for _, topic := range []struct {
		part  PartID
		title string
		ask   string
	}{
		{Areas, voice.T("Who decides what"), voice.T("What stays as it is, and what should change in the first three months?")},
		{Goals, voice.T("Goals"), voice.T("What's the next step for each, and who helps with it?")},
		{Promised, voice.T("Promises"), voice.T("Which will {me} keep, and which will {to} take over?", "me", me, "to", to)},
		{Ideas, voice.T("Ideas"), voice.T("Which ideas stay open, and who will answer them?")},
		{Helps, voice.T("What helps"), voice.T("What helps {first} do good work, and what doesn't?", "first", first)},
	} {
		d.Parts = append(d.Parts, p.topic(topic.part, topic.title, topic.ask))
	}
	d.Parts = append(d.Parts, document.Part{
		Title: voice.T("What we agreed on"),
		Prose: []string{voice.T("When do {first} and {to} meet next?", "first", first, "to", to)},
		Room:  roomAtEnd,
	})
	return d
}

const roomBelow, roomAtEnd = 2, 6 // lines to write on

// topic is a point of the talk, with the first lines of its part.
func (p Pack) topic(id PartID, title, ask string) document.Part {
	part := document.Part{Title: title, Prose: []string{ask}, Room: roomBelow}
	for _, from := range p.Parts {
		if from.ID != id {
			continue
		}
		lines := p.leaving(from)
		for i, l := range lines {
			if i == fewInTalk {
				more := voice.N(len(lines)-fewInTalk, "{n} more line in the pack", "{n} more lines in the pack")
				part.Lines = append(part.Lines, document.Line{Rest: more})
				break
			}
			l.Box = true
			part.Lines = append(part.Lines, l)
		}
	}
	return part
}
