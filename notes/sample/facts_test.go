package sample_test

import (
	"sort"

	"handback/notes"
	"handback/notes/sample"
)

// book is the sample team as a journal would hold it: people with ids, and every line that is filed.
type book struct {
	sample.Sample
	today  notes.Date
	people []notes.Person
	names  *notes.Names
	filed  []notes.Filed // by note date
}

func open(today notes.Date) book {
	b := book{Sample: sample.Team(today), today: today}
	for i, m := range b.Members {
		p := m.Person
		p.ID, p.UID = notes.PersonID(i+1), p.Name
		b.people = append(b.people, p)
	}
	b.names = notes.NewNames(b.people)
	for i, m := range b.Members {
		for j, n := range m.Notes {
			b.file(b.people[i].ID, notes.NoteID(100*i+j+1), n)
		}
	}
	sort.SliceStable(b.filed, func(i, j int) bool { return b.filed[i].NoteDate < b.filed[j].NoteDate })
	return b
}

func (b *book) in(person notes.PersonID, day notes.Date) notes.Context {
	return notes.Context{Date: day, Person: person, Me: 1, Names: b.names}
}

func (b *book) file(person notes.PersonID, id notes.NoteID, n notes.NewNote) {
	for _, it := range notes.Parse(n.Body, b.in(person, n.Date)) {
		for _, p := range it.People {
			b.filed = append(b.filed, notes.Filed{
				Item: it, Person: p, Note: id, NoteUID: m(person, n.Date), NoteDate: n.Date, NoteKind: n.Kind,
				NotePerson: person,
			})
		}
	}
}

func m(p notes.PersonID, d notes.Date) string { return string(rune('a'+p)) + string(d) }

// facts are what the prompt engine asks a journal for.
func (b *book) facts(i int) notes.PromptFacts {
	member := b.Members[i]
	f := notes.PromptFacts{Facts: notes.Facts{Person: b.people[i], Today: b.today, Areas: member.Areas}}
	f.Evidence = map[notes.GoalID]notes.Filed{}
	for _, n := range member.Notes {
		if n.Kind == notes.HeldNote {
			f.Held = append([]notes.Date{n.Date}, f.Held...)
		}
		if n.Kind == notes.PlannedNote {
			f.Planned = &notes.NoteHead{Date: n.Date, Kind: n.Kind, At: n.At}
		}
	}
	if len(f.Held) > 0 {
		f.LastHeld = &notes.Note{NoteHead: notes.NoteHead{Date: f.Held[0]}}
	}
	f.Held = f.Held[:min(12, len(f.Held))]
	for n, g := range member.Goals {
		g.ID = notes.GoalID(n + 1)
		if g.State == notes.GoalOpen {
			f.Goals = append(f.Goals, g.Goal)
		} else if g.State == notes.GoalReached && b.today.DaysSince(g.Closed) <= 180 {
			f.Reached = append(f.Reached, g.Goal)
		}
	}
	for j, p := range b.people {
		if j != i {
			f.Others = append(f.Others, p.Name, p.First())
		}
	}
	for _, e := range member.Prompts {
		e.Person = f.Person.ID
		f.History = append(f.History, e)
	}
	for _, l := range b.filed {
		if l.Person == f.Person.ID {
			b.addLine(&f, l)
		}
	}
	return f
}

func (b *book) addLine(f *notes.PromptFacts, l notes.Filed) {
	for _, g := range f.Goals {
		for _, t := range l.Tags {
			if t == g.Tag {
				f.Evidence[g.ID] = l
			}
		}
	}
	if len(f.Held) > 0 && l.NoteDate >= f.Held[0] {
		f.Since = append(f.Since, l)
	}
	switch l.Label {
	case notes.Todo:
		switch {
		case !l.Closed() && l.Actor == notes.Them:
			f.TheyOwn = append(f.TheyOwn, l)
		case !l.Closed():
			f.IOwe = append(f.IOwe, l)
		case l.State == notes.Done && l.Actor == notes.Them && b.today.DaysSince(l.StateDate) <= 60:
			f.DoneLately = append([]notes.Filed{l}, f.DoneLately...)
			f.Deeds = append(f.Deeds, l)
		}
	case notes.Decided:
		f.Decisions = append([]notes.Filed{l}, f.Decisions...)
		if l.Actor == notes.Them && b.today.DaysSince(l.NoteDate) <= 60 {
			f.DoneLately = append([]notes.Filed{l}, f.DoneLately...)
		}
	case notes.Praise:
		if b.today.DaysSince(l.NoteDate) <= 180 {
			f.Deeds = append(f.Deeds, l)
		}
		f.LastPraise = l.NoteDate
		if !l.Closed() {
			f.Unsaid = append(f.Unsaid, l)
		}
	case notes.Feedback:
		if !l.Closed() {
			f.Unsaid = append(f.Unsaid, l)
		}
	case notes.Idea:
		f.IdeaDates = append([]notes.Date{l.NoteDate}, f.IdeaDates...)
		if !l.Closed() {
			f.Ideas = append(f.Ideas, l)
		}
	case notes.Need:
		f.NeedDates = append([]notes.Date{l.NoteDate}, f.NeedDates...)
		if !l.Closed() {
			f.Needs = append(f.Needs, l)
			if l.Due != "" {
				f.IOwe = append(f.IOwe, l)
			}
		}
	case notes.Topic, notes.Ask:
		if !l.Closed() {
			f.Agenda = append(f.Agenda, l)
		}
	case notes.Stuck:
		if !l.Closed() {
			f.Stuck = append(f.Stuck, l)
		}
	}
}
