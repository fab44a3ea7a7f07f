package review

import (
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/document"
	"handback/notes/voice"
)

// Document is the pack as it leaves the journal, without what the manager is told of how evenly it covers the period. own is
// the person's own review, "" for none.
func (p Pack) Document(own string) document.Document {
	d := document.Document{
		Title: voice.T("Review of {who}, {period}", "who", p.Person.Name, "period", p.Period.SayInFull(p.Today)),
		Whose: p.Person.Name, On: p.Today, Lead: slices.Clone(p.Was),
	}
	for _, part := range p.Parts {
		out := document.Part{Title: part.Title}
		for _, l := range part.Lines {
			out.Lines = append(out.Lines, document.Line{Text: l.Says, Rest: l.dated(p.Today), Comment: l.remarked()})
		}
		d.Parts = append(d.Parts, out)
	}
	return withOwn(d, voice.T("{first}'s self-review", "first", p.Person.First()), own)
}

func withOwn(d document.Document, title, own string) document.Document {
	if prose := paragraphs(own); len(prose) > 0 {
		d.Parts = append(d.Parts, document.Part{Title: title, Prose: prose})
	}
	return d
}

// remarked is the comment on a line, where it may leave the journal.
func (l Line) remarked() string {
	if notes.IsPrivate(l.Comment) {
		return ""
	}
	return l.Comment
}

// dated is the day of a line, and what became of it.
func (l Line) dated(today notes.Date) string {
	day := notes.SayDate(l.Day, today)
	if l.Rest == "" {
		return day
	}
	return day + " · " + l.Rest
}

// paragraphs are the lines of a text that hold something.
func paragraphs(text string) []string {
	var out []string
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// Prose is the pack in sentences that credit each act with its day.
func (p Pack) Prose(own string) document.Document {
	d := p.Document("")
	d.Parts = nil
	for _, part := range p.Parts {
		d.Parts = append(d.Parts, document.Part{Title: part.Title, Prose: p.sentences(part)})
	}
	return withOwn(d, voice.T("{first}'s self-review", "first", p.Person.First()), own)
}

// paragraphLines is how many lines of a pack make a paragraph.
const paragraphLines = 5

func (p Pack) sentences(part Part) []string {
	var out []string
	var said []string
	for i, l := range part.Lines {
		who := p.Person.First()
		if i%paragraphLines > 0 {
			who = p.Person.Pronoun.Subject()
		}
		said = append(said, p.sentence(part.Kind, l, who))
		if comment := l.remarked(); comment != "" {
			said = append(said, ended(notes.UpperFirst(comment)))
		}
		if i%paragraphLines == paragraphLines-1 || i == len(part.Lines)-1 {
			out, said = append(out, strings.Join(said, " ")), nil
		}
	}
	return out
}

// sentence says one line; who is the person, within a sentence.
func (p Pack) sentence(k PartKind, l Line, who string) string {
	day, what := notes.SayDate(l.Day, p.Today), ended(l.Says)
	switch k {
	case Decided:
		if l.Actor == notes.We {
			return then(voice.T("On {day}, {who} and I decided together: {what}", "day", day, "who", p.Person.First(), "what", what), p.fate(l))
		}
		return then(voice.T("On {day}, {who} decided: {what}", "day", day, "who", who, "what", what), p.fate(l))
	case Did:
		return voice.T("On {day}, {who} finished this: {what}", "day", day, "who", who, "what", what)
	case Grew:
		return p.grew(l, day, who, what)
	case Praised:
		return then(voice.T("I praised {first} for this on {day}: {what}", "first", p.Person.First(), "day", day, "what", what), p.fate(l))
	case Ideas:
		had := notes.SayDate(l.NoteDate, p.Today)
		return then(voice.T("On {day}, {who} had this idea: {what}", "day", had, "who", who, "what", what), p.fate(l))
	case Promised:
		if l.Actor == notes.We {
			return voice.T("On {day}, {who} and I kept a promise: {what}", "day", day, "who", p.Person.First(), "what", what)
		}
		return voice.T("On {day}, {who} kept a promise: {what}", "day", day, "who", who, "what", what)
	case Owed:
		return voice.T("On {day}, I kept a promise: {what}", "day", day, "what", what)
	}
	return voice.T("On {day}, I gave this feedback: {what}", "day", day, "what", what)
}

func (p Pack) grew(l Line, day, who, what string) string {
	goal := ended(notes.UpperFirst(l.Rest))
	switch l.Grew {
	case Reached:
		return voice.T("On {day}, {who} reached a goal: {what}", "day", day, "who", who, "what", what)
	case Stepped:
		return then(voice.T("On {day}, {who} completed a step: {what}", "day", day, "who", who, "what", what), goal)
	case TookUp:
		return then(voice.T("On {day}, {who} made use of an opportunity: {what}", "day", day, "who", who, "what", what), goal)
	}
	if l.Together {
		return voice.T("From {day} on, {who} and I decided this together: {what}", "day", day, "who", p.Person.First(), "what", what)
	}
	return voice.T("From {day} on, {who} decided this: {what}", "day", day, "who", who, "what", what)
}

// then is a sentence and, where there is one, another behind it.
func then(said, more string) string {
	if more == "" {
		return said
	}
	return said + " " + more
}

// fate says what became of a decision, praise or an idea, as a sentence; "" where nothing did.
func (p Pack) fate(l Line) string {
	when, remark := notes.SayDate(l.StateDay(), p.Today), ended(notes.LowerFirst(l.Remark))
	short, long := "", ""
	switch l.State {
	case notes.Reversed:
		short, long = voice.T("It was reversed on {day}.", "day", when), voice.T("It was reversed on {day}: {why}", "day", when, "why", remark)
	case notes.Held:
		short, long = voice.T("We looked at it again on {day} and kept it.", "day", when),
			voice.T("We looked at it again on {day} and kept it: {why}", "day", when, "why", remark)
	case notes.Rewarded:
		short, long = voice.T("It was rewarded."), voice.T("It was rewarded: {how}", "how", remark)
	case notes.Trying:
		short, long = voice.T("We've been trying it since {day}.", "day", when),
			voice.T("We've been trying it since {day}: {how}", "day", when, "how", remark)
	case notes.Adopted:
		short, long = voice.T("We adopted it on {day}.", "day", when), voice.T("We adopted it on {day}: {how}", "day", when, "how", remark)
	case notes.Declined:
		short, long = voice.T("I declined it on {day}.", "day", when), voice.T("I declined it on {day}: {why}", "day", when, "why", remark)
	case notes.Learned:
		short, long = voice.T("We tried it."), voice.T("We tried it and learned: {what}", "what", remark)
	}
	if l.Remark == "" {
		return short
	}
	return long
}
