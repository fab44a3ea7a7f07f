package rereading

import (
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// Facts are what the screen is made from.
type Facts struct {
	Lines  []notes.Rereading // newest note first
	Bodies map[notes.NoteID]string
	People []notes.Person // in sidebar order
	Today  notes.Date
	// Context is how the lines of a note are read until they are decided.
	Context func(notes.PersonID, notes.Date) notes.Context
}

// Page is all that waits for an answer.
type Page struct {
	Groups []Group
	Count  int // of all lines
	More   int // lines that are not among Groups yet
}

// Group is the lines in the notes of one person.
type Group struct {
	Person notes.Person
	Title  string
	Count  int // of all that wait in these notes
	Lines  []Line
}

// Line is a line that waits.
type Line struct {
	notes.Rereading
	Text   string // as it stands in the note
	Where  string // the note
	Before string // how it was read, in words
	After  string // how it is read now
	// Keep goes on reading it as before, and Kept is what it then says; where no line says that, Kept is "".
	Keep notes.Change
	Kept string
}

// Show groups the lines by the people whose notes they stand in, at most so many; the first of each person are shown, and
// the rest follows once they are decided.
func Show(f Facts, most int) Page {
	p := Page{Count: len(f.Lines)}
	for _, who := range f.People {
		g := Group{Person: who, Title: who.Name}
		if who.Kind == notes.KindMe {
			g.Title = voice.T("Your own notes")
		}
		for _, r := range f.Lines {
			if r.NotePerson != who.ID {
				continue
			}
			g.Count++
			if most == 0 {
				p.More++
				continue
			}
			most--
			g.Lines = append(g.Lines, f.line(r))
		}
		if len(g.Lines) > 0 {
			p.Groups = append(p.Groups, g)
		}
	}
	return p
}

func (f Facts) line(r notes.Rereading) Line {
	l := Line{
		Rereading: r,
		Text:      strings.TrimSpace(r.Raw),
		Where:     f.where(r),
		Before:    f.say(r.Before, r),
		After:     f.say(r.After, r),
	}
	if c, _, ok := notes.KeepReading(f.Bodies[r.Note], f.Context(r.NotePerson, r.NoteDate), r); ok && len(c.Edits) > 0 {
		l.Keep, l.Kept = c, strings.TrimSpace(c.Edits[0].New)
	}
	return l
}

// where names the note, and how often the line stands in it.
func (f Facts) where(r notes.Rereading) string {
	day := notes.SayFull(r.NoteDate, f.Today)
	if r.Places > 1 {
		return voice.N(r.Places, "{day}, {n} time", "{day}, {n} times", "day", day)
	}
	return day
}

// say is a reading in a few words: "todo · Ana · due Fri 4 Dec".
func (f Facts) say(it *notes.Item, r notes.Rereading) string {
	if it == nil {
		return voice.T("not filed")
	}
	parts := []string{string(it.Label), f.who(it)}
	if it.Due.Valid() {
		parts = append(parts, voice.T("due {day}", "day", notes.SayFull(it.Due, f.Today)))
	}
	if it.State != notes.Open && it.State != notes.History {
		parts = append(parts, it.SayState("", f.Today))
	}
	if r.Before != nil && r.After != nil && !slices.Equal(r.Before.Tags, r.After.Tags) {
		for _, tag := range it.Tags {
			parts = append(parts, "#"+tag)
		}
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

// who says whose a line is.
func (f Facts) who(it *notes.Item) string {
	var names []string
	for _, id := range it.People {
		for _, p := range f.People {
			if p.ID == id && p.Kind != notes.KindMe {
				names = append(names, p.Name)
			}
		}
	}
	joined := strings.Join(names, ", ")
	switch {
	case it.Actor == notes.Unsaid:
		return voice.T("nobody named")
	case it.Actor == notes.Me && joined == "", it.Actor == notes.We && joined == "":
		return voice.T("you")
	case it.Actor == notes.Me:
		return voice.T("you, about {names}", "names", joined)
	case it.Actor == notes.We:
		return voice.T("you and {names}", "names", joined)
	}
	return joined
}

// TakeNew is the change by which lines are read the new way.
func TakeNew(lines ...notes.Rereading) notes.Change {
	var c notes.Change
	for _, r := range lines {
		c.Rows = append(c.Rows, notes.TakeNewReading{Note: r.Note, Line: r.Raw})
	}
	return c
}

// KeepAll is the change by which all lines go on to be read as before, and how many no line can say: these are left to be
// decided.
func KeepAll(f Facts) (c notes.Change, kept, left int) {
	bodies := map[notes.NoteID]string{}
	for _, r := range f.Lines {
		body, begun := bodies[r.Note]
		if !begun {
			body = f.Bodies[r.Note]
		}
		one, body, ok := notes.KeepReading(body, f.Context(r.NotePerson, r.NoteDate), r)
		if !ok {
			left++
			continue
		}
		bodies[r.Note] = body
		c = c.Then(one)
		kept++
	}
	return c, kept, left
}
