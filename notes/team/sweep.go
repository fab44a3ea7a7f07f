package team

import (
	"cmp"
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// SweepQuestions are suggested as the one question to everybody. They ask for an act or a thing, and for something that
// the manager can do.
var SweepQuestions = []string{
	voice.T("What should I stop doing?"),
	voice.T("Which decision are you waiting for me to make that you could make yourself?"),
	voice.T("What do we do every week that you'd stop first?"),
	voice.T("What's harder right now than it looks from the outside?"),
	voice.T("Which of your ideas haven't I answered yet?"),
	voice.T("What would you like me to ask you more often?"),
	voice.T("What should stay exactly as it is?"),
}

// FieldQuestion is the field of a sweep's question.
var FieldQuestion = voice.T("Question")

// sweepDays is how far apart the asks of one sweep may stand: planned notes are weeks apart.
const sweepDays = 60

// Sweep is one question that was asked of several people, with what each answered.
type Sweep struct {
	Question string
	Newest   notes.Date    // the note date of its newest ask
	Answers  []SweepAnswer // in the order of people
}

// SweepAnswer is what one person answered.
type SweepAnswer struct {
	Person notes.Person
	Item   notes.Filed
	Text   string // the answer; "" where it is open, dropped or was only ticked
	Says   string // what stands there where there is no answer: "to ask on Thu 4 Dec", "asked, no answer noted"
}

// SweepPlan is what a sweep is made from.
type SweepPlan struct {
	People   []notes.Person
	Asks     []notes.Filed // the `ask` lines that there are, newest first
	Me       notes.PersonID
	Names    *notes.Names
	Words    *notes.LabelWords
	Today    notes.Date
	LookedAt string // a question that may name somebody: the manager was told and wants it so
}

// Ask puts one question on the agenda of each active report, in one change; asked are those who get it. It plans nothing. Who has
// it open on the agenda already is left out. It returns Invalid where there is no question, where it names somebody
// (everybody reads it) and was not looked at, or where nobody is left to be asked.
func (p SweepPlan) Ask(question string) (change notes.Change, asked []notes.Person, err error) {
	question = notes.Tidy(question)
	if question == "" {
		why := voice.T("Write one question, e.g. {example}", "example", SweepQuestions[0])
		return notes.Change{}, nil, notes.Invalid{Field: FieldQuestion, Why: why}
	}
	if p.Names.Mentions(question, p.Me) && question != notes.Tidy(p.LookedAt) {
		return notes.Change{}, nil, notes.Invalid{
			Field: FieldQuestion,
			Why:   voice.T("This may name someone, and everyone will read it. Take the name out, or confirm again."),
		}
	}
	if err := notes.Fits(FieldQuestion, question, notes.MostLine); err != nil {
		return notes.Change{}, nil, err
	}
	today, reports := p.Today, 0
	for _, who := range p.People {
		if !who.Active(today) {
			continue
		}
		if reports++; p.isAsked(who.ID, question) {
			continue
		}
		in := notes.Context{Date: today, Person: who.ID, Me: p.Me, Names: p.Names, Words: p.Words}
		line, err := notes.NewLine(notes.Ask, notes.Me, []notes.PersonID{who.ID}, question, "", in)
		if err != nil {
			return notes.Change{}, nil, err
		}
		change = change.Then(notes.OnAgenda(who.ID, line, today))
		asked = append(asked, who)
	}
	switch {
	case reports == 0:
		return notes.Change{}, nil, notes.Invalid{Why: voice.T("Nobody who reports to you is around to ask right now.")}
	case len(asked) == 0:
		return notes.Change{}, nil, notes.Invalid{
			Field: FieldQuestion,
			Why:   voice.T("It's already on everyone's agenda. Ask another one, or wait for the answers."),
		}
	}
	return change, asked, nil
}

// isAsked reports whether the question is open on a person's agenda.
func (p SweepPlan) isAsked(who notes.PersonID, question string) bool {
	return slices.ContainsFunc(p.Asks, func(f notes.Filed) bool {
		return f.Person == who && f.State == notes.Open && sweepKey(f.Text) == sweepKey(question)
	})
}

// sweepKey is the form in which questions are compared: in other case or without its question mark it is the same.
func sweepKey(text string) string {
	return strings.TrimRight(notes.FoldName(notes.SayText(text)), "?!. ")
}

// ShowSweeps finds the questions that were asked of two reports or more, each within a season, newest first. Asks come newest
// first; of what a person was asked twice in that time the newest counts. Planned are the days of the next one-on-ones, of
// those who have one.
func ShowSweeps(asks []notes.Filed, people []notes.Person, planned map[notes.PersonID]notes.Date, today notes.Date) []Sweep {
	var found []Sweep
	latest := map[string]int{} // by question: its oldest sweep so far
	for _, f := range asks {
		if f.State == notes.History || f.Actor != notes.Me || len(f.People) != 1 {
			continue
		}
		i := slices.IndexFunc(people, func(p notes.Person) bool { return p.ID == f.Person && p.Kind == notes.KindReport })
		if i < 0 {
			continue
		}
		key := sweepKey(f.Text)
		at, known := latest[key]
		if !known || found[at].Newest.DaysSince(f.NoteDate) > sweepDays {
			at = len(found)
			latest[key] = at
			found = append(found, Sweep{Question: notes.SayText(f.Text), Newest: f.NoteDate})
		}
		s := &found[at]
		if !slices.ContainsFunc(s.Answers, func(a SweepAnswer) bool { return a.Person.ID == f.Person }) {
			s.Answers = append(s.Answers, sweepAnswer(f, people[i], planned[f.Person], today))
		}
	}
	found = slices.DeleteFunc(found, func(s Sweep) bool { return len(s.Answers) < 2 })
	for _, s := range found {
		slices.SortStableFunc(s.Answers, func(a, b SweepAnswer) int {
			at := func(who notes.PersonID) int {
				return slices.IndexFunc(people, func(p notes.Person) bool { return p.ID == who })
			}
			return at(a.Person.ID) - at(b.Person.ID)
		})
	}
	return found
}

func sweepAnswer(f notes.Filed, p notes.Person, planned, today notes.Date) SweepAnswer {
	a := SweepAnswer{Person: p, Item: f}
	switch {
	case f.State == notes.Answered && f.Remark != "":
		a.Text = f.Remark
	case f.State == notes.Answered:
		a.Says = voice.T("asked {date}, no answer noted", "date", notes.SayDay(f.StateDate, today))
	case f.State == notes.Dropped:
		a.Says = voice.T("dropped")
		if f.Remark != "" {
			a.Says = voice.T("dropped: {why}", "why", f.Remark)
		}
	case p.State == notes.StateLeft:
		a.Says = voice.T("has left, wasn't asked")
	case planned >= today:
		a.Says = voice.T("you'll ask {date}", "date", notes.SayDay(planned, today))
	case planned != "" || f.NoteDate < today:
		a.Says = voice.T("open since {date}", "date", notes.SayShort(f.NoteDate, today))
	default:
		a.Says = voice.T("waiting for the next one-on-one")
	}
	return a
}

// isOpen reports whether it is still to be asked.
func (a SweepAnswer) isOpen() bool {
	return a.Item.State == notes.Open && a.Person.State != notes.StateLeft
}

// CanTakeBack reports whether the question can be taken back: it is open, and nobody was asked yet.
func (s Sweep) CanTakeBack() bool {
	answered := func(a SweepAnswer) bool { return a.Item.State == notes.Answered }
	return !slices.ContainsFunc(s.Answers, answered) && slices.ContainsFunc(s.Answers, SweepAnswer.isOpen)
}

// TakeBack takes the question from every agenda on which it is open. A journal note in which nothing else stands goes
// with it.
func (s Sweep) TakeBack() notes.Change {
	var open []notes.Filed
	for _, a := range s.Answers {
		if a.Item.State == notes.Open {
			open = append(open, a.Item)
		}
	}
	slices.SortFunc(open, func(a, b notes.Filed) int { return cmp.Or(cmp.Compare(a.Note, b.Note), b.Line-a.Line) })
	var c notes.Change
	for _, f := range open {
		c.Edits = append(c.Edits, notes.LineEdit{Op: notes.DeleteLine, Note: f.Note, Line: f.Line, Old: f.Raw})
		if f.NoteKind == notes.JournalNote {
			c.Rows = append(c.Rows, notes.DeleteBlank{Note: f.Note})
		}
	}
	return c
}

// Say is how far a sweep has come: "everyone has answered", "2 answers, 3 still to come".
func (s Sweep) Say() string {
	answers, open, left := 0, 0, 0
	for _, a := range s.Answers {
		switch {
		case a.Text != "":
			answers++
		case a.isOpen():
			open++
		case a.Item.State == notes.Open:
			left++
		}
	}
	switch {
	case open == 0 && answers > 0 && answers+left == len(s.Answers):
		return voice.T("everyone has answered")
	case open == 0 && answers == 0:
		return voice.T("no answer noted")
	case answers == 0:
		return voice.T("no answer yet")
	case open == 0:
		return voice.N(answers, "{n} answer", "{n} answers")
	}
	return voice.N(answers, "{n} answer, {open} still to come", "{n} answers, {open} still to come", "open", open)
}

// Answer writes what the person answered behind the question; in is the context of its note. It returns Invalid for an
// answer without words.
func (a SweepAnswer) Answer(words string, in notes.Context, today notes.Date) (notes.Change, error) {
	words = notes.Tidy(words)
	if words == "" {
		return notes.Change{}, notes.Invalid{
			Field: FieldAnswer,
			Why:   voice.T("Write the answer, in {first}'s words if you can.", "first", a.Person.First()),
		}
	}
	if err := notes.Fits(FieldAnswer, words, notes.MostLine); err != nil {
		return notes.Change{}, err
	}
	on := today
	if a.Item.State == notes.Answered && a.Item.StateDate != "" {
		on = a.Item.StateDate
	}
	e, err := notes.SetState(a.Item, in, notes.Answered, on, words)
	if err != nil {
		return notes.Change{}, err
	}
	return notes.Change{Edits: []notes.LineEdit{e}}, nil
}

// FieldAnswer is the field of an answer to a sweep.
var FieldAnswer = voice.T("Answer")

// SayAsked says who was asked: "On the agenda for Ana, Ben and Dana".
func SayAsked(asked []notes.Person) string {
	return voice.T("On the agenda for {who}", "who", sayAuthors(asked, voice.T("you")))
}
