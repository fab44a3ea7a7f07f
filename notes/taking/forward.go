package taking

import (
	"strings"

	"handback/notes"
)

// Line is a line of an imported note that would be open.
type Line struct {
	notes.Filed
	Text string // as it would be written now
	Goal string // the title of the goal that it would be, "" where it becomes a line
}

// MostForward is how many lines are offered.
const MostForward = 200

// Forward are the lines of an import that would be open, as they would be written on a day.
func Forward(lines []notes.Filed, context func(notes.PersonID, notes.Date) notes.Context, today notes.Date) []Line {
	out := make([]Line, 0, len(lines))
	for _, f := range lines {
		was := context(f.NotePerson, f.NoteDate)
		l := Line{Filed: f, Text: notes.OnAnotherDay(f.Raw, was, context(f.NotePerson, today))}
		l.Goal = goalOf(f)
		out = append(out, l)
	}
	return out
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

// Change writes the lines into the next one-on-one of their people, or into today's note where none is planned, oldest first, and
// makes goals of those that are some.
func Change(lines []Line, today notes.Date) notes.Change {
	var c notes.Change
	for i := len(lines) - 1; i >= 0; i-- {
		l := lines[i]
		if l.Goal != "" {
			c.Rows = append(c.Rows, notes.Goal{Person: l.Person, Title: l.Goal, Start: today})
			continue
		}
		c.Appends = append(c.Appends, notes.Append{Person: l.NotePerson, Kind: notes.PlannedNote, Date: today, Text: strings.TrimSpace(l.Text)})
	}
	return c
}
