package taking

import (
	"slices"
	"strings"

	"handback/notes"
	"handback/notes/voice"
)

// Line is a line of an imported note that would be open.
type Line struct {
	notes.Filed
	Says  string      // what it says without its box, label and day
	Text  string      // as it would be written now, where it stays whose it is
	Goal  string      // the title of the goal that it would be, "" where it becomes a line
	Whose notes.Actor // who it would be for now
	Asked bool        // that can be chosen
}

// MostForward is how many lines are offered.
const MostForward = 200

// Forward are the lines of an import that would be open, as they would be written on a day. A box of nobody is offered as the
// manager's, who wrote it: nothing is put into somebody else's mouth.
func Forward(lines []notes.Filed, context func(notes.PersonID, notes.Date) notes.Context, today notes.Date) []Line {
	out := make([]Line, 0, len(lines))
	for _, f := range lines {
		was := context(f.NotePerson, f.NoteDate)
		l := Line{Filed: f, Whose: f.Actor, Says: notes.UpperFirst(notes.SayText(f.Text))}
		l.Text = notes.OnAnotherDay(f.Raw, was, context(f.NotePerson, today))
		alone := f.Person == f.NotePerson && len(f.People) < 2 && f.NotePerson != was.Me
		l.Asked = f.Label == notes.Todo && alone
		if f.Actor == notes.Unsaid && f.Label == notes.Todo {
			l.Whose = notes.Me
			if !alone {
				l.Text = mine(f, context(f.NotePerson, today))
			}
		}
		if l.Goal = goalOf(f); l.Goal != "" {
			l.Asked, l.Says = false, l.Goal
		}
		out = append(out, l)
	}
	return out
}

// mine is a box of nobody as a todo of the manager's own journal.
func mine(f notes.Filed, in notes.Context) string {
	line, err := notes.NewLine(notes.Todo, notes.Me, []notes.PersonID{f.NotePerson}, f.Text, f.Due, in)
	if err != nil {
		return f.Raw
	}
	return line
}

// goalOf is the goal that a line is: other programs keep them as tasks with a tag of that name.
func goalOf(f notes.Filed) string {
	if f.Label != notes.Todo || f.Person != f.NotePerson || f.Actor == notes.Me {
		return ""
	}
	for _, tag := range f.Tags {
		if tag == "goal" || tag == "goals" || tag == "okr" {
			words := strings.Fields(f.Text)
			title := words[:0]
			for _, w := range words {
				if !strings.EqualFold(w, "#"+tag) {
					title = append(title, w)
				}
			}
			return strings.Join(title, " ")
		}
	}
	return ""
}

// WithoutGoals are lines but for those that would become a goal that is there: they were brought forward before.
func WithoutGoals(lines []Line, there []notes.Goal) []Line {
	return slices.DeleteFunc(slices.Clone(lines), func(l Line) bool {
		return l.Goal != "" && slices.ContainsFunc(there, func(g notes.Goal) bool {
			return g.Person == l.Person && strings.EqualFold(strings.TrimSpace(g.Title), strings.TrimSpace(l.Goal))
		})
	})
}

// Change writes the lines into the next one-on-one of their people, or into today's note where none is planned, oldest first, and
// makes goals of those that are some.
func Change(lines []Line, context func(notes.PersonID, notes.Date) notes.Context, today notes.Date) (c notes.Change, err error) {
	for i := len(lines) - 1; i >= 0; i-- {
		l := lines[i]
		if l.Goal != "" {
			c.Rows = append(c.Rows, notes.Goal{Person: l.Person, Title: l.Goal, Start: today})
			continue
		}
		text := l.Text
		if l.Asked && l.Whose != l.Actor {
			text, err = notes.NewLine(notes.Todo, l.Whose, []notes.PersonID{l.NotePerson}, l.Filed.Text, l.Due, context(l.NotePerson, today))
			if err != nil {
				return notes.Change{}, err
			}
		}
		c.Appends = append(c.Appends, notes.Append{Person: l.NotePerson, Kind: notes.PlannedNote, Date: today, Text: strings.TrimSpace(text)})
	}
	return c, nil
}

// Actors are who a line can be for, in the order in which that is asked.
var Actors = []notes.Actor{notes.Me, notes.Them, notes.We}

// SayActors are what Actors are called, of a person with a first name.
func SayActors(first string) []string {
	return []string{voice.T("For me"), voice.T("For {first}", "first", first), voice.T("For both of us")}
}
